package org.consilium.records;

import java.util.List;
import java.util.Locale;
import org.consilium.clinical.Fact;
import org.jspecify.annotations.Nullable;

/** What one file said. */
public record Reading(
        Format format,
        Status status,
        List<Fact> facts,
        List<Problem> problems,
        @Nullable Identity patient) {
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
    }
}
