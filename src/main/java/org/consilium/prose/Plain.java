package org.consilium.prose;

import java.text.Normalizer;

/** Words in the form in which they are compared: small letters without accents, each at the place where it stood. */
public final class Plain {
    private Plain() {}

    /** As long as the text itself, so that places in one are places in the other. */
    public static String of(String text) {
        var plain = new StringBuilder(text.length());
        for (var index = 0; index < text.length(); index++) {
            plain.append(letter(text.charAt(index)));
        }
        return plain.toString();
    }

    private static char letter(char character) {
        if (character < 0x80) {
            return Character.toLowerCase(character);
        }
        return switch (character) {
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
            case '\u2018', '\u2019', '\u00b4' -> '\'';
            case '\u201c', '\u201d', '\u00ab', '\u00bb' -> '"';
            case '\u00a0', '\u2007', '\u202f' -> ' ';
            case '\u00ba', '\u00aa', '\u00b5', '\u03bc' -> character;
            default ->
                Character.toLowerCase(Normalizer.normalize(String.valueOf(character), Normalizer.Form.NFD)
                        .charAt(0));
        };
    }
}
