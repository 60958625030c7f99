package org.consilium.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Finds facts by words, by codes and by beginnings of words, in English and Spanish, accents or not. The search is that of
 * PostgreSQL: {@code "two words"} as a phrase, {@code or}, and {@code -without}. The texts go to the database with the question
 * and are not stored there, because facts are kept encrypted (docs/decisions/0008).
 */
@Service
public class Search {
    /** Around the words found in an excerpt; characters no record uses. */
    public static final char OPEN = '\ue000';

    public static final char CLOSE = '\ue001';

    private static final int MOST = 500;
    private static final int CHUNK = 30_000;
    private static final int LONGEST_QUESTION = 200;
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern OPERATORS = Pattern.compile("[\"\\-]|\\bor\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE = Pattern.compile("[A-Za-z]?[0-9][A-Za-z0-9.\\-]*");
    private static final String OPTIONS =
            "StartSel=" + OPEN + ", StopSel=" + CLOSE + ", MaxWords=24, MinWords=10, MaxFragments=1";

    private final SearchStore store;

    Search(SearchStore store) {
        this.store = store;
    }

    /**
     * A fact that was found.
     *
     * @param excerpt words of its text around what was found; absent when a code was found
     */
    public record Hit(Fact fact, double rank, @Nullable String excerpt) {}

    /** At most 500 different texts, the best first; nothing for a question without letters or digits. */
    public List<Hit> find(Collection<Fact> facts, String question) {
        var asked = clean(question.length() > LONGEST_QUESTION ? question.substring(0, LONGEST_QUESTION) : question);
        if (!TOKEN.matcher(asked).find()) {
            return List.of();
        }
        var hits = new IdentityHashMap<Fact, Hit>();
        var byText = new LinkedHashMap<String, List<Fact>>();
        for (var fact : facts) {
            if (hasCode(fact, asked.strip())) {
                hits.put(fact, new Hit(fact, Double.MAX_VALUE, null));
            }
            for (var text : texts(fact)) {
                byText.computeIfAbsent(text, key -> new ArrayList<>(1)).add(fact);
            }
        }
        inWords(asked, byText, hits);
        return facts.stream()
                .filter(hits::containsKey)
                .map(hits::get)
                .sorted(java.util.Comparator.comparingDouble(Hit::rank).reversed())
                .toList();
    }

    private void inWords(String asked, Map<String, List<Fact>> byText, Map<Fact, Hit> hits) {
        var beginnings = beginnings(asked);
        var texts = new ArrayList<String>();
        var folded = new ArrayList<String>();
        for (var text : byText.keySet()) {
            var plain = Folding.of(text);
            if (beginnings.isEmpty() || beginnings.stream().anyMatch(plain::contains)) {
                texts.add(text);
                folded.add(plain);
            }
        }
        if (texts.isEmpty()) {
            return;
        }
        var matches = store.find(
                texts.toArray(String[]::new), folded.toArray(String[]::new), asked, prefixes(asked), OPTIONS, MOST);
        for (var match : matches) {
            for (var fact : byText.getOrDefault(texts.get(match.place() - 1), List.of())) {
                hits.merge(
                        fact,
                        new Hit(fact, match.rank(), match.excerpt()),
                        (one, other) -> one.rank() >= other.rank() ? one : other);
            }
        }
    }

    /**
     * Three letters of each word: a text without any of them has no form of any of the words, and need not go to the database.
     * None when the question has a word to leave out, or words of fewer letters only.
     */
    private static List<String> beginnings(String asked) {
        if (asked.contains("-")) {
            return List.of();
        }
        var beginnings = TOKEN.matcher(Folding.of(asked))
                .results()
                .map(token -> token.group())
                .map(token -> token.substring(0, Math.min(3, token.length())))
                .distinct()
                .toList();
        return beginnings.stream().anyMatch(beginning -> beginning.length() < 3) && beginnings.size() == 1
                ? List.of()
                : beginnings;
    }

    /** Every word as the beginning of a word; none when the question uses operators. */
    private static String prefixes(String asked) {
        if (OPERATORS.matcher(asked).find()) {
            return "";
        }
        return TOKEN.matcher(Folding.of(asked))
                .results()
                .map(token -> token.group() + ":*")
                .collect(Collectors.joining(" & "));
    }

    private static boolean hasCode(Fact fact, String asked) {
        if (asked.length() < 3 || !CODE.matcher(asked).matches()) {
            return false;
        }
        var wanted = asked.toLowerCase(Locale.ROOT);
        return fact.codes().stream()
                .anyMatch(code -> code.code().toLowerCase(Locale.ROOT).startsWith(wanted));
    }

    /** What is searched of a fact; long texts in pieces. */
    private static List<String> texts(Fact fact) {
        var texts = new ArrayList<String>();
        var line = new StringBuilder(fact.text());
        if (fact.value() != null) {
            line.append(" \u2022 ").append(fact.value().text());
        }
        for (var detail : List.of(
                Detail.DOSE, Detail.BODY_SITE, Detail.REASON, Detail.REACTION, Detail.PERFORMER, Detail.RELATIVE)) {
            fact.detail(detail).ifPresent(words -> line.append(" \u2022 ").append(words));
        }
        for (var code : fact.codes()) {
            if (code.display() != null && !code.display().equalsIgnoreCase(fact.text())) {
                line.append(" \u2022 ").append(code.display());
            }
        }
        pieces(line.toString(), texts);
        fact.detail(Detail.NARRATIVE).ifPresent(narrative -> pieces(narrative, texts));
        return texts;
    }

    private static void pieces(String text, List<String> texts) {
        var clean = clean(text);
        var from = 0;
        while (from < clean.length()) {
            var to = Math.min(clean.length(), from + CHUNK);
            to = to < clean.length() && Character.isHighSurrogate(clean.charAt(to - 1)) ? to - 1 : to;
            texts.add(clean.substring(from, to));
            from = to;
        }
    }

    /** The database takes no zero character, and halves of a pair are no text. */
    private static String clean(String text) {
        var broken = text.indexOf('\0') >= 0 || text.chars().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF);
        return broken ? text.replace("\0", " ").replaceAll("[\\p{Cs}]", " ") : text;
    }
}
