package org.consilium.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One of the days on which a decision is looked back on.
 *
 * @param days how long after the decision
 * @param day the day from which it can be answered
 * @param answer what was answered, the newest
 */
public record LookingBack(
        int days, LocalDate day, State state, @Nullable FollowUp answer) {
    /** Whether it is time. */
    public enum State {
        LATER,
        DUE,
        ANSWERED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The days on which this decision is looked back on.
     *
     * @param answers the newest first; those on an earlier decision are left aside
     */
    public static List<LookingBack> on(DecisionRecord decision, List<FollowUp> answers, LocalDate today) {
        return FollowUp.DAYS.stream()
                .map(days -> of(days, decision.on(), answers, today))
                .toList();
    }

    private static LookingBack of(int days, LocalDate decided, List<FollowUp> answers, LocalDate today) {
        var day = decided.plusDays(days);
        return answers.stream()
                .filter(it -> it.days() == days && it.decided().equals(decided))
                .findFirst()
                .map(answer -> new LookingBack(days, day, State.ANSWERED, answer))
                .orElseGet(() -> new LookingBack(days, day, today.isBefore(day) ? State.LATER : State.DUE, null));
    }
}
