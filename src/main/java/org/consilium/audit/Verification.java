package org.consilium.audit;

/** What checking the chain of one case found. */
public sealed interface Verification {
    /** Every entry is as it was written, none is missing between the first and the last. */
    record Intact(long count) implements Verification {}

    /** The first entry that is not as it was written, or the number that is missing. */
    record Broken(long seq) implements Verification {}
}
