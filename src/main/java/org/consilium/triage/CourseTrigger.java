package org.consilium.triage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.consilium.clinical.Fact;
import org.consilium.knowledge.FailedTrial;
import org.consilium.triage.Assessment.Met;
import org.consilium.triage.Assessment.Reason;
import org.consilium.triage.Assessment.TriggerResult;

/**
 * T4: it does not get better. By the person's word, once treatment has been tried as long as is usual for the condition, or as
 * many medicines as its definition asks for; or by three visits or more for the same condition over at least that long.
 */
final class CourseTrigger {
    /** Length of a trial where none is published for the condition: that of low back pain, the shortest common one. Days. */
    static final int USUAL_DAYS = 42;

    static final int VISITS = 3;

    private CourseTrigger() {}

    static TriggerResult notImproving(History history, Answers answers) {
        var trials = history.present().stream()
                .flatMap(held -> held.rules().trials().stream())
                .distinct()
                .sorted(Comparator.comparingInt(FailedTrial::days).thenComparing(FailedTrial::id))
                .toList();
        var since = answers.notImprovingSince();
        var tried = history.index
                .catalogue
                .tried(trials.stream())
                .filter(medicines -> medicines.isEnough(history))
                .toList();
        if (since != null) {
            return tried.isEmpty()
                    ? said(since, trials, history.today)
                    : Triggers.result("T4", Met.YES, enough("drugs-failed", tried, history));
        }
        var yes = new ArrayList<Reason>();
        var open = new ArrayList<Reason>();
        for (var held : history.present()) {
            var visits = history.visits(held);
            if (visits.size() >= VISITS) {
                var days = trialDays(held);
                var reason = Because.of("visits", visits.getFirst(), visits.size(), held.text());
                (days != null && span(visits, history.today) >= days ? yes : open).add(reason);
            }
        }
        if (!yes.isEmpty()) {
            return Triggers.result("T4", Met.YES, yes);
        }
        open.addAll(enough("drugs-tried", tried, history));
        open.add(Because.of("not-asked", null));
        return Triggers.result("T4", Met.CANNOT_TELL, open);
    }

    private static List<Reason> enough(String key, List<Tried> tried, History history) {
        return tried.stream()
                .map(medicines -> Because.of(key, null, medicines.count(history), medicines.trial.name()))
                .toList();
    }

    private static TriggerResult said(LocalDate since, List<FailedTrial> trials, LocalDate today) {
        var days = Math.max(0, ChronoUnit.DAYS.between(since, today));
        var needed = trials.isEmpty() ? USUAL_DAYS : trials.getFirst().days();
        if (days < needed) {
            return Triggers.result(
                    "T4",
                    trials.isEmpty() ? Met.CANNOT_TELL : Met.NO,
                    List.of(Because.of("trial-short", null, since, needed)));
        }
        return Triggers.result(
                "T4",
                Met.YES,
                List.of(
                        trials.isEmpty()
                                ? Because.of("not-improving", null, since, days)
                                : Because.of(
                                        "trial-over",
                                        null,
                                        since,
                                        days,
                                        trials.getFirst().name(),
                                        needed)));
    }

    private static long span(List<Fact> visits, LocalDate today) {
        return ChronoUnit.DAYS.between(
                Objects.requireNonNull(visits.getLast().date()).latest(), today);
    }

    private static @org.jspecify.annotations.Nullable Integer trialDays(Held held) {
        return held.rules().trials().stream()
                .map(FailedTrial::days)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
