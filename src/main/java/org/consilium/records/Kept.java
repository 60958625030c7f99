package org.consilium.records;

import java.util.List;
import java.util.Locale;
import org.consilium.language.Message;
import org.consilium.records.Problem.Severity;
import org.consilium.records.Reading.Status;

/** A file that is kept as it is: one document, and one sentence on what it is and what the person can do with it. */
final class Kept {
    private Kept() {}

    /** The words stand under {@code records.kept.<word>}. */
    static Reading as(Content content, Format format, String word) {
        var problem = new Problem(Severity.WARNING, Message.of("records.kept." + word.toLowerCase(Locale.ROOT)), "");
        return new Reading(format, Status.KEPT, List.of(content.asDocument()), List.of(problem), null);
    }

    static Reading broken(Content content, Format format, String key, int line) {
        var problem = new Problem(Severity.ERROR, Message.of(key, line), "line " + line);
        return new Reading(format, Status.KEPT, List.of(content.asDocument()), List.of(problem), null);
    }

    static Reading empty() {
        var problem = new Problem(Severity.ERROR, Message.of("records.empty"), "");
        return new Reading(Format.UNKNOWN, Status.REFUSED, List.of(), List.of(problem), null);
    }
}
