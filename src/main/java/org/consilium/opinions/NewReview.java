package org.consilium.opinions;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link to be made.
 *
 * @param validFor how long it works
 * @param mostUses how often it lets somebody in
 * @param peerOf the opinion to be checked, for a peer check
 */
public record NewReview(
        Review.Asked asked,
        boolean blinded,
        Duration validFor,
        int mostUses,
        @Nullable UUID peerOf) {
    public static final int LONGEST_TEXT = 4_000;

    public NewReview {
        if (mostUses < 1 || mostUses > 100 || validFor.isNegative() || validFor.toDays() > 366) {
            throw new IllegalArgumentException("a link works 1 to 100 times, for a year at most");
        }
        if (asked.who().length() > LONGEST_TEXT
                || asked.question().length() > LONGEST_TEXT
                || asked.afterwards().length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("a name and questions have " + LONGEST_TEXT + " characters at most");
        }
    }
}
