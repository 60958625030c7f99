package org.consilium.preparation;

/** What came of saving answers. */
public sealed interface AnswersChange {
    /** They are kept, beside those that stood before. */
    record Saved() implements AnswersChange {}

    /** They say what already stood; nothing was written. */
    record Unchanged() implements AnswersChange {}

    /** There is no such case, or this person may not change it. */
    record NotFound() implements AnswersChange {}
}
