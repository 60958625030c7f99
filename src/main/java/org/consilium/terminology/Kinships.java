package org.consilium.terminology;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.consilium.clinical.Code;

/**
 * Works out how a few codes relate in the loaded hierarchies. Two codes are the same when exact mappings join them, at most over
 * one code in between (the pivot, for example Mondo). One is a kind of another when any code that says the same as the one stands
 * below any code that says the same as the other.
 */
final class Kinships {
    /** An ancestor this many steps or more below the top is something that two diseases can have in common. */
    private static final int WELL_BELOW_THE_TOP = 3;

    private static final int MOST_ANCESTORS = 2_000;
    private static final int MOST_EQUALS = 50;

    private final TermIndex index;
    private final Map<String, Map<String, Integer>> above = new HashMap<>();

    Kinships(TermIndex index) {
        this.index = index;
    }

    Crosswalk relating(Collection<Code> codes, Crosswalk known) throws IOException {
        var equals = new LinkedHashMap<Code, Set<String>>();
        var pairs = new ArrayList<>(known.pairs());
        for (var code : codes) {
            var same = equals(TermWriter.key(code));
            equals.put(code, same);
            pairs.addAll(toIcd10(code, same));
        }
        var kinships = new HashMap<String, Kinship>(known.kinships());
        for (var one : equals.entrySet()) {
            for (var other : equals.entrySet()) {
                var kinship = one.equals(other) ? null : kinship(one.getValue(), other.getValue());
                if (kinship != null) {
                    kinships.put(Crosswalk.key(one.getKey(), other.getKey()), kinship);
                }
            }
        }
        return new Crosswalk(pairs, kinships);
    }

    /**
     * What the code is known as, and what is wider: first all that says the same and the class of ICD-10 that it is put into, then
     * the same of its parents, of theirs, and so on. Nothing stands there twice; ranges of ICD-10 classes are left out.
     */
    List<Set<Code>> wider(Code code) throws IOException {
        var levels = new ArrayList<Set<Code>>();
        var seen = new LinkedHashSet<String>();
        var here = new LinkedHashSet<String>(List.of(TermWriter.key(code)));
        while (!here.isEmpty() && seen.size() < MOST_ANCESTORS) {
            var said = new LinkedHashSet<String>();
            for (var key : here) {
                said.addAll(equals(key));
            }
            said.addAll(classes(said));
            said.removeAll(seen);
            seen.addAll(said);
            levels.add(said.stream()
                    .map(TermWriter::code)
                    .filter(known -> !Icd10.isIcd10(known) || known.code().indexOf('-') < 0)
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
            here = new LinkedHashSet<>();
            for (var key : said) {
                here.addAll(index.parents(key));
            }
            here.removeAll(seen);
        }
        return levels.size() == 1 && levels.getFirst().size() == 1 ? List.of() : List.copyOf(levels);
    }

    /** Codes of ICD-10 that a map puts these codes under. */
    private Set<String> classes(Set<String> keys) throws IOException {
        var classes = new LinkedHashSet<String>();
        for (var key : keys) {
            for (var mapped : index.mappings(key)) {
                if (!Icd10.isIcd10(TermWriter.code(key)) && Icd10.isIcd10(TermWriter.code(mapped.key()))) {
                    classes.add(mapped.key());
                }
            }
        }
        return classes;
    }

    /** The code itself and all that exact mappings join to it, over one code in between at most. */
    private Set<String> equals(String key) throws IOException {
        var all = new LinkedHashSet<String>();
        all.add(key);
        var fresh = List.of(key);
        for (var step = 0; step < 2; step++) {
            var next = new ArrayList<String>();
            for (var each : fresh) {
                for (var mapped : index.mappings(each)) {
                    if (mapped.exact() && all.size() < MOST_EQUALS && all.add(mapped.key())) {
                        next.add(mapped.key());
                    }
                }
            }
            fresh = next;
        }
        return all;
    }

    private List<Crosswalk.Pair> toIcd10(Code code, Set<String> equals) throws IOException {
        var pairs = new ArrayList<Crosswalk.Pair>();
        if (Icd10.isIcd10(code)) {
            return pairs;
        }
        for (var each : equals) {
            for (var mapped : index.mappings(each)) {
                var other = TermWriter.code(mapped.key());
                if (Icd10.isIcd10(other)) {
                    pairs.add(new Crosswalk.Pair(code, other, mapped.exact()));
                }
            }
        }
        return pairs;
    }

    private @org.jspecify.annotations.Nullable Kinship kinship(Set<String> one, Set<String> other) throws IOException {
        if (one.stream().anyMatch(other::contains)) {
            return Kinship.SAME;
        }
        var aboveOne = above(one);
        var aboveOther = above(other);
        if (other.stream().anyMatch(aboveOne::containsKey)) {
            return Kinship.FIRST_IS_A_SECOND;
        }
        if (one.stream().anyMatch(aboveOther::containsKey)) {
            return Kinship.SECOND_IS_A_FIRST;
        }
        if (aboveOne.isEmpty() || aboveOther.isEmpty()) {
            return null;
        }
        for (var shared : aboveOne.keySet()) {
            if (aboveOther.containsKey(shared) && depth(shared) >= WELL_BELOW_THE_TOP) {
                return Kinship.RELATED;
            }
        }
        return Kinship.UNRELATED;
    }

    private Map<String, Integer> above(Set<String> equals) throws IOException {
        var all = new HashMap<String, Integer>();
        for (var each : equals) {
            all.putAll(above(each));
        }
        return all;
    }

    /** All ancestors with the fewest steps up to them. */
    private Map<String, Integer> above(String key) throws IOException {
        var known = above.get(key);
        if (known != null) {
            return known;
        }
        var found = new HashMap<String, Integer>();
        var waiting = new ArrayDeque<Map.Entry<String, Integer>>();
        waiting.add(Map.entry(key, 0));
        while (!waiting.isEmpty() && found.size() < MOST_ANCESTORS) {
            var here = waiting.remove();
            for (var parent : index.parents(here.getKey())) {
                if (found.putIfAbsent(parent, here.getValue() + 1) == null) {
                    waiting.add(Map.entry(parent, here.getValue() + 1));
                }
            }
        }
        above.put(key, found);
        return found;
    }

    /** Steps from a concept up to the furthest top. */
    private int depth(String key) throws IOException {
        return above(key).values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
