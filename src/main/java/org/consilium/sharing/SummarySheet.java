package org.consilium.sharing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.consilium.decision.DecisionSummary;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The decision summary as a sheet to print: what the reader needs first stands first, no more than it takes. */
final class SummarySheet {
    private static final int LONGEST_TITLE_ON_TOP = 70;

    private final DecisionSummary summary;
    private final Paper paper;
    private final List<Part> parts;
    private final Messages messages;

    private SummarySheet(DecisionSummary summary, Messages messages, Letters letters) {
        this.summary = summary;
        this.messages = messages;
        this.paper = new Paper(messages, letters);
        this.parts = parts();
    }

    /** A numbered part: the key of its heading and what it holds. */
    private record Part(String key, Consumer<Element> content) {}

    static Document of(DecisionSummary summary, Messages messages, Letters letters, String style) {
        return new SummarySheet(summary, messages, letters).write(style);
    }

    private List<Part> parts() {
        var opinions = new SummaryOpinions(summary, paper);
        var person = new SummaryPerson(summary, paper, messages);
        var found = new ArrayList<Part>();
        if (summary.decision() != null) {
            found.add(new Part("sharing.decision", person::decision));
        }
        found.add(new Part("sharing.diagnosis", opinions::diagnoses));
        found.add(new Part("sharing.differences", opinions::differences));
        found.add(new Part("sharing.questions", opinions::questions));
        found.add(new Part("sharing.options", opinions::options));
        found.add(new Part("sharing.matters", person::matters));
        if (!summary.readiness().isEmpty()) {
            found.add(new Part("sharing.ready", person::readiness));
        }
        if (summary.decision() != null) {
            found.add(new Part("sharing.copies", person::copies));
        }
        found.add(new Part("sharing.not-checked", this::notChecked));
        return List.copyOf(found);
    }

    private Document write(String style) {
        var html = paper.root("html");
        html.setAttribute("lang", messages.locale().getLanguage());
        var head = paper.add(html, "head");
        paper.add(head, "title", Message.of("sharing.about", Message.of("sharing.title"), summary.title()));
        meta(head, "subject", "sharing.subject");
        meta(head, "description", "sharing.subject");
        paper.add(head, "style").setTextContent(style);
        bookmarks(head);

        var body = paper.add(html, "body");
        margins(paper, body, summary.title(), summary.on(), Message.of("sharing.footer"));
        paper.add(body, "h1", Message.of("sharing.title"));
        paper.add(body, "p", "about", Message.of("sharing.about", summary.title(), summary.on()));
        inShort(body);
        for (var i = 0; i < parts.size(); i++) {
            var section = paper.add(body, "div", "part");
            var heading = paper.add(section, "h2");
            heading.setAttribute("id", "part-" + (i + 1));
            paper.words(heading, (i + 1) + ". " + messages.say(parts.get(i).key()));
            parts.get(i).content().accept(section);
        }
        return paper.document();
    }

    private void meta(Element head, String name, String key) {
        var meta = paper.add(head, "meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", messages.say(key));
    }

    private void bookmarks(Element head) {
        var list = paper.add(head, "bookmarks");
        for (var i = 0; i < parts.size(); i++) {
            var bookmark = paper.add(list, "bookmark");
            bookmark.setAttribute(
                    "name", (i + 1) + ". " + messages.say(parts.get(i).key()));
            bookmark.setAttribute("href", "#part-" + (i + 1));
        }
    }

    /** What stands on every page, above and below. */
    static void margins(Paper paper, Element body, String about, LocalDate on, Message footer) {
        var title = paper.say(about).replace('\n', ' ');
        var top = paper.add(body, "div", "top");
        paper.words(
                top,
                title.length() <= LONGEST_TITLE_ON_TOP ? title : title.substring(0, LONGEST_TITLE_ON_TOP - 1) + "…");
        paper.add(body, "div", "day", Message.of("sharing.day", on));
        paper.add(body, "div", "note", footer);
        var pages = paper.add(body, "div", "pages");
        var words = paper.say(Message.of("sharing.page", "{page}", "{pages}")).split("(?=\\{)|(?<=})");
        for (var word : words) {
            switch (word) {
                case "{page}" -> paper.add(pages, "span", "page");
                case "{pages}" -> paper.add(pages, "span", "count");
                default -> paper.words(paper.add(pages, "span"), word);
            }
        }
    }

    private void inShort(Element body) {
        var box = paper.add(body, "div", "box");
        paper.add(box, "h2", Message.of("sharing.short"));
        if (!summary.alarms().isEmpty()) {
            paper.add(box, "h3", Message.of("sharing.alarm"));
            paper.lines(box, summary.alarms());
        }
        var list = paper.add(box, "ul");
        paper.add(list, "li", summary.agreement());
        var decision = summary.decision();
        paper.add(
                list,
                "li",
                decision == null
                        ? Message.of("sharing.short.undecided")
                        : Message.of("sharing.short.decided", shortened(decision.choice())));
        paper.add(list, "li", Message.of("sharing.short.next", number("sharing.questions")));
    }

    private static String shortened(String words) {
        return words.length() <= 240 ? words : words.substring(0, 239) + "…";
    }

    private int number(String key) {
        return parts.stream().map(Part::key).toList().indexOf(key) + 1;
    }

    private void notChecked(Element section) {
        paper.lines(section, summary.notChecked());
        if (paper.missesLetters()) {
            paper.add(section, "p", Message.of("sharing.missing-letters", Letters.MISSING));
        }
        paper.add(section, "p", "made", Message.of("sharing.made", summary.made()));
    }
}
