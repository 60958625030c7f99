package org.consilium.knowledge;

import java.util.List;
import java.util.Locale;

/**
 * What is good to know around a second opinion.
 *
 * @param countries ISO 3166 codes of two letters where it holds; none where it holds anywhere
 * @param says one to three sentences for the person
 */
public record Background(
        String id, Topic topic, List<String> countries, Words name, Words says, Provenance provenance) {
    /** What it is about. */
    public enum Topic {
        /** Who pays, and what right there is to a second opinion. */
        INSURANCE,
        /** How a country or a society sorts treatments by how soon they should begin. */
        SCALE,
        /** What tells whether a specialist fits, and how much it tells. */
        SIGNAL;

        static Topic ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public Background {
        countries = List.copyOf(countries);
    }
}
