package org.consilium.audit;

import java.util.Locale;

/** What somebody did in a case. */
public enum Action {
    CASE_OPENED,
    CASE_RENAMED,
    CASE_ARCHIVED,
    CASE_RESTORED,
    FILE_RECEIVED,
    /** Received, and kept apart until a person says whose record it is. */
    FILE_HELD,
    FILE_READ_AGAIN,
    FILE_ACCEPTED,
    FILE_REMOVED,
    FILE_RESTORED,
    FILE_OPENED,
    /** A person corrected, hid, annotated or added a fact, judged a proposed one, or took that back. */
    FACT_CORRECTED,
    FACT_HIDDEN,
    FACT_ANNOTATED,
    FACT_ADDED,
    FACT_CONFIRMED,
    FACT_REJECTED,
    FACT_CHANGE_UNDONE,
    ANSWERS_CHANGED,
    OPINION_RECEIVED,
    OPINION_CHANGED,
    OPINION_REMOVED,
    OPINION_RESTORED,
    /** The case was handed to a reviewer by a link, and taken back. */
    REVIEW_INVITED,
    REVIEW_REVOKED,
    REVIEW_OPENED,
    /** A reviewer wrote down what they conclude before the first opinion was shown. */
    REVIEW_COMMITTED,
    OPINION_SIGNED,
    OPINION_AMENDED,
    OPINION_CHECKED,
    /** A letter was read into proposed fields. */
    LETTER_READ,
    /** A person said something to a proposed field of a letter, or took it back. */
    LETTER_CHECKED,
    DECISION_CHANGED,
    SUMMARY_MADE,
    /** A letter for records was written, or something that became of it was noted or taken back. */
    REQUEST_CHANGED;

    /** Lower case with hyphens, as stored: a word once used keeps its meaning. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Action ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
