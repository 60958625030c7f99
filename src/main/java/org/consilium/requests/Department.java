package org.consilium.requests;

import java.util.Locale;
import org.consilium.knowledge.Checklist;
import org.consilium.language.Message;

/** Who in a hospital or clinic keeps something. Each gets a letter of its own. */
public enum Department {
    /** The film library: images. */
    IMAGING,
    /** Keeps slides and blocks. */
    PATHOLOGY,
    /** Medical records: everything on paper. */
    RECORDS;

    static Department of(Checklist.Item item) {
        return switch (item.kind()) {
            case IMAGES -> IMAGING;
            case SLIDES -> PATHOLOGY;
            case REPORT, LAB, DOCUMENT, MEDICATIONS, HISTORY -> RECORDS;
        };
    }

    /** Lower case, as stored. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Message wording() {
        return Message.of("requests.department." + word());
    }
}
