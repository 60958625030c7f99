package org.consilium.triage;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.knowledge.FailedTrial;
import org.consilium.knowledge.FailedTrial.Medicine;

/** How many of the kinds of medicine that count for a condition the records name. */
final class Tried {
    final FailedTrial trial;
    private final CodeIndex<Medicine> codes = new CodeIndex<>();
    private final WordIndex<Medicine> words = new WordIndex<>();

    /** A record of a medicine, and which of the kinds are in it. */
    record Use(Fact fact, Set<Medicine> kinds) {}

    Tried(FailedTrial trial) {
        this.trial = trial;
        for (var medicine : trial.medicines()) {
            medicine.codes().forEach(code -> codes.add(code, medicine));
            medicine.words().forEach(word -> words.add(word, medicine));
        }
    }

    /** Every record of such a medicine. */
    List<Use> uses(FactIndex index) {
        return index.all(FactKind.MEDICATION).stream()
                .map(fact -> new Use(fact, kinds(fact)))
                .filter(use -> !use.kinds.isEmpty())
                .toList();
    }

    private Set<Medicine> kinds(Fact fact) {
        var coded =
                fact.codes().stream().flatMap(code -> codes.find(code).stream()).map(CodeIndex.Hit::what);
        return Stream.concat(coded, TreatmentTriggers.said(words, fact.text()).stream())
                .collect(Collectors.toSet());
    }

    /** How many kinds were taken, or are taken now where only that counts. */
    int count(History history) {
        return (int) history.index.tried(this).stream()
                .filter(use -> !trial.together() || TreatmentTriggers.isOngoing(use.fact, history.today))
                .flatMap(use -> use.kinds.stream())
                .distinct()
                .count();
    }

    boolean isEnough(History history) {
        return count(history) >= trial.drugs();
    }
}
