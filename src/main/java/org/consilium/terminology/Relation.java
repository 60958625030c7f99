package org.consilium.terminology;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.consilium.clinical.Code;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/**
 * How two diagnoses relate, by their codes alone.
 *
 * @param first the code of the first diagnosis that decided, absent when nothing could be compared
 * @param second the code of the second diagnosis that decided
 */
public record Relation(
        Kind kind, @Nullable Code first, @Nullable Code second) {
    /** The kinds, the closest first. */
    public enum Kind {
        SAME,
        /** The first is a more exact form of the second. */
        FIRST_REFINES,
        /** The second is a more exact form of the first. */
        SECOND_REFINES,
        /** Neither is a form of the other; both are in one three-character category. */
        SAME_CATEGORY,
        /** Both tumours; one in situ, the other invasive. */
        IN_SITU_AGAINST_INVASIVE,
        SAME_CHAPTER,
        DIFFERENT,
        /** Both tumours; one benign, the other malignant. */
        BENIGN_AGAINST_MALIGNANT,
        NOT_COMPARABLE
    }

    /** Why, in words. */
    public Message grounds() {
        return first == null || second == null
                ? Message.of("terminology.relation.none")
                : Message.of("terminology.relation." + key(), shown(first), shown(second));
    }

    /**
     * How what one doctor calls {@code first} relates to what another calls {@code second}. A diagnosis may be given in
     * several code systems; the closest relation of any of them counts, but codes of the same system that differ keep two
     * diagnoses from being called the same. Swapping the sides swaps the answer and nothing else.
     */
    public static Relation of(Collection<Code> first, Collection<Code> second, Crosswalk crosswalk) {
        var sameCode = sameCode(first, second, crosswalk);
        var byIcd = closer(closest(first, second, crosswalk), byKinship(first, second, crosswalk));
        if (sameCode != null) {
            var refined = byIcd.kind == Kind.FIRST_REFINES || byIcd.kind == Kind.SECOND_REFINES;
            return refined && bothCarryIcd(first, second) ? byIcd : sameCode;
        }
        if (byIcd.kind == Kind.SAME && differInOneSystem(first, second)) {
            return new Relation(Kind.SAME_CATEGORY, byIcd.first, byIcd.second);
        }
        return byIcd;
    }

    private static @Nullable Relation sameCode(Collection<Code> first, Collection<Code> second, Crosswalk crosswalk) {
        var sorted = first.stream().sorted(ORDER).toList();
        for (var one : sorted) {
            for (var other : second) {
                var same = one.sameAs(other)
                        || crosswalk
                                .kinship(one, other)
                                .filter(Kinship.SAME::equals)
                                .isPresent();
                if (!Icd10.isIcd10(one) && !Icd10.isIcd10(other) && same) {
                    return new Relation(Kind.SAME, one, other);
                }
            }
        }
        return null;
    }

    /** By the hierarchies that somebody loaded. */
    private static Relation byKinship(Collection<Code> first, Collection<Code> second, Crosswalk crosswalk) {
        var closest = new Relation(Kind.NOT_COMPARABLE, null, null);
        for (var one : first.stream().sorted(ORDER).toList()) {
            for (var other : second.stream().sorted(ORDER).toList()) {
                var kinship = crosswalk.kinship(one, other);
                if (kinship.isPresent()) {
                    closest = closer(closest, new Relation(kind(kinship.get()), one, other));
                }
            }
        }
        return closest;
    }

    private static Kind kind(Kinship kinship) {
        return switch (kinship) {
            case SAME -> Kind.SAME;
            case FIRST_IS_A_SECOND -> Kind.FIRST_REFINES;
            case SECOND_IS_A_FIRST -> Kind.SECOND_REFINES;
            case RELATED -> Kind.SAME_CHAPTER;
            case UNRELATED -> Kind.DIFFERENT;
        };
    }

    /** What ICD-10 says of tumours, benign against malignant, is not softened by a hierarchy that knows less of them. */
    private static Relation closer(Relation one, Relation other) {
        var apart = List.of(Kind.BENIGN_AGAINST_MALIGNANT, Kind.IN_SITU_AGAINST_INVASIVE);
        if (apart.contains(one.kind) && other.kind.compareTo(Kind.SAME_CATEGORY) > 0) {
            return one;
        }
        return other.kind.compareTo(one.kind) < 0 ? other : one;
    }

    private static boolean bothCarryIcd(Collection<Code> first, Collection<Code> second) {
        return first.stream().anyMatch(Icd10::isIcd10) && second.stream().anyMatch(Icd10::isIcd10);
    }

    private static boolean differInOneSystem(Collection<Code> first, Collection<Code> second) {
        return first.stream()
                .filter(code -> !Icd10.isIcd10(code))
                .anyMatch(code -> second.stream().anyMatch(other -> other.in(code.system()) && !other.sameAs(code)));
    }

    private static final Comparator<Code> ORDER =
            Comparator.comparing(Code::system).thenComparing(Code::code);

    private static Relation closest(Collection<Code> first, Collection<Code> second, Crosswalk crosswalk) {
        var left = matches(first, crosswalk);
        var right = matches(second, crosswalk);
        var all = left.stream()
                .flatMap(one -> right.stream().map(other -> relate(one, other)))
                .sorted(Comparator.comparing(Relation::kind))
                .toList();
        if (all.isEmpty()) {
            return new Relation(Kind.NOT_COMPARABLE, null, null);
        }
        var best = all.getFirst();
        var bothWays = best.kind == Kind.FIRST_REFINES
                && all.stream().anyMatch(relation -> relation.kind == Kind.SECOND_REFINES);
        return bothWays ? new Relation(Kind.SAME_CATEGORY, best.first, best.second) : best;
    }

    /** A diagnosis that carries an ICD-10 code itself is judged by that; a crosswalk only fills the gap. */
    private static List<Crosswalk.Match> matches(Collection<Code> codes, Crosswalk crosswalk) {
        var sorted = codes.stream().sorted(ORDER).toList();
        var own = sorted.stream().filter(Icd10::isIcd10).map(code -> new Crosswalk.Match(code, true));
        var found = own.toList();
        var all = found.isEmpty() ? sorted.stream().flatMap(code -> crosswalk.toIcd10(code).stream()) : found.stream();
        return all.filter(match -> Icd10.isWellFormed(match.code().code())).toList();
    }

    private static Relation relate(Crosswalk.Match first, Crosswalk.Match second) {
        return new Relation(kind(first, second), first.code(), second.code());
    }

    private static Kind kind(Crosswalk.Match first, Crosswalk.Match second) {
        var one = Icd10.normalise(first.code().code());
        var other = Icd10.normalise(second.code().code());
        if (first.exact() && second.exact() && one.equals(other)) {
            return Kind.SAME;
        }
        if (second.exact() && (Icd10.isAncestor(other, one) || (!first.exact() && one.equals(other)))) {
            return Kind.FIRST_REFINES;
        }
        if (first.exact() && (Icd10.isAncestor(one, other) || (!second.exact() && one.equals(other)))) {
            return Kind.SECOND_REFINES;
        }
        if (Icd10.category(one).equals(Icd10.category(other))) {
            return Kind.SAME_CATEGORY;
        }
        if (isAnyCancer(other) && isNamedCancer(one)) {
            return Kind.FIRST_REFINES;
        }
        if (isAnyCancer(one) && isNamedCancer(other)) {
            return Kind.SECOND_REFINES;
        }
        return apart(one, other);
    }

    /** C80.1: a cancer of which nobody knows where it began; a cancer with a place is a more exact form of it. */
    private static boolean isAnyCancer(String code) {
        return code.equals("C80.1");
    }

    private static boolean isNamedCancer(String code) {
        return Behaviour.of(code) == Behaviour.MALIGNANT;
    }

    private static Kind apart(String one, String other) {
        var behaviours = List.of(Behaviour.of(one), Behaviour.of(other));
        if (behaviours.contains(Behaviour.BENIGN) && behaviours.contains(Behaviour.MALIGNANT)) {
            return Kind.BENIGN_AGAINST_MALIGNANT;
        }
        if (behaviours.contains(Behaviour.IN_SITU) && behaviours.contains(Behaviour.MALIGNANT)) {
            return Kind.IN_SITU_AGAINST_INVASIVE;
        }
        return Chapter.of(one).equals(Chapter.of(other)) ? Kind.SAME_CHAPTER : Kind.DIFFERENT;
    }

    private String key() {
        return switch (kind) {
            case IN_SITU_AGAINST_INVASIVE -> "insitu";
            case BENIGN_AGAINST_MALIGNANT -> "benign";
            case NOT_COMPARABLE -> "none";
            case SAME, FIRST_REFINES, SECOND_REFINES, SAME_CATEGORY, SAME_CHAPTER, DIFFERENT ->
                kind.name().toLowerCase(Locale.ROOT).replace("_", "");
        };
    }

    private static String shown(Code code) {
        return Stream.of(code.display(), code.code())
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse(code.code());
    }
}
