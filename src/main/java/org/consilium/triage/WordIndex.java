package org.consilium.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds many phrases in a text in one pass. A word of five letters or more also finds its longer forms ({@code biopsy},
 * {@code biopsying}); a shorter one only itself and its plural.
 */
final class WordIndex<T> {
    private static final int KEY = 3;

    private record Phrase<T>(List<String> words, T what) {}

    /** What was found and which words of the text it is, {@code to} excluded. */
    record Hit<T>(T what, int from, int to) {}

    private final Map<String, List<Phrase<T>>> byStart = new HashMap<>();

    void add(String phrase, T what) {
        var words = Text.phrase(phrase);
        if (!words.isEmpty()) {
            byStart.computeIfAbsent(key(words.getFirst()), start -> new ArrayList<>())
                    .add(new Phrase<>(words, what));
        }
    }

    boolean isIn(String raw) {
        return !find(Text.of(raw)).isEmpty();
    }

    List<Hit<T>> find(Text text) {
        var hits = new ArrayList<Hit<T>>();
        var words = text.words();
        for (int at = 0; at < words.size(); at++) {
            for (var phrase : byStart.getOrDefault(key(words.get(at)), List.of())) {
                if (startsAt(words, at, phrase.words)) {
                    hits.add(new Hit<>(phrase.what, at, at + phrase.words.size()));
                }
            }
        }
        return hits;
    }

    private static boolean startsAt(List<String> words, int at, List<String> phrase) {
        if (at + phrase.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            if (!matches(words.get(at + i), phrase.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** A longer form counts for a word of five letters or more, a plural for any. */
    static boolean matches(String word, String wanted) {
        if (wanted.length() >= 5) {
            return word.startsWith(wanted);
        }
        return word.equals(wanted)
                || (wanted.length() >= KEY
                        && word.length() == wanted.length() + 1
                        && word.startsWith(wanted)
                        && word.endsWith("s"));
    }

    private static String key(String word) {
        return word.length() <= KEY ? word : word.substring(0, KEY);
    }
}
