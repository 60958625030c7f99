package org.consilium.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.consilium.clinical.Code;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;

/**
 * Makes one fact of several that say the same, with all their sources. The rules in words, kind by kind: docs/MERGING.md.
 *
 * <p>Two facts say the same when they are of one kind, both hold or both do not, have the same value (number and unit after
 * conversion by {@link org.consilium.terminology.Units}, comparator; answer; or words) and the same date to the day, and mean the
 * same thing:
 * <ul>
 *   <li>In the most telling code system in which both have a code they share one. Facts with only words mean the same when
 *       the words are the same; a coded fact and one of only words stay apart, because words are never taken for a code.
 *   <li>An allergy or a family history without a date joins one that has a date, if there is only one; a family history is that
 *       of one relative.
 *   <li>Imaging needs the same modality, a document the same title. Imaging that gives a DICOM Study Instance UID is the same
 *       when the UID is, whatever else it says; see {@link OneStudy}.
 *   <li>Different status, end, side or part of the body keep facts apart; so do different doses of a medicine, different minutes
 *       of what is given, done, measured, reported or visited, and different texts of a report, document or genetic variant. A
 *       fact that says nothing on one of these joins the others if they are all of one mind, and stays apart if not.
 *   <li>A date known only to the month or year joins the finer date within it, and a value rounded in another unit the value it
 *       was rounded from, when all that could join are alike ({@link Roundings}). Different numbers in one unit never join. The
 *       finest date and the value with the most digits are kept; a fact without a date joins none that has one.
 * </ul>
 *
 * <p>When in doubt two facts stay two: a record shown twice does less harm than one that vanished. Merging again changes
 * nothing, and the order of the facts given makes no difference.
 */
public final class Merge {
    /** More different facts on one code than this are not compared in pairs; they are taken by their codes alone. */
    private static final int MOST_PAIRS = 64;

    private Merge() {}

    /** The merged facts in a fixed order: by kind, then date (undated last), then words. */
    public static List<Fact> of(Collection<Fact> facts) {
        var before = List.copyOf(facts);
        while (true) {
            var after = pass(before);
            if (after.size() == before.size()) {
                return Order.sorted(after);
            }
            before = after;
        }
    }

    private static List<Fact> pass(List<Fact> facts) {
        var byBase = new HashMap<String, List<Fact>>();
        for (var fact : facts) {
            byBase.computeIfAbsent(Sameness.base(fact), base -> new ArrayList<>())
                    .add(fact);
        }
        var merged = new ArrayList<Fact>(facts.size());
        for (var alike : byBase.values()) {
            if (OneStudy.uid(alike.getFirst()).isPresent()) {
                merged.add(OneStudy.of(alike));
                continue;
            }
            for (var group : groups(alike)) {
                split(group, 0, merged);
            }
        }
        return Roundings.groups(merged).stream()
                .map(group -> group.size() == 1 ? group.getFirst() : one(group))
                .toList();
    }

    /** Facts that mean the same thing, by their codes or their words. */
    private static Collection<List<Fact>> groups(List<Fact> facts) {
        if (facts.size() == 1) {
            return List.of(facts);
        }
        var bySignature = new LinkedHashMap<String, List<Fact>>();
        for (var fact : facts) {
            bySignature
                    .computeIfAbsent(signature(fact), key -> new ArrayList<>())
                    .add(fact);
        }
        if (bySignature.size() == 1) {
            return bySignature.values();
        }
        return joined(List.copyOf(bySignature.values()));
    }

    private static String signature(Fact fact) {
        var codes = fact.codes().stream()
                .filter(code -> !code.system().isEmpty())
                .map(Sameness::code)
                .sorted()
                .toList();
        return codes.isEmpty() ? "words|" + Sameness.plain(fact.text()) : String.join(" ", codes);
    }

    private static Collection<List<Fact>> joined(List<List<Fact>> signatures) {
        var byCode = new HashMap<String, List<Integer>>();
        for (var index = 0; index < signatures.size(); index++) {
            for (var code : signatures.get(index).getFirst().codes()) {
                if (!code.system().isEmpty()) {
                    byCode.computeIfAbsent(Sameness.code(code), key -> new ArrayList<>())
                            .add(index);
                }
            }
        }
        var parents = new int[signatures.size()];
        java.util.Arrays.setAll(parents, index -> index);
        for (var sharing : byCode.values()) {
            join(sharing, signatures, parents);
        }
        var groups = new HashMap<Integer, List<Fact>>();
        for (var index = 0; index < parents.length; index++) {
            groups.computeIfAbsent(root(parents, index), key -> new ArrayList<>())
                    .addAll(signatures.get(index));
        }
        return groups.values();
    }

