package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.knowledge.Fingerprint;
import org.consilium.knowledge.Holdings;
import org.consilium.knowledge.Knowledge;
import org.consilium.knowledge.KnowledgeDiff.Change;
import org.consilium.knowledge.KnowledgeHistory;
import org.consilium.knowledge.Provenance;
import org.consilium.knowledge.Statement;
import org.consilium.knowledge.Words;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.terminology.Terminologies;
import org.consilium.web.pages.KnowledgePage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What the program knows, entry by entry, with the source of each. */
@Controller
class KnowledgePages {
    private final Templates templates;
    private final Knowledge knowledge;
    private final Terminologies terminologies;

    KnowledgePages(Templates templates, Knowledge knowledge, Terminologies terminologies) {
        this.templates = templates;
        this.knowledge = knowledge;
        this.terminologies = terminologies;
    }

    @GetMapping("/knowledge")
    Page knowledge(HttpServletRequest request) {
        var frame = Frames.plain(request, Message.of("know.title"));
        var history = KnowledgeHistory.load();
        return Page.of(templates.knowledge(new KnowledgePage(
                frame,
                Holdings.of(knowledge),
                frame.day(history.versions().getFirst().date()),
                steps(history, frame.messages()),
                sections(frame.messages()),
                terminologies.loaded())));
    }

    static List<KnowledgePage.Step> steps(KnowledgeHistory history, Messages messages) {
        return history.steps().stream()
                .map(step -> new KnowledgePage.Step(
                        messages.day(step.since()),
                        messages.day(step.date()),
                        step.diff().kinds().entrySet().stream()
                                .map(kind -> new KnowledgePage.Changes(
                                        Message.of("know.kind." + kind.getKey().word()),
                                        changes(kind.getKey(), kind.getValue())))
                                .toList()))
                .toList();
    }

    /** Pairs of codes are counted: their names say nothing to a reader. */
    private static List<Message> changes(Statement.Kind kind, List<Change> changes) {
        return kind == Statement.Kind.CODE_PAIR
                ? List.of(Message.of("triagemore.changed.pairs", changes.size()))
                : changes.stream().map(KnowledgePages::change).toList();
    }

    private static Message change(Change change) {
        return switch (change) {
            case Change.Added(var id, var name) -> Message.of("triagemore.changed.added", name, id);
            case Change.Removed(var id, var name) -> Message.of("triagemore.changed.removed", name, id);
            case Change.Changed(var id, var name, var sides) ->
                Message.of("triagemore.changed." + sides.size(), sides(name, id, sides));
        };
    }

    private static Object[] sides(Words name, String id, Set<Fingerprint.Side> sides) {
        return Stream.concat(Stream.of(name, id), sides.stream().sorted().map(Fingerprint.Side::wording))
                .toArray();
    }

    private List<KnowledgePage.Section> sections(Messages messages) {
        Map<Statement.Kind, List<Statement>> kinds =
                Statement.all(knowledge).stream().collect(Collectors.groupingBy(Statement::kind));
        return kinds.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(kind -> new KnowledgePage.Section(
                        kind.getKey().word(),
                        kind.getValue().stream()
                                .map(statement -> row(statement, messages))
                                .toList()))
                .toList();
    }

    private static KnowledgePage.Row row(Statement statement, Messages messages) {
        var text = statement.words().in(messages.locale());
        var provenance = statement.provenance();
        if (provenance == null) {
            return new KnowledgePage.Row(statement.id(), text, "", messages.say("know.row.own"), "");
        }
        return new KnowledgePage.Row(
                statement.id(),
                text,
                provenance.source(),
                messages.say(
                        "know.row.trust",
                        provenance.tag().wording(),
                        Message.of(
                                "know.grade",
                                provenance.grade(),
                                provenance.grade().wording()),
                        provenance.reviewBy()),
                messages.say(reviewed(provenance)));
    }

    /** Who checked it, or that nobody has. */
    static Message reviewed(Provenance provenance) {
        return provenance.reviewedBy() == null
                ? Message.of("knowledge.unreviewed")
                : Message.of("know.row.reviewed", provenance.reviewedBy());
    }
}
