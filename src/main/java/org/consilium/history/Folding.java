package org.consilium.history;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words without their accents and capitals, so that «Medicación» is found by «medicacion». */
final class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Folding() {}

    static String of(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
