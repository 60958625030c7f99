package org.consilium.decision;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far an option reaches a goal, on the scale of that goal.
 *
 * @param low the least it may be; absent exactly when not known
 * @param high the most it may be; the same as {@code low} unless the opinions give different numbers
 */
public record Level(
        Origin origin, @Nullable Double low, @Nullable Double high) {

    /** Where a level comes from. */
    public enum Origin {
        /** The person set it. */
        PERSON,
        /** A number that the opinions gave. */
        OPINIONS,
        NOT_KNOWN
    }

    public Level {
        Objects.requireNonNull(origin);
        if ((origin == Origin.NOT_KNOWN) != (low == null) || (low == null) != (high == null)) {
            throw new IllegalArgumentException("a level has a value exactly when it is known");
        }
        if (low != null && high != null && !(Double.isFinite(low) && Double.isFinite(high) && low <= high)) {
            throw new IllegalArgumentException("a level lies between two finite numbers");
        }
    }

    public static Level set(double value) {
        return new Level(Origin.PERSON, value, value);
    }

    /** The numbers of the opinions, in either order; the same number twice when they agree. */
    public static Level stated(double one, double other) {
        return new Level(Origin.OPINIONS, Math.min(one, other), Math.max(one, other));
    }

    public static Level notKnown() {
        return new Level(Origin.NOT_KNOWN, null, null);
    }
}
