package org.consilium.terminology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.consilium.clinical.Code;

/**
 * Codes of different systems that stand for the same thing, or nearly. Known pairs only: nothing is guessed.
 *
 * @param pairs in no order
 * @param kinships how single codes stand in hierarchies that somebody loaded, see {@link Terminologies#relating}; empty without
 */
public record Crosswalk(List<Pair> pairs, Map<String, Kinship> kinships) {
    public static final Crosswalk EMPTY = new Crosswalk(List.of());

    public Crosswalk {
        pairs = List.copyOf(pairs);
        kinships = Map.copyOf(kinships);
    }

    public Crosswalk(List<Pair> pairs) {
        this(pairs, Map.of());
    }

    static String key(Code one, Code other) {
        return TermWriter.key(one) + "\n" + TermWriter.key(other);
    }

    /** How two codes stand in a loaded hierarchy; absent when none has both. */
    Optional<Kinship> kinship(Code one, Code other) {
        return Optional.ofNullable(kinships.get(key(one, other)))
                .or(() -> Optional.ofNullable(kinships.get(key(other, one))).map(Kinship::turned));
    }

    /**
     * One pair.
     *
     * @param exact false when {@code first} is, or may be, more exact than {@code second}
     */
    public record Pair(Code first, Code second, boolean exact) {}

    /** A code on the other side of a pair, and whether it says all that was said. */
    public record Match(Code code, boolean exact) {}

    /**
     * With the pairs that records carry: each list is one fact's codes. An ICD-10 code beside a SNOMED CT code is often the
     * wider one, so such a pair is never taken as exact.
     */
    public Crosswalk with(Collection<List<Code>> carried) {
        var all = new ArrayList<>(pairs);
        for (var codes : carried) {
            for (var code : codes) {
                if (!Icd10.isIcd10(code)) {
                    codes.stream().filter(Icd10::isIcd10).forEach(icd -> all.add(new Pair(code, icd, false)));
                }
            }
        }
        return new Crosswalk(all, kinships);
    }

    /** The ICD-10 codes known for a code: itself when it is one, else the other sides of its pairs. */
    public List<Match> toIcd10(Code code) {
        if (Icd10.isIcd10(code)) {
            return List.of(new Match(code, true));
        }
        var matches = pairs.stream()
                .filter(pair -> pair.first().sameAs(code) && Icd10.isIcd10(pair.second()))
                .map(pair -> new Match(pair.second(), pair.exact()));
        var backwards = pairs.stream()
                .filter(pair -> pair.exact() && pair.second().sameAs(code) && Icd10.isIcd10(pair.first()))
                .map(pair -> new Match(pair.first(), true));
        return Stream.concat(matches, backwards).distinct().toList();
    }
}
