package org.consilium.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How things went some time after a decision, in the person's own words.
 *
 * @param days how long after the decision it was asked: one of {@link #DAYS}
 * @param decided the day of the decision it looks back on; a later change of mind has look-backs of its own
 * @param what what was done, in words; may be empty
 * @param happened what happened since, good or bad; may be empty
 */
public record FollowUp(
        int days, LocalDate decided, Done done, String what, Again again, String happened, LocalDate on) {
    /** When a decision is looked back on, in days after it. */
    public static final List<Integer> DAYS = List.of(30, 90, 365);

    public FollowUp {
        Objects.requireNonNull(decided);
        Objects.requireNonNull(done);
        Objects.requireNonNull(again);
        Objects.requireNonNull(on);
        what = Kept.text(what).strip();
        happened = Kept.text(happened).strip();
        if (!DAYS.contains(days)) {
            throw new IllegalArgumentException("a decision is looked back on after 30, 90 or 365 days");
        }
        if (what.length() > DecisionRecord.LONGEST_WORDS || happened.length() > DecisionRecord.LONGEST_WORDS) {
            throw new IllegalArgumentException(
                    "an answer is longer than " + DecisionRecord.LONGEST_WORDS + " characters");
        }
    }

    /** Whether what was decided was done. */
    public enum Done {
        AS_DECIDED,
        PARTLY,
        OTHERWISE,
        NOT_YET;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether the person would decide the same again. */
    public enum Again {
        YES,
        NO,
        UNSURE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
