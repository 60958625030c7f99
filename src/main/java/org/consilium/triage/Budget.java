package org.consilium.triage;

import org.consilium.triage.Assessment.Advice;

/**
 * The arithmetic of a window, in days; a proposal of the project that clinicians have yet to review (docs, «Time»).
 *
 * <p>remaining = window − elapsed; budget = remaining − 14 days to arrange treatment − a margin of a fifth of the window, to
 * the nearest day and at least 3. A future start counts as today, so that no window is ever longer than published.
 */
record Budget(int elapsed, int remaining, int days) {
    /** Days to arrange treatment once it is agreed. */
    static final int LEAD_DAYS = 14;

    static final int LEAST_MARGIN_DAYS = 3;

    static Budget of(int window, long elapsed) {
        var spent = (int) Math.min(Math.max(0, elapsed), 100_000);
        var remaining = window - spent;
        return new Budget(spent, remaining, remaining - LEAD_DAYS - margin(window));
    }

    static int margin(int window) {
        return Math.max(LEAST_MARGIN_DAYS, (window * 20 + 50) / 100);
    }

    Advice advice() {
        if (days >= 21) {
            return Advice.IN_PERSON;
        }
        if (days >= 7) {
            return Advice.FAST_REVIEW;
        }
        return days >= 1 ? Advice.PHONE_TODAY : Advice.DO_NOT_POSTPONE;
    }
}
