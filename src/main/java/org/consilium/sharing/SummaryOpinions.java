package org.consilium.sharing;

import java.util.List;
import org.consilium.decision.DecisionSummary;
import org.consilium.language.Message;
import org.w3c.dom.Element;

/** The parts of the sheet that come from the doctors. */
final class SummaryOpinions {
    private static final int LINES_TO_WRITE_ON = 3;

    private final DecisionSummary summary;
    private final Paper paper;

    SummaryOpinions(DecisionSummary summary, Paper paper) {
        this.summary = summary;
        this.paper = paper;
    }

    void diagnoses(Element section) {
        var table = paper.add(section, "table", "two");
        var head = paper.add(paper.add(table, "thead"), "tr");
        paper.head(head, "col", Message.of("sharing.diagnosis.doctor"));
        paper.head(head, "col", Message.of("sharing.diagnosis.says"));
        var body = paper.add(table, "tbody");
        for (var says : summary.diagnoses()) {
            var row = paper.add(body, "tr");
            var doctor = summary.doctors().get(says.doctor());
            var cell = paper.head(row, "row", doctor.name());
            paper.add(cell, "div", "small", doctor.detail());
            paper.lines(paper.add(row, "td"), says.lines());
        }
    }

    void differences(Element section) {
        if (summary.differences().isEmpty()) {
            paper.add(section, "p", Message.of("sharing.differences.none"));
        } else {
            differenceTable(section);
        }
        if (!summary.agreed().isEmpty()) {
            paper.add(section, "p", Message.of("sharing.differences.agreed", list(summary.agreed())));
        }
        paper.add(section, "h3", Message.of("sharing.third"));
        paper.add(section, "p", summary.thirdOpinion());
    }

    private void differenceTable(Element section) {
        var table = paper.add(section, "table", "even");
        var head = paper.add(paper.add(table, "thead"), "tr");
        paper.head(head, "col", Message.of("sharing.differences.topic"));
        summary.doctors().forEach(doctor -> paper.head(head, "col", doctor.name()));
        var body = paper.add(table, "tbody");
        for (var difference : summary.differences()) {
            var row = paper.add(body, "tr");
            var cell = paper.head(row, "row", difference.about());
            paper.add(cell, "div", "small", difference.relation());
            difference.cells().forEach(words -> paper.add(row, "td", words));
        }
    }

    private String list(List<Message> words) {
        return String.join("; ", words.stream().map(paper::say).toList());
    }

    void questions(Element section) {
        if (summary.questions().isEmpty()) {
            paper.add(section, "p", Message.of("sharing.questions.none"));
        }
        for (var says : summary.questions()) {
            paper.add(
                    section,
                    "h3",
                    Message.of(
                            "sharing.questions.to",
                            summary.doctors().get(says.doctor()).name()));
            var list = paper.add(section, "ol");
            says.lines().forEach(line -> paper.add(list, "li", line));
        }
        paper.add(section, "h3", Message.of("sharing.questions.room"));
        for (var i = 0; i < LINES_TO_WRITE_ON; i++) {
            paper.add(section, "div", "write");
        }
        if (!summary.tests().isEmpty()) {
            paper.add(section, "h3", Message.of("sharing.tests"));
            var list = paper.add(section, "ul");
            for (var says : summary.tests()) {
                var doctor = summary.doctors().get(says.doctor()).name();
                says.lines().forEach(line -> paper.add(list, "li", Message.of("decision.by", line, doctor)));
            }
        }
    }

    void options(Element section) {
        paper.add(section, "p", Message.of("sharing.options.intro"));
        summary.options().forEach(option -> option(section, option));
    }

    private void option(Element section, DecisionSummary.OptionLine option) {
        var block = paper.add(section, "div", "option");
        paper.add(block, "h3", Message.of("sharing.options.caption", option.letter(), option.name()));
        if (option.addedByTheProgram()) {
            paper.add(block, "p", Message.of("sharing.options.added"));
            return;
        }
        var table = paper.add(block, "table", "two");
        var body = paper.add(table, "tbody");
        row(body, "sharing.options.who", option.stances());
        row(body, "sharing.options.good", option.benefits());
        row(body, "sharing.options.bad", option.harms());
        row(body, "sharing.options.daily", option.daily());
    }

    private void row(Element body, String key, List<Message> lines) {
        var row = paper.add(body, "tr");
        paper.head(row, "row", Message.of(key));
        paper.lines(paper.add(row, "td"), lines.isEmpty() ? List.of(Message.of("sharing.options.none")) : lines);
    }
}
