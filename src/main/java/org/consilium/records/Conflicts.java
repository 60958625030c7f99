package org.consilium.records;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.Value;
import org.consilium.terminology.Units;

/**
 * Where the records of a case contradict each other. They are kept and shown, never resolved: which side is right is for the
 * person and their doctor to find out. Pure; the order of the facts makes no difference.
 *
 * <p>A conflict is one of:
 * <ul>
 *   <li>the same test at the same minute with different numbers or answers, after conversion of units;
 *   <li>an allergy that one record states and another refutes;
 *   <li>a condition that one record states and another refutes;
 *   <li>two different blood groups, whenever they were found (LOINC 882-1, 883-9, 10331-7).
 * </ul>
 */
public final class Conflicts {
    private static final Set<String> BLOOD_GROUP = Set.of("882-1", "883-9", "10331-7");
    private static final int MOST_IN_PAIRS = 200;

    /** What sort of contradiction it is. */
    public enum Kind {
        RESULT,
        ALLERGY,
        CONDITION,
        BLOOD_GROUP
    }

    /**
     * Facts that cannot all be so.
     *
     * @param facts two or more, in the order of the case file
     */
    public record Conflict(Kind kind, List<Fact> facts) {
        public Conflict {
            facts = List.copyOf(facts);
        }
    }

    private Conflicts() {}

    /** All contradictions of a case, in the order of its facts. */
    public static List<Conflict> of(CaseFile file) {
        return of(file.facts());
    }

    static List<Conflict> of(List<Fact> facts) {
        var byTest = new LinkedHashMap<String, Set<Fact>>();
        var byThing = new LinkedHashMap<String, Set<Fact>>();
        var byGroup = new LinkedHashMap<String, Set<Fact>>();
        for (var fact : facts) {
            switch (fact.kind()) {
                case LAB, VITAL -> {
                    if (fact.holds()) {
                        isBloodGroup(fact).forEach(code -> add(byGroup, code, fact));
                        moments(fact).forEach(key -> add(byTest, key, fact));
                    }
                }
                case ALLERGY, CONDITION -> {
                    if (!fact.status().equals("entered-in-error") && !fact.isProposed()) {
                        names(fact).forEach(name -> add(byThing, fact.kind() + "|" + name, fact));
                    }
                }
                case MEDICATION,
                        PROCEDURE,
                        PLANNED_PROCEDURE,
                        REPORT,
                        IMAGING,
                        IMMUNIZATION,
                        ENCOUNTER,
                        FAMILY_HISTORY,
                        SOCIAL_HISTORY,
                        DEVICE,
                        DOCUMENT -> {}
            }
        }
        var found = new LinkedHashMap<Set<Fact>, Conflict>();
        byTest.values().forEach(alike -> results(alike, found));
        byThing.values().forEach(alike -> refuted(alike, found));
        byGroup.values().forEach(alike -> bloodGroups(alike, found));
        return inOrder(facts, found.values());
    }

    private static void add(Map<String, Set<Fact>> buckets, String key, Fact fact) {
        buckets.computeIfAbsent(key, unused -> new LinkedHashSet<>()).add(fact);
    }

    private static List<Conflict> inOrder(List<Fact> facts, Collection<Conflict> found) {
        var place = new HashMap<Fact, Integer>();
        for (var index = 0; index < facts.size(); index++) {
            place.putIfAbsent(facts.get(index), index);
        }
        return found.stream()
                .map(conflict -> new Conflict(
                        conflict.kind(),
                        conflict.facts().stream()
                                .sorted(Comparator.comparing(fact -> Objects.requireNonNull(place.get(fact))))
                                .toList()))
                .sorted(Comparator.comparing(conflict ->
                        Objects.requireNonNull(place.get(conflict.facts().getFirst()))))
                .toList();
    }

    /** The minute and the test, once for each of its codes; nothing when the minute is not known. */
    private static List<String> moments(Fact fact) {
        var minute = Sameness.minuteOf(fact);
        if (minute.isEmpty() || fact.value() == null) {
            return List.of();
        }
        return names(fact).stream().map(name -> minute + "|" + name).toList();
    }

    /** By the most telling code only: a broad second code would bring different tests together. */
    private static List<String> names(Fact fact) {
        var side = Sameness.place(fact);
        for (var system : Sameness.TELLING) {
            var codes = fact.codes().stream().filter(code -> code.in(system)).toList();
            if (!codes.isEmpty()) {
                return codes.stream().map(code -> Sameness.code(code) + side).toList();
            }
        }
        return List.of(Sameness.plain(fact.text()) + side);
    }

    private static void results(Set<Fact> alike, Map<Set<Fact>, Conflict> found) {
        if (alike.size() < 2 || alike.size() > MOST_IN_PAIRS) {
            return;
        }
        var clashing = new LinkedHashSet<Fact>();
        var all = List.copyOf(alike);
        for (var i = 0; i < all.size(); i++) {
            for (var j = i + 1; j < all.size(); j++) {
                if (clash(all.get(i), all.get(j))) {
                    clashing.add(all.get(i));
                    clashing.add(all.get(j));
                }
            }
        }
        if (!clashing.isEmpty()) {
            found.putIfAbsent(clashing, new Conflict(Kind.RESULT, List.copyOf(clashing)));
        }
    }

    /** Both numbers that can be compared, or both answers; a number and a remark do not contradict each other. */
    private static boolean clash(Fact first, Fact second) {
        if (first.value() instanceof Value.Quantity ours && second.value() instanceof Value.Quantity theirs) {
            var test = new ArrayList<Code>(first.codes());
            test.addAll(second.codes());
            return Objects.equals(ours.comparator(), theirs.comparator())
                    && Units.convert(ours.number(), ours.unit(), theirs.unit(), test)
                            .or(() -> unitless(ours, theirs))
                            .isPresent()
                    && !Units.agree(ours, theirs, test);
        }
        return first.value() instanceof Value.Coded ours
                && second.value() instanceof Value.Coded theirs
                && !Sameness.value(ours).equals(Sameness.value(theirs));
    }

    private static Optional<BigDecimal> unitless(Value.Quantity ours, Value.Quantity theirs) {
        var same = Sameness.plain(Objects.requireNonNullElse(ours.unit(), ""))
                .equals(Sameness.plain(Objects.requireNonNullElse(theirs.unit(), "")));
        return same ? Optional.of(ours.number()) : Optional.empty();
    }

    private static void refuted(Set<Fact> alike, Map<Set<Fact>, Conflict> found) {
        var holds = alike.stream().filter(Fact::holds).toList();
        if (holds.isEmpty() || holds.size() == alike.size()) {
            return;
        }
        var kind = alike.iterator().next().kind() == FactKind.ALLERGY ? Kind.ALLERGY : Kind.CONDITION;
        found.putIfAbsent(alike, new Conflict(kind, List.copyOf(alike)));
    }

    private static List<String> isBloodGroup(Fact fact) {
        return fact.codes().stream()
                .filter(code -> code.in(CodeSystems.LOINC) && BLOOD_GROUP.contains(code.code()))
                .map(Code::code)
                .toList();
    }

    private static void bloodGroups(Set<Fact> alike, Map<Set<Fact>, Conflict> found) {
        var answers = new HashSet<String>();
        alike.forEach(fact -> answers.add(Sameness.value(fact.value())));
        answers.remove("");
        if (answers.size() > 1) {
            found.putIfAbsent(alike, new Conflict(Kind.BLOOD_GROUP, List.copyOf(alike)));
        }
    }
}
