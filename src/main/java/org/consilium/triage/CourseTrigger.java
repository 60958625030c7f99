package org.consilium.triage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.consilium.clinical.Code;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.knowledge.FailedTrial;
import org.consilium.triage.Assessment.Met;
import org.consilium.triage.Assessment.Reason;
import org.consilium.triage.Assessment.TriggerResult;

/**
 * T4: it does not get better. By the person's word, once treatment has been tried as long as is usual for the condition; or by
 * three visits or more for the same condition over at least that long.
 */
final class CourseTrigger {
    /** Length of a trial where none is published for the condition: that of low back pain, the shortest common one. Days. */
    static final int USUAL_DAYS = 42;

    static final int VISITS = 3;
    private static final int LOOK_BACK_DAYS = 365;

    private CourseTrigger() {}

    static TriggerResult notImproving(History history, Answers answers, Catalogue catalogue) {
        var trials = history.present().stream()
                .flatMap(held -> held.codes().stream())
                .flatMap(code -> catalogue.trials.find(code).stream())
                .map(CodeIndex.Hit::what)
                .distinct()
                .sorted(Comparator.comparingInt(FailedTrial::days).thenComparing(FailedTrial::id))
                .toList();
        var since = answers.notImprovingSince();
        if (since != null) {
            return said(since, trials, history.today);
        }
        var yes = new ArrayList<Reason>();
        var open = new ArrayList<Reason>();
        var byCode = visits(history);
        for (var held : history.present()) {
            var visits = visits(byCode, held);
            if (visits.size() >= VISITS) {
                var days = trialDays(held, catalogue);
                var reason = Because.of("visits", visits.getFirst(), visits.size(), held.text());
                (days != null && span(visits, history.today) >= days ? yes : open).add(reason);
            }
        }
        if (!yes.isEmpty()) {
            return Triggers.result("T4", Met.YES, yes);
        }
        open.add(Because.of("not-asked", null));
        return Triggers.result("T4", Met.CANNOT_TELL, open);
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

    /** The visits of the last year by each code they name, newest first. */
    private static Map<String, List<Fact>> visits(History history) {
        var visits = new HashMap<String, List<Fact>>();
        history.all(FactKind.ENCOUNTER).stream()
                .filter(fact -> fact.date() != null
                        && !fact.date().latest().plusDays(LOOK_BACK_DAYS).isBefore(history.today)
                        && !fact.date().earliest().isAfter(history.today))
                .sorted(History.NEWEST_FIRST)
                .forEach(fact -> History.visitCodes(fact).stream()
                        .map(CourseTrigger::key)
                        .distinct()
                        .forEach(key -> visits.computeIfAbsent(key, fresh -> new ArrayList<>())
                                .add(fact)));
        return visits;
    }

    private static String key(Code code) {
        return code.system() + "|" + code.code();
    }

    private static List<Fact> visits(Map<String, List<Fact>> visits, Held held) {
        return held.codes().stream()
                .flatMap(code -> visits.getOrDefault(key(code), List.of()).stream())
                .distinct()
                .sorted(History.NEWEST_FIRST)
                .toList();
    }

    private static long span(List<Fact> visits, LocalDate today) {
        return ChronoUnit.DAYS.between(
                Objects.requireNonNull(visits.getLast().date()).latest(), today);
    }

    private static @org.jspecify.annotations.Nullable Integer trialDays(Held held, Catalogue catalogue) {
        return held.codes().stream()
                .flatMap(code -> catalogue.trials.find(code).stream())
                .map(hit -> hit.what().days())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
