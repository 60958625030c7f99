package org.consilium.access;

import java.util.Locale;

/** What somebody is in a case. */
public enum Role {
    /** Opened it; may do everything. */
    OWNER,
    /** Helps the patient; may do everything. */
    CARER,
    /** May look, may not change. */
    READER;

    public boolean mayWrite() {
        return this != READER;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
