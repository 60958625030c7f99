package org.consilium.web.pages;

import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/**
 * How much time is safe, at a glance.
 *
 * @param href to the whole answer
 * @param emergency true when care comes first and no number may be shown
 * @param words the advice
 * @param window length in days, with {@code elapsed} and {@code budget} absent when they are not known
 * @param booked the booked treatment date in words, if any
 */
public record TimeBar(
        String href,
        boolean emergency,
        Message words,
        @Nullable Integer window,
        @Nullable Integer elapsed,
        @Nullable Integer budget,
        @Nullable Message booked) {
    /** True when the bar can be drawn. */
    public boolean drawn() {
        return window != null && elapsed != null;
    }

    /** Days that have gone by, as a share of a bar 100 wide. */
    public int usedWidth() {
        return window == null || elapsed == null ? 0 : Math.clamp(Math.round(100f * elapsed / window), 0, 100);
    }

    /** Days free for another opinion, as a share of a bar 100 wide. */
    public int freeWidth() {
        return window == null || budget == null || budget <= 0
                ? 0
                : Math.min(100 - usedWidth(), Math.round(100f * budget / window));
    }
}
