package org.consilium.access;

import java.util.Locale;

/** Whose case it is, seen from the person who opened it. */
public enum Whose {
    SELF,
    /** A child, parent, partner or anyone else that person helps. */
    RELATIVE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Whose ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
