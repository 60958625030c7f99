package org.consilium.terminology;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as they are looked up: without case, accents and punctuation. */
final class Folded {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST = 300;

    private Folded() {}

    static List<String> words(String text) {
        var bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        var plain = MARKS.matcher(
                        Normalizer.normalize(bounded.replace("'s", "").replace("\u2019s", ""), Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(NO_WORD.split(plain))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** A code without its dots and dashes. */
    static String code(String code) {
        return NO_WORD.matcher(code).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
