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
 * The windows that apply, the tightest first. For a condition the closest code wins, then a window whose further conditions
 * are met, then the order of the knowledge. When it depends on a risk class nobody has named, every possible window is
 * given, so that the tightest governs: a window is never rounded up.
 */
final class Windows {
    private static final Comparator<TimeBudget> TIGHTEST_FIRST = Comparator.comparing(
                    (TimeBudget budget) -> !budget.window().urgency().isEmergency())
            .thenComparing(budget -> rank(budget.advice()))
            .thenComparing(TimeBudget::budget, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(budget -> budget.window().urgency())
            .thenComparing(TimeBudget::clockStart, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(budget -> budget.window().id());

    private final History history;
    private final Catalogue catalogue;
    private final Clocks clocks;
    private final @Nullable String risk;

    private Windows(History history, Answers answers, Catalogue catalogue) {
        this.history = history;
        this.catalogue = catalogue;
        this.clocks = new Clocks(history, answers, catalogue);
        this.risk = answers.risk();
    }

    static List<TimeBudget> of(History history, Answers answers, Catalogue catalogue) {
        return new Windows(history, answers, catalogue).all();
    }

    private List<TimeBudget> all() {
        var tightest = new LinkedHashMap<String, TimeBudget>();
        for (var held : history.present()) {
            for (var window : governing(held)) {
                var budget = budget(window, held);
                tightest.merge(
                        window.id(), budget, (one, other) -> TIGHTEST_FIRST.compare(one, other) <= 0 ? one : other);
            }
        }
        return tightest.values().stream().sorted(TIGHTEST_FIRST).toList();
    }

    private record Candidate(Window window, int letters, Fit fit) {}

    private List<Window> governing(Held held) {
        var order = catalogue.knowledge.windows();
        var candidates = held.codes().stream()
                .flatMap(code -> catalogue.windows.find(code).stream())
                .map(hit -> new Candidate(
                        hit.what(), hit.letters(), Fit.of(hit.what(), held, history, clocks, risk)))
                .filter(candidate -> candidate.fit != Fit.NO)
                .sorted(Comparator.comparing((Candidate candidate) -> !isForThisPerson(candidate))
                        .thenComparing(candidate -> -candidate.letters)
                        .thenComparing(candidate -> order.indexOf(candidate.window)))
                .toList();
        var governing = new ArrayList<Window>();
        for (var candidate : candidates) {
            governing.add(candidate.window);
            if (candidate.fit == Fit.YES) {
                break;
            }
        }
        return governing;
    }

    /** A window that asks for more than the code, and has it. */
    private static boolean isForThisPerson(Candidate candidate) {
        return candidate.fit == Fit.YES
                && (!candidate.window.when().isEmpty() || candidate.window.clock() == Window.Clock.SURGERY);
    }

    private TimeBudget budget(Window window, Held held) {
        if (window.urgency().isEmergency()) {
            return unnumbered(window, Advice.DO_NOT_POSTPONE, null);
        }
        if (window.urgency() == Urgency.U6) {
            return unnumbered(window, Advice.NOT_URGENT, null);
        }
        var start = clocks.start(window, held).orElse(null);
        var days = window.days();
        if (start == null || days == null) {
            return unnumbered(window, Advice.ASK_LATEST_SAFE_DATE, start);
        }
        var budget = Budget.of(days, ChronoUnit.DAYS.between(start.day(), history.today));
        var advice = budget.advice();
        return new TimeBudget(
                window,
                start.day(),
                start.source(),
                budget.elapsed(),
                budget.remaining(),
                budget.days(),
                advice,
                message(advice, start, budget.days()));
    }

    private TimeBudget unnumbered(Window window, Advice advice, Clocks.@Nullable Start start) {
        return new TimeBudget(
                window,
                start == null ? null : start.day(),
                start == null ? null : start.source(),
                null,
                null,
                null,
                advice,
                window.urgency().isEmergency()
                        ? Message.of("triage.budget.now")
                        : Message.of("triage.budget." + advice.word()));
    }

    private static Message message(Advice advice, Clocks.Start start, int days) {
        var said = Message.of("triage.budget." + advice.word(), days);
        return start.remark() == null
                ? said
                : Message.of("triage.budget.remark", said, Message.of("triage.budget." + start.remark(), start.day()));
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
