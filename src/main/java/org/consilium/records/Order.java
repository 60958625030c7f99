package org.consilium.records;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.Code;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.jspecify.annotations.Nullable;

/** Orders of facts that depend on nothing but the facts. */
final class Order {
    private static final Map<String, String> RANKS = ranks();

    /** A fact with what it is sorted by, worked out once. */
    private static final class Keyed {
        private final Fact fact;
        private final FactKind kind;
        private final String text;
        private final String date;
        private @Nullable String content;

        Keyed(Fact fact) {
            this.fact = fact;
            this.kind = fact.kind();
            this.text = fact.text();
            this.date = fact.date() == null ? "~" : fact.date().toString();
        }

        String content() {
            var known = content;
            if (known == null) {
                known = canonical(fact) + fact.sources();
                content = known;
            }
            return known;
        }
    }

    private static final Comparator<Keyed> READING = Comparator.<Keyed, FactKind>comparing(keyed -> keyed.kind)
            .thenComparing(keyed -> keyed.date)
            .thenComparing(keyed -> keyed.text)
            .thenComparing(Keyed::content);

    private static final Comparator<Keyed> FULLEST = Comparator.<Keyed>comparingInt(
                    keyed -> keyed.fact.codes().size())
            .thenComparingInt(keyed -> keyed.fact.details().size())
            .thenComparingInt(keyed -> keyed.fact.date() == null ? 0 : keyed.date.length())
            .reversed()
            .thenComparing(Keyed::content);

    private Order() {}

    static List<Fact> sorted(List<Fact> facts) {
        return sorted(facts, READING);
    }

    static List<Fact> fullestFirst(List<Fact> facts) {
        return sorted(facts, FULLEST);
    }

    private static List<Fact> sorted(List<Fact> facts, Comparator<Keyed> order) {
        return facts.stream()
                .map(Keyed::new)
                .sorted(order)
                .map(keyed -> keyed.fact)
                .toList();
    }

    /** Two digits that put the most telling systems first. */
    static String rank(Code code) {
        return RANKS.getOrDefault(code.system(), "99");
    }

    private static Map<String, String> ranks() {
        var ranks = new HashMap<String, String>();
        for (var system : Sameness.TELLING) {
            ranks.put(system, String.valueOf(10 + ranks.size()));
        }
        return Map.copyOf(ranks);
    }

    static Code betterDisplay(Code first, Code second) {
        var ours = first.display();
        var theirs = second.display();
        if (ours == null || theirs == null) {
            return ours == null ? second : first;
        }
        return ours.compareTo(theirs) <= 0 ? first : second;
    }

    /** All that a fact says, but not where, in one unambiguous line. */
    static String canonical(Fact fact) {
        var line = new StringBuilder(200);
        part(line, fact.kind().name());
        for (var code : fact.codes()) {
            part(line, code.system());
            part(line, code.code());
            part(line, code.display());
        }
        part(line, fact.text());
        part(line, fact.date());
        part(line, fact.end());
        part(line, fact.status());
        part(line, fact.value());
        for (var detail : Detail.values()) {
            var words = fact.details().get(detail);
            if (words != null) {
                part(line, detail.name());
                part(line, words);
            }
        }
        return line.toString();
    }

    private static void part(StringBuilder line, @Nullable Object part) {
        var words = part == null ? "" : part.toString();
        line.append(words.length()).append(':').append(words).append('\u001f');
    }
}
