package org.consilium.triage;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as it is searched: words in lower case without accents. Punctuation that ends a thought becomes the word {@code .},
 * a comma the word {@code ,}; everything else that is no letter or digit parts words.
 */
record Text(List<String> words) {
    static final String STOP = ".";
    static final String COMMA = ",";

    static Text of(String raw) {
        var plain = isAscii(raw)
                ? raw
                : Normalizer.normalize(raw, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            var c = plain.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                word.append(Character.toLowerCase(c));
                continue;
            }
            if (c == '\'' || c == '\u2019') {
                continue;
            }
            end(word, words);
            if (c == ',') {
                words.add(COMMA);
            } else if (c == '.' || c == ';' || c == ':' || c == '!' || c == '?' || c == '\n') {
                words.add(STOP);
            }
        }
        end(word, words);
        return new Text(words);
    }

    /** The words alone, for the phrases that are looked for. */
    static List<String> phrase(String raw) {
        return of(raw).words.stream()
                .filter(word -> !word.equals(STOP) && !word.equals(COMMA))
                .toList();
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isAscii(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
