package org.consilium.records;

import java.util.Locale;
import org.consilium.language.Message;

/** The five piles a person gathers for a second opinion. */
public enum Pile {
    LABS,
    IMAGING,
    /** Biopsies, cell and tissue reports. */
    PATHOLOGY,
    PRESCRIPTIONS,
    HISTORY;

    /** What a person calls it. */
    public Message title() {
        return Message.of("records.pile." + name().toLowerCase(Locale.ROOT));
    }
}
