package org.consilium.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.consilium.language.Messages;
import org.consilium.triage.Assessment;
import org.consilium.triage.Assessment.Completeness;
import org.consilium.triage.Assessment.TimeBudget;
import org.consilium.triage.EmergencyNumber;
import org.jspecify.annotations.Nullable;

/** An assessment as a plain text to read. */
final class AssessReport {
    private static final Messages SAY = Messages.english();

    private final List<String> lines = new ArrayList<>();

    private AssessReport() {}

    static String of(Assessment assessment, @Nullable String country) {
        var report = new AssessReport();
        report.verdict(assessment, country);
        report.triggers(assessment);
        report.windows(assessment.windows(), assessment.treatmentDate());
        report.completeness(assessment.completeness());
        report.safety(country);
        return String.join(System.lineSeparator(), report.lines);
    }

    private void verdict(Assessment assessment, @Nullable String country) {
        var key = "triage.verdict." + assessment.verdict().word();
        add(SAY.say(key));
        add(SAY.say(key + ".text"));
        for (var emergency : assessment.emergencies()) {
            add("");
            add(emergency.flag().id() + "  " + emergency.flag().text().en());
            emergency.because().forEach(reason -> add("      " + AssessJson.say(reason)));
        }
        if (!assessment.emergencies().isEmpty()) {
            add(SAY.say(EmergencyNumber.call(country)));
        }
    }

    private void triggers(Assessment assessment) {
        add("");
        for (var trigger : assessment.triggers()) {
            add(trigger.id() + "  " + SAY.say("triage.trigger." + trigger.id() + ".title") + ": "
                    + SAY.say("triage.met." + trigger.met().word()).toLowerCase(Locale.ROOT));
            trigger.because().forEach(reason -> add("      " + AssessJson.say(reason)));
        }
    }

    private void windows(List<TimeBudget> windows, @Nullable LocalDate treatmentDate) {
        for (var budget : windows) {
            add("");
            var window = budget.window();
            add(window.id() + "  " + window.event().en());
            add("      " + SAY.say(budget.message()));
            if (budget.budget() != null && budget.clockStart() != null) {
                add("      " + window.days() + " days, counted from " + budget.clockStart() + ": " + budget.elapsed()
                        + " have passed.");
            }
            add("      Source: " + window.provenance().source());
        }
        if (!windows.isEmpty()) {
            add(SAY.say("triage.budget.ask-both"));
        }
        if (treatmentDate != null) {
            add(SAY.say("triage.budget.keep-date", treatmentDate));
        }
    }

    private void completeness(@Nullable Completeness completeness) {
        if (completeness == null) {
            return;
        }
        add("");
        add("For a specialist (" + completeness.group() + "): " + completeness.score() + " of 100");
        for (var item : completeness.items()) {
            add("  " + SAY.say("triage.presence." + item.status().word()) + ": "
                    + item.item().name().en());
        }
        if (!completeness.repeats().isEmpty()) {
            add("");
            add(SAY.say("requests.repeats.text"));
        }
        for (var repeat : completeness.repeats()) {
            var date = Objects.requireNonNull(repeat.fact().date()).withoutTime();
            add("  "
                    + SAY.say(
                            "requests.repeats.row",
                            repeat.item().name(),
                            repeat.fact().text(),
                            date) + " [" + repeat.fact().sources().getFirst().file() + "]");
        }
    }

    private void safety(@Nullable String country) {
        add("");
        add(SAY.say("triage.safety.information"));
        add(EmergencyNumber.of(country)
                .map(number -> SAY.say("triage.safety.emergency", number))
                .orElseGet(() -> SAY.say("triage.safety.emergency-local")));
        add(SAY.say("triage.safety.keep-appointments"));
        add(SAY.say("triage.safety.keep-medicines"));
    }

    private void add(String line) {
        lines.add(line);
    }
}
