package org.consilium.comparison;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.consilium.language.Message;
import org.consilium.opinions.Opinion;

/** How words of an opinion are shown and told apart. */
final class Texts {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private Texts() {}

    /** Lower case, no accents, one blank between words: for telling whether two texts are the very same words. */
    static String plain(String text) {
        var bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return NOT_A_WORD.matcher(bare).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** Words of the knowledge base, plain and between blanks, each made once; never for words of an opinion. */
    static String known(String words) {
        return KNOWN.computeIfAbsent(words, it -> " " + plain(it) + " ");
    }

    /** The words as they stand. */
    static Message quote(String text) {
        return Message.of("comparison.quote", text);
    }

    /** The doctor's name, or the place among the opinions when the name is blank. */
    static Object name(Opinion opinion, int place) {
        var name = opinion.author().name().strip();
        return name.isEmpty() ? Message.of("comparison.doctor", place + 1) : name;
    }

    static String number(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
