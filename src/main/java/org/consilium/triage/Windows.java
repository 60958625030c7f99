package org.consilium.triage;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.consilium.knowledge.Urgency;
import org.consilium.knowledge.Window;
import org.consilium.language.Message;
import org.consilium.triage.Assessment.Advice;
import org.consilium.triage.Assessment.TimeBudget;
import org.jspecify.annotations.Nullable;

/**
 * The windows that apply, the tightest first. For a condition the first one in the order of the knowledge that fits governs.
 * When it depends on a risk class, a size or a stage nobody has named, every possible window is given, and none has a number:
 * the person is asked, and a window is never rounded up.
 */
final class Windows {
    private static final Comparator<TimeBudget> TIGHTEST_FIRST = Comparator.comparing(
                    (TimeBudget budget) -> !budget.window().urgency().isEmergency())
            .thenComparing(budget -> rank(budget.advice()))
            .thenComparing(TimeBudget::budget, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(budget -> budget.window().urgency())
            .thenComparing(TimeBudget::clockStart, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(budget -> budget.window().id());

    private static final int ALARM_DAYS = 30;

    private final History history;
    private final Answers answers;
    private final Clocks clocks;

    private Windows(History history, Answers answers, Catalogue catalogue) {
        this.history = history;
        this.answers = answers;
        this.clocks = new Clocks(history, answers, catalogue);
    }

    static List<TimeBudget> of(History history, Answers answers, Catalogue catalogue) {
        return new Windows(history, answers, catalogue).all();
    }

    private List<TimeBudget> all() {
        var tightest = new LinkedHashMap<String, TimeBudget>();
        for (var held : history.present()) {
            for (var candidate : governing(held)) {
                var budget = budget(candidate, held);
                tightest.merge(
                        candidate.window.id(),
                        budget,
                        (one, other) -> TIGHTEST_FIRST.compare(one, other) <= 0 ? one : other);
            }
        }
        return tightest.values().stream().sorted(TIGHTEST_FIRST).toList();
    }

    private record Candidate(Window window, Fit fit) {}

    private List<Candidate> governing(Held held) {
        var candidates = held.rules().windows().stream()
                .map(window -> new Candidate(window, Fit.of(window, held, history, answers, clocks)))
                .filter(candidate -> candidate.fit != Fit.NO)
                .toList();
        var governing = new ArrayList<Candidate>();
        for (var candidate : candidates) {
            governing.add(candidate);
            if (candidate.fit == Fit.YES) {
                return isSpentAlarm(candidate.window, held) ? List.of() : governing;
            }
        }
        return governing;
    }

    /** A window of hours or days speaks of a new condition; for an older one it would be a false alarm. */
    private boolean isSpentAlarm(Window window, Held held) {
        return window.urgency().isEmergency()
                && !held.isRelapse()
                && held.age(history.today).filter(days -> days > ALARM_DAYS).isPresent();
    }

    private TimeBudget budget(Candidate candidate, Held held) {
        var window = candidate.window;
        if (window.urgency().isEmergency()) {
            return unnumbered(candidate, Advice.DO_NOT_POSTPONE, null, Message.of("triage.budget.now"));
        }
        if (window.urgency() == Urgency.U6) {
            return unnumbered(candidate, Advice.NOT_URGENT, null, Message.of("triage.budget.not-urgent"));
        }
        var start = clocks.start(window, held).orElse(null);
        var days = window.days();
        if (start == null || days == null || candidate.fit != Fit.YES) {
            var ask = Message.of("triage.budget.ask-latest-safe-date");
            return unnumbered(candidate, Advice.ASK_LATEST_SAFE_DATE, start, ask);
        }
        var budget = Budget.of(days, ChronoUnit.DAYS.between(start.day(), history.today));
        var said = Message.of("triage.budget." + budget.advice().word(), budget.days());
        return new TimeBudget(
                window,
                start.day(),
                start.source(),
                budget.elapsed(),
                budget.remaining(),
                budget.days(),
                budget.advice(),
                withRemarks(candidate, start, said));
    }

    private static TimeBudget unnumbered(
            Candidate candidate, Advice advice, Clocks.@Nullable Start start, Message said) {
        return new TimeBudget(
                candidate.window,
                start == null ? null : start.day(),
                start == null ? null : start.source(),
                null,
                null,
                null,
                advice,
                withRemarks(candidate, null, said));
    }

    private static Message withRemarks(Candidate candidate, Clocks.@Nullable Start start, Message said) {
        var message = said;
        if (start != null && start.remark() != null) {
            message = Message.of(
                    "triage.budget.remark", message, Message.of("triage.budget." + start.remark(), start.day()));
        }
        return switch (candidate.fit) {
            case POSSIBLE -> Message.of("triage.budget.remark", message, Message.of("triage.budget.risk"));
            case STAGE_UNKNOWN -> Message.of("triage.budget.remark", message, Message.of("triage.budget.stage"));
            case YES, NO -> message;
        };
    }

    private static int rank(Advice advice) {
        return switch (advice) {
            case DO_NOT_POSTPONE -> 0;
            case PHONE_TODAY -> 1;
            case FAST_REVIEW -> 2;
            case ASK_LATEST_SAFE_DATE -> 3;
            case IN_PERSON -> 4;
            case NOT_URGENT -> 5;
        };
    }
}
