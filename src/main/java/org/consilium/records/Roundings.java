package org.consilium.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.consilium.clinical.Code;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Value;
import org.consilium.terminology.Analyte;
import org.consilium.terminology.Units;

/**
 * Finds facts that say the same but one of them more roughly: a value in another unit that was rounded on the way, or a date
 * known only to the month or year. Such likeness is not handed on ({@code a} like {@code b}, {@code b} like {@code c}), so facts
 * join only when each of them is like each of the others.
 */
final class Roundings {
    /** More facts than this in one place are not compared in pairs; they stay as they are. */
    private static final int MOST_PAIRS = 64;

    private Roundings() {}

    /** Every fact in exactly one group; most groups hold one fact. The groups do not depend on the order of the facts. */
    static Collection<List<Fact>> groups(List<Fact> facts) {
        var parents = new IdentityHashMap<Fact, Fact>();
        for (var bucket : buckets(facts)) {
            link(bucket, parents);
        }
        if (parents.isEmpty()) {
            return facts.stream().map(List::of).toList();
        }
        var byRoot = new IdentityHashMap<Fact, List<Fact>>();
        var result = new ArrayList<List<Fact>>();
        for (var fact : facts) {
            if (parents.containsKey(fact)) {
                byRoot.computeIfAbsent(root(parents, fact), key -> new ArrayList<>())
                        .add(fact);
            } else {
                result.add(List.of(fact));
            }
        }
        for (var group : byRoot.values()) {
            if (allAlike(group)) {
                result.add(group);
            } else {
                group.forEach(fact -> result.add(List.of(fact)));
            }
        }
        return result;
    }

    /** Facts that could be alike: of one kind and one test, either of one day, or of one year with a rough date among them. */
    private static Collection<List<Fact>> buckets(List<Fact> facts) {
        var rough = new HashSet<Integer>();
        for (var fact : facts) {
            if (isDated(fact) && !day(fact).isDay()) {
                rough.add(day(fact).year());
            }
        }
        var buckets = new HashMap<String, List<Fact>>();
        for (var fact : facts) {
            if (!isDated(fact)) {
                continue;
            }
            var inRoughYear = rough.contains(day(fact).year());
            if (!inRoughYear && !(fact.value() instanceof Value.Quantity)) {
                continue;
            }
            var when = inRoughYear
                    ? String.valueOf(day(fact).year())
                    : day(fact).withoutTime().toString();
            for (var name : names(fact)) {
                buckets.computeIfAbsent(fact.kind().name() + "|" + when + "|" + name, key -> new ArrayList<>(2))
                        .add(fact);
            }
        }
        return buckets.values();
    }

    private static boolean isDated(Fact fact) {
        return fact.date() != null && fact.kind() != FactKind.ALLERGY && fact.kind() != FactKind.FAMILY_HISTORY;
    }

    private static PartialDate day(Fact fact) {
        return Objects.requireNonNull(fact.date());
    }

    private static Collection<String> names(Fact fact) {
        var names = new HashSet<String>();
        for (var code : fact.codes()) {
            if (!code.system().isEmpty()) {
                names.add(Sameness.code(code));
            }
        }
        Analyte.of(fact.codes()).ifPresent(analyte -> names.add(analyte.name()));
        if (names.isEmpty()) {
            names.add(Sameness.plain(fact.text()));
        }
        return names;
    }

    private static void link(List<Fact> bucket, Map<Fact, Fact> parents) {
        if (bucket.size() < 2 || bucket.size() > MOST_PAIRS) {
            return;
        }
        for (var i = 0; i < bucket.size(); i++) {
            for (var j = i + 1; j < bucket.size(); j++) {
                if (areAlike(bucket.get(i), bucket.get(j))) {
                    parents.put(root(parents, bucket.get(i)), root(parents, bucket.get(j)));
                }
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // the map is one of identities
    private static Fact root(Map<Fact, Fact> parents, Fact fact) {
        var at = fact;
        while (true) {
            var next = parents.putIfAbsent(at, at);
            if (next == null || next == at) {
                return at;
            }
            at = next;
        }
    }

    private static boolean allAlike(List<Fact> group) {
        if (group.size() > MOST_PAIRS) {
            return false;
        }
        for (var i = 0; i < group.size(); i++) {
            for (var j = i + 1; j < group.size(); j++) {
                if (!areAlike(group.get(i), group.get(j))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean areAlike(Fact first, Fact second) {
        return first.holds() == second.holds()
                && Sameness.extra(first).equals(Sameness.extra(second))
                && datesAlike(day(first), day(second))
                && valuesAlike(first, second)
                && nothingSplits(first, second)
                && meanTheSame(first, second);
    }

    /** One date is the other, known more roughly. */
    private static boolean datesAlike(PartialDate first, PartialDate second) {
        return within(first, second) || within(second, first);
    }

    private static boolean within(PartialDate rough, PartialDate fine) {
        var from = rough.earliest();
        return !fine.earliest().isBefore(from) && !fine.latest().isAfter(rough.latest());
    }

    private static boolean valuesAlike(Fact first, Fact second) {
        if (first.value() instanceof Value.Quantity ours && second.value() instanceof Value.Quantity theirs) {
            var test = new ArrayList<Code>(first.codes());
            test.addAll(second.codes());
            return Units.agree(ours, theirs, test);
        }
        return Sameness.value(first.value()).equals(Sameness.value(second.value()));
    }

    private static boolean nothingSplits(Fact first, Fact second) {
        for (var question : Sameness.SPLITTING) {
            var ours = question.apply(first);
            var theirs = question.apply(second);
            if (!ours.isEmpty() && !theirs.isEmpty() && !ours.equals(theirs)) {
                return false;
            }
        }
        return true;
    }

    private static boolean meanTheSame(Fact first, Fact second) {
        var ours = Analyte.of(first.codes());
        if (ours.isPresent() && ours.equals(Analyte.of(second.codes()))) {
            return true;
        }
        var bothInWords = hasNoCode(first) && hasNoCode(second);
        return bothInWords
                ? Sameness.plain(first.text()).equals(Sameness.plain(second.text()))
                : !hasNoCode(first)
                        && !hasNoCode(second)
                        && Merge.shareACode(first, second)
                        && Merge.meanTheSame(first, second);
    }

    private static boolean hasNoCode(Fact fact) {
        return fact.codes().stream().allMatch(code -> code.system().isEmpty());
    }
}
