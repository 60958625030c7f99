package org.consilium.terminology;

import org.consilium.clinical.Code;

/** Takes what the reader of an official terminology file finds, in any order. */
public interface ConceptSink {
    void concept(Concept concept);

    /** One more name of a concept that is given elsewhere in the file. */
    void name(Code code, String name);

    /** {@code child} is a kind of {@code parent}. */
    void parent(Code child, Code parent);

    /** @param exact false when {@code from} is, or may be, more exact than {@code to} */
    void mapping(Code from, Code to, boolean exact);

    /**
     * How common a disease is.
     *
     * @param words as the file gives it, for example {@code 1-9 / 100 000}
     * @param rare at most 1 of 2,000 people (Regulation (EC) No 141/2000: not more than 5 in 10,000)
     */
    void prevalence(Code code, String words, boolean rare);
}
