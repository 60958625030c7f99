package org.consilium.language;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The Flesch-Kincaid grade of an English text (Kincaid and others, 1975): 0.39 words per sentence + 11.8 syllables per word -
 * 15.59. Syllables are counted by vowel groups, which is right for about nine words in ten.
 */
record ReadingGrade(int sentences, int words, int syllables) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}'-]*|\\d[\\d.,]*");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?:](\\s|$)");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

    /** As in diagnosis, biopsy, serious; not as in social, opinion, region. */
    private static final Pattern TWO_IN_A_GROUP = Pattern.compile("(?<![cstgxnl])i[ao]");

    static ReadingGrade of(String text) {
        var words = WORD.matcher(text).results().map(match -> match.group()).toList();
        var ends = (int) SENTENCE_END.matcher(text.strip()).results().count();
        var open = text.strip().matches("(?s).*[.!?:]") ? 0 : 1;
        var syllables = words.stream().mapToInt(ReadingGrade::syllables).sum();
        return new ReadingGrade(Math.max(1, ends + open), words.size(), syllables);
    }

    ReadingGrade plus(ReadingGrade other) {
        return new ReadingGrade(sentences + other.sentences, words + other.words, syllables + other.syllables);
    }

    double grade() {
        return words == 0 ? 0 : 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    }

    static int syllables(String word) {
        var letters = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (letters.length() <= 3) {
            return 1;
        }
        var spoken = letters.replaceAll("(?<![td])ed$", "")
                .replaceAll("(?<=[^aeiouylscxz])es$", "")
                .replaceAll("(?<=[^l])e$", "")
                .replaceAll("(?<=[aeiouy])le$", "l");
        var groups = VOWELS.matcher(spoken).results().count();
        var spokenApart = TWO_IN_A_GROUP.matcher(spoken).results().count();
        return (int) Math.max(1, groups + spokenApart);
    }
}
