package org.consilium.sharing;

import java.util.Objects;
import org.consilium.decision.DecisionSummary;
import org.consilium.decision.Weighing;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.w3c.dom.Element;

/** The parts of the sheet that come from the person. */
final class SummaryPerson {
    private final DecisionSummary summary;
    private final Paper paper;
    private final Messages messages;

    SummaryPerson(DecisionSummary summary, Paper paper, Messages messages) {
        this.summary = summary;
        this.paper = paper;
        this.messages = messages;
    }

    void decision(Element section) {
        var decision = Objects.requireNonNull(summary.decision());
        paper.add(section, "p", Message.of("sharing.decision.on", decision.on()));
        answer(section, "sharing.decision.choice", decision.choice());
        answer(section, "sharing.decision.why", decision.why());
        answer(section, "sharing.decision.helpers", decision.helpers());
        answer(section, "sharing.decision.unknown", decision.notKnown());
    }

    private void answer(Element section, String key, String words) {
        if (!words.isBlank()) {
            paper.add(section, "h3", Message.of(key));
            paper.paragraphs(section, words);
        }
    }

    void matters(Element section) {
        var matters = summary.matters();
        paper.add(section, "p", "strong", matters.verdict());
        if (matters.goals().isEmpty()) {
            return;
        }
        paper.lines(section, matters.flips());
        paper.lines(section, matters.dominances());
        if (!summary.options().isEmpty()) {
            paper.add(section, "p", Message.of("sharing.matters.intro"));
            points(section);
        }
    }

    /** What each goal adds to each option: never only totals. */
    private void points(Element section) {
        var matters = summary.matters();
        var table = paper.add(section, "table", "points");
        var head = paper.add(paper.add(table, "thead"), "tr");
        paper.head(head, "col", Message.of("sharing.matters.goal")).setAttribute("class", "wide");
        paper.head(head, "col", Message.of("sharing.matters.weight"));
        for (var option : summary.options()) {
            paper.head(head, "col", Message.of("sharing.matters.option", option.letter()));
        }
        var body = paper.add(table, "tbody");
        for (var i = 0; i < matters.goals().size(); i++) {
            var row = paper.add(body, "tr");
            paper.head(row, "row", matters.goals().get(i).title());
            paper.words(paper.add(row, "td"), matters.goals().get(i).percent() + "\u00a0%");
            for (var total : matters.weighing().totals()) {
                var part = total.contributions().get(i);
                paper.words(paper.add(row, "td"), points(part.low(), part.high()));
            }
        }
        var row = paper.add(body, "tr", "total");
        paper.head(row, "row", Message.of("sharing.matters.total"));
        paper.words(paper.add(row, "td"), percent(sum(matters.weighing())) + "\u00a0%");
        for (var total : matters.weighing().totals()) {
            paper.words(paper.add(row, "td"), points(total.low(), total.high()));
        }
    }

    private static double sum(Weighing weighing) {
        return weighing.weights().stream().mapToDouble(Weighing.Weight::weight).sum();
    }

    private String points(double low, double high) {
        return percent(low) == percent(high)
                ? String.valueOf(percent(low))
                : messages.say("sharing.matters.range", percent(low), percent(high));
    }

    private static long percent(double share) {
        return Math.round(share * 100);
    }

    void readiness(Element section) {
        var table = paper.add(section, "table", "ready");
        var head = paper.add(paper.add(table, "thead"), "tr");
        paper.head(head, "col", Message.of("sharing.ready.question")).setAttribute("class", "wide");
        paper.head(head, "col", Message.of("sharing.ready.before"));
        paper.head(head, "col", Message.of("sharing.ready.after"));
        var body = paper.add(table, "tbody");
        for (var line : summary.readiness()) {
            var row = paper.add(body, "tr");
            paper.head(row, "row", line.question());
            paper.add(row, "td", line.before());
            paper.add(row, "td", line.after());
        }
    }

    void copies(Element section) {
        var copies = Objects.requireNonNull(summary.decision()).copies();
        if (copies.isEmpty()) {
            paper.add(section, "p", Message.of("sharing.copies.none"));
            return;
        }
        var list = paper.add(section, "ul");
        copies.forEach(name -> paper.words(paper.add(list, "li"), name));
    }
}
