package org.consilium.decision;

/** What came of keeping something about a decision. */
public enum DecisionChange {
    SAVED,
    /** There is no such case for this actor, or the actor may only look; which of the two is not told. */
    NOT_FOUND
}
