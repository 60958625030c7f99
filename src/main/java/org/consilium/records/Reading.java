package org.consilium.records;

import java.util.List;
import java.util.Locale;
import org.consilium.clinical.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What one file said.
 *
 * @param facts of the file and of all its parts
 * @param problems of the file itself; each part has its own
 * @param patient whose record the file itself says it is; each part has its own
 * @param parts the files found inside this one, those inside of parts too
 */
public record Reading(
        Format format,
        Status status,
        List<Fact> facts,
        List<Problem> problems,
        @Nullable Identity patient,
        List<Part> parts) {
    /** How far a file was understood. */
    public enum Status {
        /** All of it. */
        READ,
        /** Some of it; the problems say what not. */
        PARTLY,
        /** Stored, not understood. */
        KEPT,
        /** Not taken in at all: empty, or too large. */
        REFUSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Reading {
        facts = List.copyOf(facts);
        problems = List.copyOf(problems);
        parts = List.copyOf(parts);
    }

    /** What a file without parts said. */
    public Reading(Format format, Status status, List<Fact> facts, List<Problem> problems, @Nullable Identity patient) {
        this(format, status, facts, problems, patient, List.of());
    }
}
