package org.consilium.records;

import java.util.Locale;

/** What a file is, by its content. The words in JSON are those of the command line's contract. */
public enum Format {
    FHIR_R4,
    FHIR_OTHER,
    CCDA,
    DICOM,
    HL7V2,
    PDF,
    IMAGE,
    APPLE_HEALTH,
    HEALTH_CARD,
    TEXT,
    ARCHIVE,
    UNKNOWN;

    /** Lower case with hyphens, for example {@code fhir-r4}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
