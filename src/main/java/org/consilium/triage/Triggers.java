package org.consilium.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.knowledge.ConditionGroup.Tier;
import org.consilium.triage.Assessment.Met;
import org.consilium.triage.Assessment.Reason;
import org.consilium.triage.Assessment.TriggerResult;

/** The eight reasons to seek a second opinion, each met, not met or not to be told from what is there. */
final class Triggers {
    /** How long a diagnosis counts as new, in days. */
    static final int NEW_DAYS = 180;

    private Triggers() {}

    static List<TriggerResult> of(History history, Answers answers, Catalogue catalogue, Set<Code> rare) {
        var found = List.of(
                serious(history),
                TreatmentTriggers.surgery(history, answers, catalogue),
                TreatmentTriggers.risky(history, answers, catalogue),
                CourseTrigger.notImproving(history, answers),
                uninformed(answers),
                rare(history, rare),
                DoubtTrigger.doubt(history),
                ExpertTrigger.expert(history));
        return pregnancy(found, history, answers);
    }

    static TriggerResult result(String id, Met met, List<Reason> because) {
        return new TriggerResult(id, met, Because.inOrder(because), List.of());
    }

    /** T1: a serious condition that is new, has a new stage or came back. */
    private static TriggerResult serious(History history) {
        var yes = new ArrayList<Reason>();
        var no = new ArrayList<Reason>();
        for (var held : history.present()) {
            if (held.groups().stream().noneMatch(group -> isSerious(group.tier()))) {
                continue;
            }
            var name = held.text();
            var age = held.knownFor(history.today);
            if (held.isRelapse()) {
                yes.add(Because.of("serious-back", held.fact(), name));
            } else if (held.fact() == null) {
                yes.add(Because.of("serious-picked", null, name));
            } else if (age.isEmpty()) {
                yes.add(Because.of("serious-undated", held.fact(), name));
            } else if (age.get() <= NEW_DAYS) {
                yes.add(Because.of("serious", held.fact(), name));
            } else {
                Staging.recent(history, held)
                        .ifPresentOrElse(
                                stage -> yes.add(Because.of("serious-staged", stage, name)),
                                () -> no.add(Because.of("serious-old", held.fact(), name)));
            }
        }
        return yes.isEmpty() ? notOnFile("T1", history, no) : result("T1", Met.YES, yes);
    }

    static boolean isSerious(Tier tier) {
        return switch (tier) {
            case SERIOUS, SERIOUS_FAST, SERIOUS_SLOW -> true;
            case SURGICAL, DOUBT -> false;
        };
    }

    /** T6: a disease of the rare list, any with an Orphanet code, or one that a loaded vocabulary calls rare. */
    private static TriggerResult rare(History history, Set<Code> rare) {
        var yes = new ArrayList<Reason>();
        for (var held : history.present()) {
            var listed = held.related().stream().anyMatch(group -> group.rare());
            if (listed || held.isCoded(CodeSystems.ORPHA)) {
                yes.add(Because.of("rare", held.fact(), held.text()));
            } else if (held.codes().stream().anyMatch(code -> rare.stream().anyMatch(code::sameAs))) {
                yes.add(Because.of("rare-loaded", held.fact(), held.text()));
            }
        }
        return yes.isEmpty() ? notOnFile("T6", history, List.of()) : result("T6", Met.YES, yes);
    }

    /** «No» only when there is a diagnosis and every one of them is understood. */
    private static TriggerResult notOnFile(String id, History history, List<Reason> no) {
        var present = history.present();
        if (present.isEmpty()) {
            return result(id, Met.CANNOT_TELL, List.of(Because.of("no-diagnosis", null)));
        }
        var unknown = present.stream()
                .filter(Coverage::isNotUnderstood)
                .map(held -> Because.of("not-understood", held.fact(), held.text()))
                .toList();
        if (!unknown.isEmpty()) {
            return result(id, Met.CANNOT_TELL, unknown);
        }
        return result(id, Met.NO, no.isEmpty() ? List.of(Because.of("none-found", null)) : no);
    }

    /** T5: the person's own answer. */
    private static TriggerResult uninformed(Answers answers) {
        if (answers.feelsUninformed() == null) {
            return result("T5", Met.CANNOT_TELL, List.of(Because.of("not-asked", null)));
        }
        return answers.feelsUninformed()
                ? result("T5", Met.YES, List.of(Because.of("uninformed", null)))
                : result("T5", Met.NO, List.of(Because.of("informed", null)));
    }

    /** A pregnancy is named with every trigger about a condition or a treatment that is met, else with the first. */
    private static List<TriggerResult> pregnancy(List<TriggerResult> found, History history, Answers answers) {
        var record = history.pregnancy();
        if (!Boolean.TRUE.equals(answers.pregnant()) && record.isEmpty()) {
            return found;
        }
        var reason = Because.of("pregnant", record.orElse(null));
        var concerned = found.stream()
                .filter(trigger -> trigger.met() == Met.YES && "T1 T2 T3".contains(trigger.id()))
                .map(TriggerResult::id)
                .toList();
        return found.stream()
                .map(trigger -> concerned.contains(trigger.id())
                                || (concerned.isEmpty() && trigger.id().equals("T1"))
                        ? with(trigger, reason)
                        : trigger)
                .toList();
    }

    private static TriggerResult with(TriggerResult trigger, Reason reason) {
        var because = new ArrayList<>(trigger.because());
        because.add(reason);
        return new TriggerResult(trigger.id(), trigger.met(), List.copyOf(because), trigger.procedures());
    }
}