    private static void join(List<Integer> sharing, List<List<Fact>> signatures, int[] parents) {
        var inPairs = sharing.size() <= MOST_PAIRS;
        for (var i = 0; i < sharing.size(); i++) {
            var last = inPairs ? sharing.size() : Math.min(i + 2, sharing.size());
            for (var j = i + 1; j < last; j++) {
                var first = sharing.get(i);
                var second = sharing.get(j);
                if (!inPairs
                        || meanTheSame(
                                signatures.get(first).getFirst(),
                                signatures.get(second).getFirst())) {
                    parents[root(parents, first)] = root(parents, second);
                }
            }
        }
    }

    private static int root(int[] parents, int index) {
        var at = index;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    static boolean shareACode(Fact first, Fact second) {
        return first.codes().stream()
                .filter(code -> !code.system().isEmpty())
                .anyMatch(code -> second.codes().stream().anyMatch(code::sameAs));
    }

    /** By the most telling system in which both have a code. */
    static boolean meanTheSame(Fact first, Fact second) {
        for (var system : Sameness.TELLING) {
            var ours = codesIn(first, system);
            var theirs = codesIn(second, system);
            if (!ours.isEmpty() && !theirs.isEmpty()) {
                ours.retainAll(theirs);
                return !ours.isEmpty();
            }
        }
        return true;
    }

    private static Set<String> codesIn(Fact fact, String system) {
        var codes = new HashSet<String>();
        for (var code : fact.codes()) {
            if (code.in(system)) {
                codes.add(Sameness.code(code));
            }
        }
        return codes;
    }

    private static void split(List<Fact> group, int depth, List<Fact> merged) {
        if (group.size() == 1 || depth == Sameness.SPLITTING.size()) {
            merged.add(one(group));
            return;
        }
        for (var part : parts(group, Sameness.SPLITTING.get(depth))) {
            split(part, depth + 1, merged);
        }
    }

    private static Collection<List<Fact>> parts(List<Fact> group, Function<Fact, String> question) {
        var parts = new TreeMap<String, List<Fact>>();
        for (var fact : group) {
            parts.computeIfAbsent(question.apply(fact), answer -> new ArrayList<>())
                    .add(fact);
        }
        if (parts.size() == 2 && parts.firstKey().isEmpty()) {
            return List.of(group);
        }
        return parts.values();
    }

    /** One fact out of several: the fullest speaks, the others add what it does not say. */
    private static Fact one(List<Fact> group) {
        if (group.size() == 1 && isPlain(group.getFirst())) {
            return group.getFirst();
        }
        var sorted = group.size() == 1 ? group : Order.fullestFirst(group);
        var first = sorted.getFirst();
        var codes = new TreeMap<String, Code>();
        var details = new java.util.EnumMap<Detail, String>(Detail.class);
        var value = Sameness.finestValue(sorted);
        var date = Sameness.finestDate(sorted);
        var end = first.end();
        var status = first.status();
        var sources = new HashSet<org.consilium.clinical.Source>();
        for (var fact : sorted) {
            for (var code : fact.codes()) {
                codes.merge(Order.rank(code) + Sameness.code(code), code, Order::betterDisplay);
            }
            fact.details().forEach((detail, words) -> {
                if (detail != Detail.REFERENCE_RANGE || Sameness.sameUnit(fact.value(), value)) {
                    details.putIfAbsent(detail, words);
                }
            });
            end = end == null ? fact.end() : end;
            status = status.equals("unknown") ? fact.status() : status;
            sources.addAll(fact.sources());
        }
        var places = new ArrayList<>(sources);
        places.sort(Comparator.comparing(org.consilium.clinical.Source::file)
                .thenComparing(org.consilium.clinical.Source::at));
        return new Fact(
                first.kind(),
                List.copyOf(codes.values()),
                first.text(),
                date,
                end,
                status,
                value,
                Map.copyOf(details),
                places);
    }

    /** With nothing in it to bring into order. */
    private static boolean isPlain(Fact fact) {
        return fact.codes().size() <= 1 && fact.sources().size() == 1;
    }
}
