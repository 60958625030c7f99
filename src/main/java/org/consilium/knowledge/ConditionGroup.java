package org.consilium.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that are looked at in the same way.
 *
 * @param id for example {@code CA-BREAST}
 * @param codes any of these puts a condition into the group; the most specific group wins over a general one
 * @param rare true when a rare-disease centre should be thought of (trigger T6)
 * @param checklist id of the {@link Checklist} of what a specialist needs, absent when there is none yet
 */
public record ConditionGroup(
        String id,
        Words name,
        Tier tier,
        boolean rare,
        List<CodePattern> codes,
        @Nullable String checklist,
        Provenance provenance) {
    /** What belonging to the group means for the triggers. */
    public enum Tier {
        /** A serious condition: trigger T1. */
        SERIOUS,
        /** Serious, and treatment usually starts within days. */
        SERIOUS_FAST,
        /** Serious, and months of thinking time are usual. */
        SERIOUS_SLOW,
        /** Serious because surgery is the question: trigger T2. */
        SURGICAL,
        /** A finding that is not yet a diagnosis: trigger T7. */
        DOUBT
    }
}
