package org.consilium.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.consilium.knowledge.RedFlag;

/**
 * Finds red flags in what the person typed. The words of a phrase count in any order, close together and within one thought:
 * «pain in my left testicle» is «testicle pain». What is denied does not count.
 */
final class Symptoms {
    private static final int SLACK = 3;
    private static final Set<String> SMALL = Set.of(
            "a", "an", "the", "in", "on", "of", "my", "with", "while", "during", "after", "and", "me", "el", "la",
            "los", "las", "en", "de", "mi", "con", "durante", "un", "una", "y");

    private record Phrase(RedFlag flag, List<String> words) {}

    private final List<Phrase> phrases = new ArrayList<>();

    void add(RedFlag flag) {
        for (var words : flag.symptomWords()) {
            var all = Text.phrase(words);
            var telling = all.stream().filter(word -> !SMALL.contains(word)).toList();
            phrases.add(new Phrase(flag, telling.isEmpty() ? all : telling));
        }
    }

    /** @param assumptions gives the words that the phrases of a flag need not find, because they are known to be so */
    Set<RedFlag> find(String said, Assumptions assumptions) {
        var text = Text.of(said);
        var flags = new LinkedHashSet<RedFlag>();
        var known = new HashMap<RedFlag, List<String>>();
        for (var phrase : phrases) {
            var words = without(known.computeIfAbsent(phrase.flag, assumptions::known), phrase.words);
            if (!words.isEmpty() && !flags.contains(phrase.flag) && says(text, words)) {
                flags.add(phrase.flag);
            }
        }
        return flags;
    }

    private static List<String> without(List<String> known, List<String> words) {
        return words.stream()
                .filter(word -> known.stream().noneMatch(word::startsWith))
                .toList();
    }

    private static boolean says(Text text, List<String> words) {
        for (int at = 0; at < text.words().size(); at++) {
            var end = end(text.words(), at, words);
            if (end > at && !Negation.denies(text, at, end)) {
                return true;
            }
        }
        return false;
    }

    /** Where the words end that start here, or -1. */
    private static int end(List<String> text, int start, List<String> wanted) {
        var open = new ArrayList<>(wanted);
        var reach = Math.min(text.size(), start + wanted.size() + SLACK);
        for (int at = start; at < reach; at++) {
            var word = text.get(at);
            if (word.equals(Text.STOP)) {
                return -1;
            }
            var found =
                    open.stream().filter(one -> WordIndex.matches(word, one)).findFirst();
            if (found.isEmpty() && at == start) {
                return -1;
            }
            found.ifPresent(open::remove);
            if (open.isEmpty()) {
                return at + 1;
            }
        }
        return -1;
    }
}
