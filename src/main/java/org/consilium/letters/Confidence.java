package org.consilium.letters;

/** How plainly a letter says a thing. Each proposal is checked by a person all the same. */
public enum Confidence {
    /** The letter says it in these words. */
    SAID,
    /** It follows from where it stands, for example under the heading of the plan. */
    IMPLIED,
    /** It may be meant otherwise. */
    UNSURE
}
