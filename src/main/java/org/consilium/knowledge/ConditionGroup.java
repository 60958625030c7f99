package org.consilium.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that are looked at in the same way.
 *
 * @param id for example {@code CA-BREAST}
 * @param codes any of these puts a condition into the group; the most specific group wins over a general one
 * @param rare true when a rare-disease centre should be thought of (trigger T6)
 * @param qualifiers what doctors state beside such a diagnosis, in the order in which they are asked for
 * @param checklist id of the {@link Checklist} of what a specialist needs, absent when there is none yet
 */
public record ConditionGroup(
        String id,
        Words name,
        Tier tier,
        boolean rare,
        List<CodePattern> codes,
        @Nullable String checklist,
        List<Qualifier> qualifiers,
        Provenance provenance) {
    /**
     * A measure, class or stage that decides what comes next.
     *
     * @param unit UCUM or a range, empty where a word is the answer
     */
    public record Qualifier(Words name, String unit, Provenance provenance) {}

    public ConditionGroup {
        codes = List.copyOf(codes);
        qualifiers = List.copyOf(qualifiers);
    }

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
