package org.consilium.knowledge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds a condition by its name. The whole name has to be one of those in the knowledge base, in English or Spanish; case,
 * accents, punctuation, a side of the body and words such as «unspecified» make no difference. Nothing is guessed from a part
 * of a name: «no breast cancer» is no name.
 */
public final class ConditionNames {
    private static final int FAR = 9;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BESIDE =
            Pattern.compile("\\((disorder|finding|morphologic abnormality|diagnosis|trastorno|diagnostico)\\)|[’']s\\b"
                    + "|\\b(unspecified|nos|not otherwise specified|left|right|bilateral|primary malignant"
                    + "|izquierd[oa]|derech[oa]|no especificad[oa]|of the|of|the|de la|del|de)\\b");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<String, NamedCondition> byName = new HashMap<>();
    private final List<Known> known = new ArrayList<>();

    private record Known(String key, List<String> words, String name, NamedCondition condition) {}

    /** A condition found by words, with the name of it that fits them best. */
    public record Hit(NamedCondition condition, String name) {}

    ConditionNames(List<NamedCondition> conditions) {
        for (var condition : conditions) {
            Stream.concat(condition.english().stream(), condition.spanish().stream())
                    .forEach(name -> add(name, condition));
        }
    }

    private void add(String name, NamedCondition condition) {
        var key = key(name);
        byName.putIfAbsent(key, condition);
        known.add(new Known(key, List.of(key.split(" ")), name, condition));
    }

    /**
     * Conditions with a name that has all the words, beginnings of words and words with one typing error included; the closest
     * and shortest names first.
     */
    public List<Hit> search(String words, int most) {
        var wanted = key(words.length() > 200 ? words.substring(0, 200) : words);
        if (wanted.isEmpty()) {
            return List.of();
        }
        var parts = List.of(wanted.split(" "));
        var best = new LinkedHashMap<NamedCondition, Hit>();
        known.stream()
                .map(name -> Map.entry(distance(wanted, parts, name), name))
                .filter(found -> found.getKey() < FAR)
                .sorted(Map.Entry.<Integer, Known>comparingByKey()
                        .thenComparing(found -> found.getValue().key().length())
                        .thenComparing(found -> found.getValue().key()))
                .forEach(found -> best.putIfAbsent(
                        found.getValue().condition(),
                        new Hit(found.getValue().condition(), found.getValue().name())));
        return best.values().stream().limit(most).toList();
    }

    /** 0 the very name, 1 its beginning, 2 all words begin one of its words, 3 with a typing error; {@link #FAR} none of these. */
    private static int distance(String wanted, List<String> parts, Known name) {
        if (name.key().equals(wanted)) {
            return 0;
        }
        if (name.key().startsWith(wanted)) {
            return 1;
        }
        if (parts.stream().allMatch(part -> name.words().stream().anyMatch(word -> word.startsWith(part)))) {
            return 2;
        }
        return parts.stream()
                        .allMatch(part ->
                                name.words().stream().anyMatch(word -> word.startsWith(part) || isNear(part, word)))
                ? 3
                : FAR;
    }

    /** One letter added, left out, changed or swapped with its neighbour; only in words of four letters or more. */
    static boolean isNear(String typed, String word) {
        if (typed.length() < 4 || Math.abs(typed.length() - word.length()) > 1) {
            return false;
        }
        var same = 0;
        while (same < typed.length() && same < word.length() && typed.charAt(same) == word.charAt(same)) {
            same++;
        }
        var typedRest = typed.substring(same);
        var wordRest = word.substring(same);
        return rest(typedRest, 1).equals(rest(wordRest, 1))
                || rest(typedRest, 1).equals(wordRest)
                || typedRest.equals(rest(wordRest, 1))
                || (typedRest.length() > 1
                        && wordRest.length() > 1
                        && typedRest.charAt(0) == wordRest.charAt(1)
                        && typedRest.charAt(1) == wordRest.charAt(0)
                        && rest(typedRest, 2).equals(rest(wordRest, 2)));
    }

    private static String rest(String text, int from) {
        return text.substring(Math.min(from, text.length()));
    }

    public Optional<NamedCondition> find(String name) {
        return name.length() > 200 ? Optional.empty() : Optional.ofNullable(byName.get(key(name)));
    }

    static String key(String name) {
        var plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return NO_WORD.matcher(BESIDE.matcher(plain).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }
}
