package org.consilium.records;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Source;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/** A fact in the words of a person. */
public record ByHand(
        FactKind kind,
        String text,
        @Nullable PartialDate date,
        @Nullable Value value) {
    /** The file that sources of such facts name; the place in it is the id of the {@link Note}. */
    public static final String FILE = "by-hand";

    public static final int LONGEST_TEXT = 500;

    public ByHand {
        text = text.strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("a fact has a text of 1 to " + LONGEST_TEXT + " characters");
        }
    }

    /** As a fact that was written in this note. */
    Fact fact(UUID note) {
        return new Fact(kind, List.of(), text, date, null, status(kind), value, Map.of(), List.of(source(note)));
    }

    static Source source(UUID note) {
        return new Source(FILE, note.toString());
    }

    /** The FHIR status word for what a person says is so. */
    static String status(FactKind kind) {
        return switch (kind) {
            case CONDITION, MEDICATION, ALLERGY, DEVICE -> "active";
            case LAB, VITAL, REPORT, SOCIAL_HISTORY -> "final";
            case PROCEDURE, IMMUNIZATION, FAMILY_HISTORY -> "completed";
            case PLANNED_PROCEDURE -> "planned";
            case IMAGING -> "available";
            case ENCOUNTER -> "finished";
            case DOCUMENT -> "current";
        };
    }
}
