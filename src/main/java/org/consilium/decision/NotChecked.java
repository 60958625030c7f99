package org.consilium.decision;

import java.util.ArrayList;
import java.util.List;
import org.consilium.comparison.Comparison;
import org.consilium.language.Message;

/** What a reader must not take for checked. Always says something: no program checks a doctor. */
final class NotChecked {
    private NotChecked() {}

    static List<Message> of(Comparison comparison, Options options, Weighing weighing) {
        var lines = new ArrayList<Message>();
        lines.add(Message.of("decision.not-checked.right"));
        lines.add(Message.of("decision.not-checked.numbers"));
        if (comparison.diagnosis() == Comparison.DiagnosisLevel.NOT_COMPARABLE) {
            lines.add(Message.of("decision.not-checked.diagnosis"));
        }
        if (comparison.treatment() == Comparison.TreatmentLevel.NOT_COMPARABLE) {
            lines.add(Message.of("decision.not-checked.treatment"));
        }
        for (var opinion : comparison.opinions()) {
            if (opinion.basis() == null || opinion.basis().saw().isEmpty()) {
                lines.add(Message.of("decision.not-checked.saw", OpinionWords.name(opinion)));
            }
        }
        for (var option : options.options()) {
            if (option.addedByTheProgram()) {
                lines.add(Message.of("decision.not-checked.added", option.name()));
                continue;
            }
            if (option.harms().isEmpty()) {
                lines.add(Message.of("decision.not-checked.harms", option.name()));
            }
            if (option.voices().stream().allMatch(voice -> voice.treatment().cost() == null)) {
                lines.add(Message.of("decision.not-checked.cost", option.name()));
            }
        }
        if (weighing.totals().stream().anyMatch(total -> !total.known())) {
            lines.add(Message.of("decision.not-checked.levels"));
        }
        return lines;
    }
}
