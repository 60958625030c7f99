package org.consilium.access;

/** What came of changing a case. */
public sealed interface CaseChange {
    /** It is now as asked. */
    record Changed(ClinicalCase now) implements CaseChange {}

    /** There is no such case for this actor, or the actor may only look at it; which of the two is not told. */
    record NotFound() implements CaseChange {}
}
