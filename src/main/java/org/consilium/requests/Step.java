package org.consilium.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a request.
 *
 * @param on the day the person gives for it; absent for writing and taking back
 * @param undoes the step it takes back
 * @param details the letter as it stands from here
 * @param saved when it was noted
 */
public record Step(
        UUID id,
        Event event,
        @Nullable LocalDate on,
        @Nullable Method method,
        @Nullable UUID undoes,
        @Nullable Details details,
        Instant saved) {
    /** What happened. */
    public enum Event {
        WRITTEN,
        ASKED,
        REMINDED,
        RECEIVED,
        REFUSED,
        NO_ANSWER,
        WITHDRAWN,
        UNDONE;

        /** Lower case with hyphens, as stored. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Event ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
