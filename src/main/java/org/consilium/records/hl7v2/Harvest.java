package org.consilium.records.hl7v2;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.Fact;
import org.consilium.language.Message;
import org.consilium.records.Content;
import org.consilium.records.Parts;
import org.consilium.records.Problem;
import org.consilium.records.Problem.Severity;
import org.consilium.records.Reading;
import org.jspecify.annotations.Nullable;

/** What a file of messages gave: facts, files inside of it, and the count of all that became neither, with its reason. */
final class Harvest {
    /** No honest file holds more; what comes after is counted. */
    private static final int MOST_FACTS = 500_000;

    /** Why something became no fact of its own; the words stand under {@code hl7v2.<word>}. */
    enum Reason {
        /** An observation that is a line of a report or note: it is in that fact's text. */
        TEXT(null, "text"),
        ADMINISTRATIVE(Severity.INFORMATION, "administrative"),
        OWN_SEGMENT(Severity.INFORMATION, "own"),
        CHARGE(Severity.INFORMATION, "charges"),
        ELSEWHERE(Severity.INFORMATION, "elsewhere"),
        EMPTY(Severity.INFORMATION, "empty"),
        EMPTY_FILE(Severity.WARNING, "empty-file"),
        BROKEN_FILE(Severity.WARNING, "broken-file"),
        DATE(Severity.WARNING, "dates"),
        TOO_MANY(Severity.ERROR, "too-many");

        private final @Nullable Severity severity;
        private final String word;

        Reason(@Nullable Severity severity, String word) {
            this.severity = severity;
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private record Count(int number, String first) {}

    private final Content content;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Reading> parts = new ArrayList<>();
    private final Map<Reason, Count> counts = new EnumMap<>(Reason.class);

    Harvest(Content content) {
        this.content = content;
    }

    void count(Reason reason, String place) {
        counts.merge(reason, new Count(1, place), (one, more) -> new Count(one.number + 1, one.first));
    }

    int counted(Reason reason) {
        var count = counts.get(reason);
        return count == null ? 0 : count.number;
    }

    void add(Draft draft, String place) {
        if (facts.size() >= MOST_FACTS) {
            count(Reason.TOO_MANY, place);
            return;
        }
        draft.fact(content.label()).ifPresentOrElse(facts::add, () -> count(Reason.EMPTY, place));
    }

    /** A file carried in a field. */
    void part(String place, String name, byte[] bytes) {
        try {
            parts.add(Parts.read(content, place, name, new ByteArrayInputStream(bytes)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Fact> facts() {
        return facts;
    }

    List<Reading> parts() {
        return parts;
    }

    List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        counts.forEach((reason, count) -> {
            if (reason.severity != null) {
                problems.add(
                        new Problem(reason.severity, Message.of("hl7v2." + reason.word, count.number), count.first));
            }
        });
        return problems;
    }
}
