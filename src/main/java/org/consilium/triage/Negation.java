package org.consilium.triage;

import java.util.List;
import java.util.Set;

/**
 * Whether a phrase in a text is denied: «no chest pain», «sin fiebre ni dolor de pecho», «chest pain: none». When in doubt
 * it is not denied, because a missed emergency costs more than a needless question.
 */
final class Negation {
    private static final int REACH = 8;
    private static final Set<String> DENIES = Set.of(
            "no",
            "not",
            "without",
            "denies",
            "denied",
            "deny",
            "never",
            "negative",
            "neither",
            "nor",
            "dont",
            "doesnt",
            "didnt",
            "havent",
            "hasnt",
            "isnt",
            "wasnt",
            "sin",
            "niega",
            "niego",
            "nunca",
            "tampoco",
            "ningun",
            "ninguna",
            "ni",
            "absence",
            "ausencia",
            "negativo",
            "free");
    /** A test with one of these was done: the word is its result. */
    private static final Set<String> RESULTS =
            Set.of("negative", "negativo", "negativa", "absent", "ausente", "absence", "ausencia");

    private static final Set<String> JOINS = Set.of("or", "nor", "ni", "o", "u");
    private static final Set<String> BREAKS = Set.of(
            Text.STOP,
            "but",
            "and",
            "only",
            "just",
            "sure",
            "know",
            "certain",
            "if",
            "because",
            "however",
            "although",
            "pero",
            "y",
            "e",
            "solo",
            "solamente",
            "seguro",
            "segura",
            "se",
            "si",
            "porque",
            "aunque",
            "sino");
    private static final Set<String> FILLS = Set.of(
            "any",
            "have",
            "had",
            "has",
            "having",
            "feel",
            "felt",
            "feeling",
            "been",
            "am",
            "is",
            "was",
            "the",
            "a",
            "an",
            "my",
            "of",
            "for",
            "to",
            "signs",
            "sign",
            "symptoms",
            "symptom",
            "severe",
            "new",
            "more",
            "other",
            "longer",
            "currently",
            "now",
            "today",
            "history",
            "evidence",
            "experiencing",
            "experienced",
            "get",
            "getting",
            "there",
            "acute",
            "tengo",
            "tiene",
            "tenido",
            "tuve",
            "siento",
            "sentido",
            "he",
            "ha",
            "hay",
            "de",
            "del",
            "el",
            "la",
            "los",
            "las",
            "un",
            "una",
            "ningun",
            "ninguna",
            "signos",
            "sintomas",
            "presento",
            "presenta",
            "sufro",
            "actualmente",
            "hoy",
            "ahora",
            "fuerte",
            "mas");
    private static final List<List<String>> AFTER = List.of(
            List.of("no"),
            List.of("none"),
            List.of("denied"),
            List.of("absent"),
            List.of("negative"),
            List.of("ruled", "out"),
            List.of("not", "present"),
            List.of("not", "seen"),
            List.of("not", "identified"),
            List.of("descartado"),
            List.of("descartada"),
            List.of("ninguno"),
            List.of("ninguna"),
            List.of("ausente"),
            List.of("negativo"));

    private Negation() {}

    /** True when the words from {@code from} to {@code to} (excluded) are denied where they stand. */
    static boolean denies(Text text, int from, int to) {
        return before(text.words(), from, Set.of()) || after(text.words(), to, Set.of());
    }

    /** The same for the name of a test: «HER2 negative» is a result, «no HER2» is none. */
    static boolean deniesTest(Text text, int from, int to) {
        return before(text.words(), from, RESULTS) || after(text.words(), to, RESULTS);
    }

    /** Goes back: filling words may stand between; before an «or» anything may, for «no fever, cough or chest pain». */
    private static boolean before(List<String> words, int from, Set<String> results) {
        var listed = false;
        for (int at = from - 1; at >= Math.max(0, from - REACH); at--) {
            var word = words.get(at);
            if (BREAKS.contains(word)) {
                return false;
            }
            if (DENIES.contains(word)) {
                return !results.contains(word);
            }
            if (JOINS.contains(word)) {
                listed = true;
            } else if (!listed && !FILLS.contains(word)) {
                return false;
            }
        }
        return false;
    }

    private static boolean after(List<String> words, int to, Set<String> results) {
        var at = to;
        while (at < words.size()
                && (words.get(at).equals(Text.STOP) || words.get(at).equals(Text.COMMA))) {
            at++;
        }
        var start = at;
        return AFTER.stream()
                .filter(denial -> !results.contains(denial.getFirst()))
                .anyMatch(denial -> endsThought(words, start, denial));
    }

    private static boolean endsThought(List<String> words, int start, List<String> denial) {
        var end = start + denial.size();
        return end <= words.size()
                && words.subList(start, end).equals(denial)
                && (end == words.size()
                        || words.get(end).equals(Text.STOP)
                        || words.get(end).equals(Text.COMMA));
    }
}
