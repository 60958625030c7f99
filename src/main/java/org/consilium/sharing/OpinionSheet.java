package org.consilium.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.opinions.Opinion;
import org.consilium.sharing.Worded.Line;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** One opinion as a sheet to print: in short first, then part by part, each answer beside what it answers. */
final class OpinionSheet {
    private final Opinion opinion;
    private final Paper paper;
    private final Messages messages;

    private OpinionSheet(Opinion opinion, Messages messages) {
        this.opinion = opinion;
        this.messages = messages;
        this.paper = new Paper(messages, Letters.builtIn());
    }

    /** @param made hash of the opinion, printed at the end */
    static Document of(Opinion opinion, Worded signature, String made, Messages messages) {
        return new OpinionSheet(opinion, messages).write(signature, made);
    }

    private Document write(Worded signature, String made) {
        var parts = new ArrayList<>(OpinionInWords.parts(opinion));
        parts.add(signature);
        var html = paper.root("html");
        html.setAttribute("lang", messages.locale().getLanguage());
        var head = paper.add(html, "head");
        var title = Message.of("fhirdoc.titleOf", opinion.author().name());
        paper.add(head, "title", title);
        for (var name : new String[] {"subject", "description"}) {
            var meta = paper.add(head, "meta");
            meta.setAttribute("name", name);
            meta.setAttribute("content", messages.say("fhirdoc.subject"));
        }
        paper.add(head, "style").setTextContent(Printing.style());
        bookmarks(head, parts);
        var body = paper.add(html, "body");
        SummarySheet.margins(paper, body, messages.say(title), opinion.date(), Message.of("fhirdoc.footer"));
        paper.add(body, "h1", title);
        paper.add(body, "p", "about", Message.of("sharing.day", opinion.date()));
        inShort(body);
        parts.forEach(part -> part(body, part));
        if (paper.missesLetters()) {
            paper.add(body, "p", Message.of("sharing.missing-letters", Letters.MISSING));
        }
        paper.add(body, "p", "made", Message.of("sharing.made", made));
        return paper.document();
    }

    private void bookmarks(Element head, List<Worded> parts) {
        var list = paper.add(head, "bookmarks");
        for (var part : parts) {
            var bookmark = paper.add(list, "bookmark");
            bookmark.setAttribute("name", messages.say(part.title()));
            bookmark.setAttribute("href", "#" + part.id());
        }
    }

    /** What it is, how soon, and what the doctor advises; nothing that the doctor did not say. */
    private void inShort(Element body) {
        var box = paper.add(body, "div", "box");
        paper.add(box, "h2", Message.of("fhirdoc.part.short"));
        var list = paper.add(box, "ul");
        for (var diagnosis : opinion.diagnoses()) {
            if (diagnosis.role().equals("primary")) {
                paper.add(list, "li", Message.of("fhirdoc.short.diagnosis", certain(diagnosis)));
            }
        }
        var urgency = opinion.urgency();
        if (urgency != null && urgency.level() != null) {
            paper.add(
                    list, "li", Message.of("fhirdoc.short.soon", Message.of("web.opinion.urgency." + urgency.level())));
        }
        stance(list, "recommended", "fhirdoc.short.recommended");
        stance(list, "possible", "fhirdoc.short.possible");
        stance(list, "advised-against", "fhirdoc.short.against");
        paper.add(list, "li", Message.of("fhirdoc.short.none"));
    }

    private static Message certain(Opinion.Diagnosis diagnosis) {
        var name = Worded.asWritten(diagnosis.text());
        return diagnosis.certainty() == null
                ? name
                : Message.of(
                        "fhirdoc.short.certainty", name, Message.of("web.opinion.certainty." + diagnosis.certainty()));
    }

    private void stance(Element list, String stance, String key) {
        var names = opinion.treatments().stream()
                .filter(treatment -> treatment.stance().equals(stance))
                .map(Opinion.Treatment::text)
                .toList();
        if (!names.isEmpty()) {
            paper.add(list, "li", Message.of(key, String.join("; ", names)));
        }
    }

    private void part(Element body, Worded part) {
        var section = paper.add(body, "div", "part");
        var heading = paper.add(section, "h2", part.title());
        heading.setAttribute("id", part.id());
        part.blocks().forEach(block -> block(section, block));
    }

    private void block(Element section, Worded.Block block) {
        if (block.heading() != null) {
            paper.add(section, "h3", block.heading());
        }
        for (var line : block.lines()) {
            if (line.label() == null) {
                paper.paragraphs(section, messages.say(line.words()));
            }
        }
        table(section, block.lines());
    }

    /** Answers to one question stand in one cell. */
    private void table(Element section, List<Line> lines) {
        var labelled = lines.stream().filter(line -> line.label() != null).toList();
        if (labelled.isEmpty()) {
            return;
        }
        var body = paper.add(paper.add(section, "table", "two"), "tbody");
        Message before = null;
        var cell = body;
        for (var line : labelled) {
            var label = Objects.requireNonNull(line.label());
            if (!label.equals(before)) {
                var row = paper.add(body, "tr");
                paper.head(row, "row", label);
                cell = paper.add(row, "td");
            }
            paper.paragraphs(cell, messages.say(line.words()));
            before = label;
        }
    }
}
