package org.consilium.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.consilium.decision.DecisionRecord;
import org.consilium.decision.DecisionSummary;
import org.consilium.decision.DecisionSummary.OptionLine;
import org.consilium.decision.DecisionSummary.Says;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.triage.EmergencyNumber;

/** A sample run to read at a terminal: in short how it came about, then the decision summary as it stands on the sheet. */
final class DemoText {
    private static final Messages SAY = Messages.english();
    private static final int WIDTH = 100;

    private final List<String> lines = new ArrayList<>();

    private DemoText() {}

    static String of(SampleRun run, Path pdf) {
        var text = new DemoText();
        text.opening(run);
        text.way(run);
        text.summary(run.summary());
        text.add(0, "");
        text.add(0, SAY.say("sharing.footer") + ".");
        text.lines.add(SAY.say("cli.demo.pdf", pdf));
        return String.join(System.lineSeparator(), text.lines);
    }

    private void opening(SampleRun run) {
        add(0, SAY.say("cli.demo.made-up"));
        add(0, "");
        add(0, SAY.say(run.person().title()));
        add(0, SAY.say(run.person().story()));
    }

    /** One line for each step before the decision. */
    private void way(SampleRun run) {
        add(0, "");
        add(
                0,
                SAY.say(
                        "cli.demo.read",
                        run.caseFile().facts().size(),
                        run.files().size()));
        var verdict = "triage.verdict." + run.assessment().verdict().word();
        add(0, SAY.say(verdict));
        add(0, SAY.say(verdict + ".text"));
        if (!run.assessment().emergencies().isEmpty()) {
            run.assessment()
                    .emergencies()
                    .forEach(flag -> add(2, "! " + flag.flag().text().en()));
            add(0, SAY.say(EmergencyNumber.call(run.answers().country())));
        }
        run.assessment().windows().stream()
                .map(window -> SAY.say(window.message()))
                .distinct()
                .forEach(words -> add(0, words));
    }

    private void summary(DecisionSummary summary) {
        head("sharing.title");
        add(0, SAY.say("sharing.about", summary.title(), summary.on()));
        summary.alarms().forEach(alarm -> add(2, "! " + SAY.say(alarm)));
        add(0, SAY.say(summary.agreement()));
        var decision = summary.decision();
        if (decision != null) {
            head("sharing.decision");
            decision(decision);
        }
        head("sharing.diagnosis");
        says(summary, summary.diagnoses());
        head("sharing.differences");
        differences(summary);
        add(0, SAY.say(summary.thirdOpinion()));
        head("sharing.questions");
        says(summary, summary.questions());
        head("sharing.options");
        add(0, SAY.say("sharing.options.intro"));
        summary.options().forEach(this::option);
        head("sharing.matters");
        matters(summary);
        if (!summary.readiness().isEmpty()) {
            head("sharing.ready");
            summary.readiness()
                    .forEach(line -> add(2, SAY.say("cli.demo.ready", line.question(), line.before(), line.after())));
        }
        head("sharing.not-checked");
        list(2, summary.notChecked());
    }

    private void decision(DecisionRecord decision) {
        answer("sharing.decision.choice", decision.choice());
        answer("sharing.decision.why", decision.why());
        answer("sharing.decision.helpers", decision.helpers());
        answer("sharing.decision.unknown", decision.notKnown());
        answer("sharing.copies", String.join(", ", decision.copies()));
    }

    private void answer(String key, String words) {
        if (!words.isBlank()) {
            add(2, SAY.say("decision.with", SAY.say(key), words));
        }
    }

    private void says(DecisionSummary summary, List<Says> all) {
        for (var says : all) {
            var doctor = summary.doctors().get(says.doctor());
            add(2, SAY.say("decision.by", doctor.name(), doctor.detail()));
            list(4, says.lines());
        }
    }

    private void differences(DecisionSummary summary) {
        for (var difference : summary.differences()) {
            add(2, SAY.say("decision.with", difference.about(), difference.relation()));
            for (var i = 0; i < difference.cells().size(); i++) {
                add(
                        4,
                        SAY.say(
                                "decision.with",
                                summary.doctors().get(i).name(),
                                difference.cells().get(i)));
            }
        }
        if (summary.differences().isEmpty()) {
            add(0, SAY.say("sharing.differences.none"));
        }
    }

    private void option(OptionLine option) {
        add(2, SAY.say("sharing.options.caption", option.letter(), option.name()));
        if (option.addedByTheProgram()) {
            add(4, SAY.say("sharing.options.added"));
            return;
        }
        list(4, option.stances());
        part("sharing.options.good", option.benefits());
        part("sharing.options.bad", option.harms());
        part("sharing.options.daily", option.daily());
    }

    private void part(String key, List<Message> said) {
        add(4, SAY.say(key) + ":" + (said.isEmpty() ? " " + SAY.say("sharing.options.none") : ""));
        list(6, said);
    }

    private void matters(DecisionSummary summary) {
        var matters = summary.matters();
        matters.goals().forEach(goal -> add(2, "%3d %%  %s".formatted(goal.percent(), SAY.say(goal.title()))));
        if (!matters.goals().isEmpty()) {
            add(0, SAY.say("sharing.matters.intro"));
            for (var i = 0; i < summary.options().size(); i++) {
                var total = matters.weighing().totals().get(i);
                var low = Math.round(total.low() * 100);
                var high = Math.round(total.high() * 100);
                var points = low == high ? String.valueOf(low) : SAY.say("sharing.matters.range", low, high);
                add(2, SAY.say("decision.with", SAY.say(summary.options().get(i).name()), points));
            }
        }
        add(0, SAY.say(matters.verdict()));
        list(2, matters.flips());
    }

    private void head(String key) {
        add(0, "");
        add(0, SAY.say(key).toUpperCase(Locale.ENGLISH));
    }

    private void list(int indent, List<Message> words) {
        words.forEach(line -> add(indent, "- " + SAY.say(line)));
    }

    /** Broken between words where it is longer than a line. */
    private void add(int indent, String words) {
        var rest = words;
        var start = " ".repeat(indent);
        while (start.length() + rest.length() > WIDTH) {
            var space = rest.lastIndexOf(' ', WIDTH - start.length());
            if (space <= 2) {
                break;
            }
            lines.add(start + rest.substring(0, space));
            rest = rest.substring(space + 1);
            start = " ".repeat(rest.isEmpty() || !words.startsWith("- ") ? indent : indent + 2);
        }
        lines.add(start + rest);
    }
}
