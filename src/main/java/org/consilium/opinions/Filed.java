package org.consilium.opinions;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An opinion in a case, as it now stands.
 *
 * @param version counts the forms it has had
 * @param finished true for a whole opinion, false for one still being written
 * @param removed true when it was set aside; it can be restored
 * @param draft its content, whole or not
 */
public record Filed(UUID id, int version, boolean finished, boolean removed, Instant written, Draft draft) {
    /** The whole opinion; empty while it is being written. Only these are compared. */
    public Optional<Opinion> opinion() {
        return finished && draft.finish() instanceof OpinionJson.Reading.Parsed parsed
                ? Optional.of(parsed.opinion())
                : Optional.empty();
    }
}
