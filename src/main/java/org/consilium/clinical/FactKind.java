package org.consilium.clinical;

import java.util.Locale;

/** What sort of statement a fact is. The names in JSON are the words of the command line's contract. */
public enum FactKind {
    CONDITION,
    MEDICATION,
    ALLERGY,
    LAB,
    VITAL,
    PROCEDURE,
    PLANNED_PROCEDURE,
    REPORT,
    IMAGING,
    IMMUNIZATION,
    ENCOUNTER,
    FAMILY_HISTORY,
    SOCIAL_HISTORY,
    DEVICE,
    DOCUMENT;

    /** Lower case with hyphens, for example {@code planned-procedure}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind for a word made by {@link #word()}. */
    public static FactKind ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
