package org.consilium.history;

import java.util.List;
import java.util.Optional;
import org.consilium.clinical.Fact;
import org.consilium.clinical.PartialDate;

/**
 * One medicine with everything the records say about it.
 *
 * @param name as the newest record calls it
 * @param taking whether it is taken now, as far as the records tell
 * @param uses what the records say, the newest first, at least one
 */
public record Medicine(String name, Taking taking, List<Fact> uses) {
    /** Whether a medicine is taken, as the records tell; the records may be behind. */
    public enum Taking {
        /** A record calls it active, and none later stops it. */
        NOW,
        /** Every record says that it ended, was stopped or was used up. */
        BEFORE,
        /** The records do not say whether it is still taken, or say both. */
        UNCLEAR,
        /** Ordered or intended, not known to be taken. */
        PLANNED
    }

    public Medicine {
        uses = List.copyOf(uses);
    }

    /** The first day on record. */
    public Optional<PartialDate> since() {
        return uses.stream()
                .flatMap(use -> Optional.ofNullable(use.date()).stream())
                .min(PartialDate::compareTo);
    }

    /** The last end on record. */
    public Optional<PartialDate> until() {
        return uses.stream()
                .flatMap(use -> Optional.ofNullable(use.end()).stream())
                .max(PartialDate::compareTo);
    }
}
