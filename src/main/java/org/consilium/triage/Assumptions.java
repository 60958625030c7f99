package org.consilium.triage;

import java.util.List;
import java.util.Objects;
import org.consilium.clinical.Fact;
import org.consilium.knowledge.RedFlag;
import org.consilium.knowledge.SpecialTreatment;

/**
 * What a person need not type because the records, the answers or other words of theirs say it: that they are pregnant, or take
 * medicines of a kind. The red flags say what each of them may take as known.
 */
final class Assumptions {
    private final History history;
    private final Answers answers;
    private final Catalogue catalogue;

    Assumptions(History history, Answers answers, Catalogue catalogue) {
        this.history = history;
        this.answers = answers;
        this.catalogue = catalogue;
    }

    /** Beginnings of words that count as said for this flag. */
    List<String> known(RedFlag flag) {
        return flag.assumed().stream()
                .filter(assumed -> (assumed.pregnancy() && isPregnant()) || isTreated(assumed) || isNamed(assumed))
                .flatMap(assumed -> assumed.beginnings().stream())
                .toList();
    }

    /** True when the person takes a medicine that the flag takes as known. */
    boolean isTreated(RedFlag flag) {
        return flag.assumed().stream().anyMatch(this::isTreated);
    }

    private boolean isPregnant() {
        return Objects.requireNonNullElse(answers.pregnant(), false)
                || history.pregnancy().isPresent();
    }

    private boolean isTreated(RedFlag.Assumed assumed) {
        return !assumed.treatments().isEmpty()
                && TreatmentTriggers.ongoing(history)
                        .anyMatch(use -> isOne(use.treatment(), assumed) && !isExcept(use.fact(), assumed));
    }

    /** In the words of the symptoms themselves: «on Eliquis and hit my head». */
    private boolean isNamed(RedFlag.Assumed assumed) {
        return !assumed.treatments().isEmpty()
                && answers.symptoms().stream()
                        .flatMap(said -> TreatmentTriggers.said(catalogue.treatmentWords, said).stream())
                        .anyMatch(treatment -> isOne(treatment, assumed));
    }

    private static boolean isOne(SpecialTreatment treatment, RedFlag.Assumed assumed) {
        return assumed.treatments().contains(treatment.id());
    }

    private static boolean isExcept(Fact medicine, RedFlag.Assumed assumed) {
        return medicine.codes().stream()
                .anyMatch(code -> assumed.except().stream().anyMatch(pattern -> pattern.covers(code)));
    }
}
