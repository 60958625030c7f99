package org.consilium.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
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
    private static final int MOST_LOOKED_AT = 2_000;
    private static final int CHUNK = 30_000;
    private static final int LONGEST_QUESTION = 200;
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
        if (!Asked.TOKEN.matcher(asked).find()) {
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

    private void inWords(String question, Map<String, List<Fact>> byText, Map<Fact, Hit> hits) {
        var asked = Asked.of(question, store.common(words(question)));
        var candidates = candidates(asked, byText.keySet());
        if (candidates.isEmpty()) {
            return;
        }
        var texts = new String[candidates.size()];
        var folded = new String[candidates.size()];
        for (var i = 0; i < texts.length; i++) {
            texts[i] = asked.around(candidates.get(i), Folding.of(candidates.get(i)));
            folded[i] = Folding.of(texts[i]);
        }
        var prefixes = OPERATORS.matcher(question).find() ? "" : asked.prefixes();
        for (var match : store.find(texts, folded, question, prefixes, OPTIONS, MOST)) {
            for (var fact : byText.getOrDefault(candidates.get(match.place() - 1), List.of())) {
                hits.merge(
                        fact,
                        new Hit(fact, match.rank(), match.excerpt()),
                        (one, other) -> one.rank() >= other.rank() ? one : other);
            }
        }
    }

    /** The texts that may answer; of very many, those most like the question. */
    private static List<String> candidates(Asked asked, Collection<String> texts) {
        var candidates =
                texts.stream().filter(text -> asked.mayBeIn(Folding.of(text))).toList();
        return candidates.size() <= MOST_LOOKED_AT
                ? candidates
                : candidates.stream()
                        .collect(Collectors.toMap(Function.identity(), text -> -asked.likeness(Folding.of(text))))
                        .entrySet()
                        .stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                        .limit(MOST_LOOKED_AT)
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private static String[] words(String question) {
        return Asked.TOKEN
                .matcher(Folding.whole(question).toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toArray(String[]::new);
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
        return Folding.whole(broken ? text.replace("\0", " ").replaceAll("[\\p{Cs}]", " ") : text);
    }
}
