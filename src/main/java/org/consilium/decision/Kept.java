package org.consilium.decision;

/** Text as the database can keep it. */
final class Kept {
    private Kept() {}

    /** The text without what is no letter at all: NUL characters and halves of a surrogate pair. */
    static String text(String words) {
        var kept = new StringBuilder(words.length());
        words.codePoints()
                .filter(letter -> letter != 0 && Character.getType(letter) != Character.SURROGATE)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
