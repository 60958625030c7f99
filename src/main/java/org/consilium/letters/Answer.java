package org.consilium.letters;

/** What a person says to one proposed field. */
public sealed interface Answer {
    /** It is so. */
    record Confirmed() implements Answer {}

    /** It is otherwise: this is right. */
    record Corrected(String value) implements Answer {
        /** More than this no field of an opinion takes. */
        public static final int LONGEST = 10_000;

        public Corrected {
            value = value.strip();
            if (value.isEmpty() || value.length() > LONGEST) {
                throw new IllegalArgumentException("a correction has words, at most " + LONGEST + " characters");
            }
        }
    }

    /** The letter does not say it, or it shall not be part of the opinion. */
    record Rejected() implements Answer {}
}
