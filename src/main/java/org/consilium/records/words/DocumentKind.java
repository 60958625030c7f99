package org.consilium.records.words;

import java.util.Optional;
import org.consilium.clinical.FactKind;
import org.jspecify.annotations.Nullable;

/** What a document is. The categories are those of HL7 table 0074, the codes LOINC document codes. */
public enum DocumentKind {
    PATHOLOGY(FactKind.REPORT, "PAT", "11526-1"),
    RADIOLOGY(FactKind.REPORT, "RAD", "18748-4"),
    LAB(FactKind.REPORT, "LAB", "11502-2"),
    PRESCRIPTION(FactKind.DOCUMENT, null, "57833-6"),
    DISCHARGE(FactKind.DOCUMENT, null, "18842-5"),
    OPERATION(FactKind.DOCUMENT, null, "11504-8"),
    LETTER(FactKind.DOCUMENT, null, "11488-4"),
    /** What the words do not tell. */
    OTHER(FactKind.DOCUMENT, null, null);

    private final FactKind fact;
    private final @Nullable String category;
    private final @Nullable String loinc;

    DocumentKind(FactKind fact, @Nullable String category, @Nullable String loinc) {
        this.fact = fact;
        this.category = category;
        this.loinc = loinc;
    }

    /** A report of findings, or any other document. */
    public FactKind fact() {
        return fact;
    }

    /** LAB, RAD or PAT for reports. */
    public Optional<String> category() {
        return Optional.ofNullable(category);
    }

    /** The LOINC code of this kind of document. */
    public Optional<String> loinc() {
        return Optional.ofNullable(loinc);
    }
}
