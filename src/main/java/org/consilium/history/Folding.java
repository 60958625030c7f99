package org.consilium.history;

import java.text.Normalizer;

/** Words without their accents and capitals, so that «Medicación» is found by «medicacion». */
final class Folding {
    private static final char[] PLAIN = new char[0x2000];

    static {
        for (var c = 0; c < PLAIN.length; c++) {
            var whole = Character.isSurrogate((char) c)
                    ? ""
                    : Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
            var marked = whole.length() > 1 && whole.chars().skip(1).allMatch(Folding::isMark);
            PLAIN[c] = Character.toLowerCase(marked ? whole.charAt(0) : (char) c);
        }
    }

    private Folding() {}

    /** Letters with their accents in one character, as {@link #of} needs them to keep every place. */
    static String whole(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** As long as {@link #whole} of the text, every letter at its place. */
    static String of(String text) {
        var folded = whole(text).toCharArray();
        for (var i = 0; i < folded.length; i++) {
            folded[i] = folded[i] < PLAIN.length ? PLAIN[folded[i]] : Character.toLowerCase(folded[i]);
        }
        return new String(folded);
    }

    private static boolean isMark(int c) {
        var type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
