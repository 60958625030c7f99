package org.consilium.records;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.consilium.clinical.Code;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.PartialDate;

/** Orders of facts that depend on nothing but the facts. */
final class Order {
    private static final Comparator<Fact> BY_CONTENT = Comparator.comparing(Order::canonical);

    private static final Comparator<Fact> READING = Comparator.comparing(Fact::kind)
            .thenComparing(Fact::date, Comparator.nullsLast(Comparator.<PartialDate>naturalOrder()))
            .thenComparing(Fact::text)
            .thenComparing(BY_CONTENT)
            .thenComparing(Order::places);

    private static final Comparator<Fact> FULLEST = Comparator.<Fact>comparingInt(
                    fact -> fact.codes().size())
            .thenComparingInt(fact -> fact.details().size())
            .thenComparingInt(
                    fact -> fact.date() == null ? 0 : fact.date().toString().length())
            .reversed()
            .thenComparing(BY_CONTENT)
            .thenComparing(Order::places);

    private Order() {}

    static List<Fact> sorted(List<Fact> facts) {
        var sorted = new ArrayList<>(facts);
        sorted.sort(READING);
        return List.copyOf(sorted);
    }

    static List<Fact> fullestFirst(List<Fact> facts) {
        var sorted = new ArrayList<>(facts);
        sorted.sort(FULLEST);
        return sorted;
    }

    /** Two letters that put the most telling systems first. */
    static String rank(Code code) {
        var index = Sameness.TELLING.indexOf(code.system());
        return String.format(Locale.ROOT, "%02d", index < 0 ? 99 : index);
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

    private static void part(StringBuilder line, @org.jspecify.annotations.Nullable Object part) {
        var words = part == null ? "" : part.toString();
        line.append(words.length()).append(':').append(words).append('\u001f');
    }

    private static String places(Fact fact) {
        return fact.sources().toString();
    }
}
