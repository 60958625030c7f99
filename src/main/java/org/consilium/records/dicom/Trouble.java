package org.consilium.records.dicom;

import java.util.Locale;
import org.consilium.language.Message;
import org.consilium.records.Problem.Severity;

/** What can be wrong with a file. */
enum Trouble {
    /** No preamble, or no word on how it is written: it was found out. */
    UNANNOUNCED(Severity.INFORMATION),
    /** It is written otherwise than it says. */
    OTHERWISE(Severity.INFORMATION),
    /** It ends too soon. */
    CUT(Severity.WARNING),
    /** A length or a mark in it cannot be right. */
    DAMAGED(Severity.WARNING),
    /** More elements or items than are kept. */
    TOO_MANY(Severity.WARNING),
    /** Sequences in sequences without end. */
    TOO_DEEP(Severity.WARNING),
    /** A text longer than is kept. */
    LONG_TEXT(Severity.WARNING);

    private final Severity severity;

    Trouble(Severity severity) {
        this.severity = severity;
    }

    Severity severity() {
        return severity;
    }

    Message message() {
        return Message.of("dicom.trouble." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
