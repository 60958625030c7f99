package org.consilium.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A question in words, taken apart far enough to leave aside what cannot answer it. The database decides; this only spares it
 * texts, and parts of texts, without a word that begins like one asked for. Forms of a word share its first three letters.
 *
 * @param groups a text has to hold a beginning of each word of one group; from {@code one or other}
 * @param words all that matters in a text, folded; also those to leave out
 */
record Asked(List<List<String>> groups, List<String> words) {
    static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]+");

    private static final Pattern LEFT_OUT = Pattern.compile("(?<![\\p{L}\\p{N}])-\\s*(\"[^\"]*\"?|\\S+)");
    private static final Pattern OR = Pattern.compile("\\bor\\b", Pattern.CASE_INSENSITIVE);
    private static final int SHARED = 3;
    private static final int AROUND = 60;

    /** @param common words that the database does not look for; asked for alone, they count all the same */
    static Asked of(String question, Collection<String> common) {
        var silent = common.stream().map(Folding::of).collect(Collectors.toSet());
        var groups = Arrays.stream(OR.split(LEFT_OUT.matcher(question).replaceAll(" ")))
                .map(group -> tokens(group).stream()
                        .filter(word -> !silent.contains(word))
                        .toList())
                .toList();
        var all = tokens(question);
        var telling = all.stream()
                .filter(word -> !silent.contains(word) && !word.equals("or"))
                .toList();
        return new Asked(groups, telling.isEmpty() ? all : telling);
    }

    static List<String> tokens(String text) {
        return TOKEN.matcher(Folding.of(text))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    /** @param folded a text, folded */
    boolean mayBeIn(String folded) {
        return groups.stream().anyMatch(group -> group.stream().allMatch(word -> place(folded, word, 0) >= 0));
    }

    /** How much of the words a text has, at best: only to choose among very many. */
    int likeness(String folded) {
        return words.stream().mapToInt(word -> longest(folded, word)).sum();
    }

    private static int longest(String folded, String word) {
        var most = 0;
        for (var at = place(folded, word, 0); at >= 0 && most < word.length(); at = place(folded, word, at + 1)) {
            var same = 0;
            while (same < word.length()
                    && at + same < folded.length()
                    && folded.charAt(at + same) == word.charAt(same)) {
                same++;
            }
            most = Math.max(most, same);
        }
        return most;
    }

    /** The words with some around each; its beginning when there are none. */
    String around(String text, String folded) {
        if (text.length() <= 2 * AROUND) {
            return text;
        }
        var kept = new boolean[text.length()];
        for (var word : words) {
            for (var at = place(folded, word, 0); at >= 0; at = place(folded, word, at + 1)) {
                Arrays.fill(kept, start(text, at - AROUND), end(text, at + AROUND), true);
            }
        }
        var parts = new ArrayList<String>();
        var from = 0;
        while (from < kept.length) {
            var to = from;
            while (to < kept.length && kept[to]) {
                to++;
            }
            if (to > from) {
                parts.add(text.substring(from, to).strip());
            }
            from = to + 1;
        }
        return parts.isEmpty() ? text.substring(0, end(text, AROUND)) : String.join(" \u2026 ", parts);
    }

    /** The next place from here where a word begins like this one. */
    private static int place(String folded, String word, int from) {
        var beginning = word.substring(0, Math.min(SHARED, word.length()));
        var at = folded.indexOf(beginning, from);
        while (at > 0 && Character.isLetterOrDigit(folded.charAt(at - 1))) {
            at = folded.indexOf(beginning, at + 1);
        }
        return at;
    }

    private static int start(String text, int near) {
        var at = Math.max(0, near);
        while (at > 0 && !Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static int end(String text, int near) {
        var at = Math.min(text.length(), near);
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Every word as the beginning of a word, for {@code to_tsquery}. */
    String prefixes() {
        return words.stream().map(word -> word + ":*").collect(Collectors.joining(" & "));
    }
}
