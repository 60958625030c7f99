package org.consilium.records;

import java.time.Instant;
import java.util.UUID;
import org.consilium.audit.Action;
import org.consilium.audit.Actor;
import org.consilium.clinical.Fact;
import org.jspecify.annotations.Nullable;

/**
 * Something a person changed by hand in what was read. What was read stays as it is; a note says how to look at it.
 *
 * @param by who wrote it
 * @param at when, to the microsecond
 */
public record Note(UUID id, Actor by, Instant at, Act act) {
    /** What the person did. */
    public sealed interface Act {
        /** The fact says something else than the file. */
        record Correct(String fact, Fact before, ByHand now) implements Act {}

        /** The fact is not to be counted or shown. */
        record Hide(String fact, Fact before) implements Act {}

        /** The person's own words about a fact; the fact stays as it is. */
        record Annotate(String fact, Fact before, String words) implements Act {
            public static final int LONGEST = 2000;

            public Annotate {
                words = words.strip();
                if (words.isEmpty() || words.length() > LONGEST) {
                    throw new IllegalArgumentException("an annotation has 1 to " + LONGEST + " characters");
                }
            }
        }

        /** A fact that no file says. */
        record Add(ByHand now) implements Act {}

        /** A proposed fact is right, as it stands or with these words. */
        record Confirm(String fact, Fact before, @Nullable ByHand now) implements Act {}

        /** A proposed fact is wrong. */
        record Reject(String fact, Fact before) implements Act {}

        /** Takes another note back. */
        record Undo(UUID note) implements Act {}

        /** The {@link FactKey} of the fact it is about; absent for an added fact and for taking back. */
        default @Nullable String about() {
            return switch (this) {
                case Correct correct -> correct.fact();
                case Hide hide -> hide.fact();
                case Annotate annotate -> annotate.fact();
                case Confirm confirm -> confirm.fact();
                case Reject reject -> reject.fact();
                case Add add -> null;
                case Undo undo -> null;
            };
        }

        /** What the fact said when the note was written. */
        default @Nullable Fact original() {
            return switch (this) {
                case Correct correct -> correct.before();
                case Hide hide -> hide.before();
                case Annotate annotate -> annotate.before();
                case Confirm confirm -> confirm.before();
                case Reject reject -> reject.before();
                case Add add -> null;
                case Undo undo -> null;
            };
        }

        /** As it stands in the audit trail. */
        default Action action() {
            return switch (this) {
                case Correct correct -> Action.FACT_CORRECTED;
                case Hide hide -> Action.FACT_HIDDEN;
                case Annotate annotate -> Action.FACT_ANNOTATED;
                case Add add -> Action.FACT_ADDED;
                case Confirm confirm -> Action.FACT_CONFIRMED;
                case Reject reject -> Action.FACT_REJECTED;
                case Undo undo -> Action.FACT_CHANGE_UNDONE;
            };
        }
    }
}
