package org.consilium.comparison;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.clinical.Code;
import org.consilium.comparison.DiagnosisRows.Stated;
import org.consilium.language.Message;
import org.consilium.opinions.Opinion.Diagnosis;
import org.consilium.terminology.Chapter;
import org.consilium.terminology.Crosswalk;
import org.consilium.terminology.Icd10;
import org.consilium.terminology.Relation;
import org.consilium.terminology.Relation.Kind;
import org.consilium.terminology.Side;

/** Whether two doctors name the same disease, by codes alone: words are never compared. */
final class DiagnosisNames {
    /** Up to this distance two codes mean one disease. */
    static final int SAME_DISEASE = 2;

    private static final int FAR = Integer.MAX_VALUE;

    /** ICD-10-CM categories that say that nothing was found (Z03, Z04: observation; Z71.1: feared complaint, none found). */
    private static final List<String> NOTHING_FOUND = List.of("Z03", "Z04", "Z71.1");

    /** ICD-10-CM codes that leave the form open though they do not end in 9, after their titles («unspecified»). */
    private static final Set<String> UNSPECIFIED = Set.of("D69.6", "F32.A", "I27.20", "J84.10", "K74.60");

    private final Crosswalk crosswalk;

    DiagnosisNames(Crosswalk crosswalk) {
        this.crosswalk = crosswalk;
    }

    /** The words with the codes behind them. */
    static Message shown(Stated stated) {
        var codes =
                stated.diagnosis().codes().stream().map(Code::code).distinct().collect(Collectors.joining(", "));
        var words = codes.isEmpty()
                ? Texts.quote(stated.diagnosis().text())
                : Message.of("comparison.coded", stated.diagnosis().text(), codes);
        return switch (stated.diagnosis().role()) {
            case "differential" -> Message.of("comparison.role.differential", words);
            case "ruled-out" -> Message.of("comparison.role.ruledOut", words);
            default -> words;
        };
    }

    Relation relation(Diagnosis one, Diagnosis other) {
        return Relation.of(one.codes(), other.codes(), crosswalk);
    }

    /** The smallest distance to any of a group; equal words only bring uncoded diagnoses into one row. */
    int closest(Stated one, Collection<Stated> group) {
        return group.stream().mapToInt(other -> distance(one, other)).min().orElse(FAR);
    }

    private int distance(Stated one, Stated other) {
        var kind = relation(one.diagnosis(), other.diagnosis()).kind();
        var sameWords = kind == Kind.NOT_COMPARABLE
                && Texts.plain(one.diagnosis().text())
                        .equals(Texts.plain(other.diagnosis().text()));
        return sameWords ? SAME_DISEASE : distance(kind);
    }

    private static int distance(Kind kind) {
        return switch (kind) {
            case SAME -> 0;
            case FIRST_REFINES, SECOND_REFINES -> 1;
            case SAME_CATEGORY -> SAME_DISEASE;
            case IN_SITU_AGAINST_INVASIVE -> 3;
            case SAME_CHAPTER -> 4;
            case DIFFERENT -> 5;
            case BENIGN_AGAINST_MALIGNANT -> 6;
            case NOT_COMPARABLE -> FAR;
        };
    }

    /** True unless the codes say that these are two diseases. */
    boolean mayBeOneDisease(Stated one, Stated other) {
        return !areTwoDiseases(relation(one.diagnosis(), other.diagnosis()).kind());
    }

    private static boolean areTwoDiseases(Kind kind) {
        return kind != Kind.NOT_COMPARABLE && distance(kind) > SAME_DISEASE;
    }

    Judgement judge(Stated one, Stated other) {
        if (rulesOut(one, other) || rulesOut(other, one)) {
            return Judgement.differs(5, "D5-RULED-OUT", Message.of("comparison.because.ruledOut"))
                    .standing();
        }
        var relation = relation(one.diagnosis(), other.diagnosis());
        if (areTwoDiseases(relation.kind())) {
            if (nothingFound(one) != nothingFound(other)) {
                return Judgement.differs(5, "D5-NOTHING-FOUND", Message.of("comparison.because.nothingFound"));
            }
            if (onlySymptoms(one) != onlySymptoms(other)) {
                return Judgement.differs(5, "D5-UNDIAGNOSED", Message.of("comparison.because.undiagnosed"));
            }
        }
        return byKind(one, other, relation);
    }

    private Judgement byKind(Stated one, Stated other, Relation relation) {
        var grounds = relation.grounds();
        return switch (relation.kind()) {
            case SAME -> sureness(one, other);
            case FIRST_REFINES, SECOND_REFINES -> Judgement.refines(1, "D1-MORE-EXACT", grounds);
            case SAME_CATEGORY -> sameCategory(one, other, relation);
            case IN_SITU_AGAINST_INVASIVE -> Judgement.differs(3, "D3-IN-SITU-INVASIVE", grounds);
            case SAME_CHAPTER -> Judgement.differs(3, "D3-OTHER-DISEASE", grounds);
            case DIFFERENT -> Judgement.differs(4, "D4-OTHER-SYSTEM", grounds);
            case BENIGN_AGAINST_MALIGNANT -> Judgement.differs(4, "D4-BENIGN-MALIGNANT", grounds);
            case NOT_COMPARABLE ->
                Judgement.notComparable(Judgement.UNKNOWN, "D-NOT-CODED", Message.of("comparison.because.notCoded"));
        };
    }

    private static Judgement sureness(Stated one, Stated other) {
        return one.diagnosis().role().equals(other.diagnosis().role())
                ? Judgement.agrees("D0-SAME")
                : Judgement.refines(1, "D1-NOT-YET-SURE", Message.of("comparison.because.notYetSure"));
    }

    /** One three-character category, neither code a form of the other. */
    private Judgement sameCategory(Stated one, Stated other, Relation relation) {
        var left = relation.first();
        var right = relation.second();
        if (left == null || right == null) {
            return Judgement.differs(2, "D2-SUBTYPE", relation.grounds());
        }
        if (onlySidesDiffer(left.code(), right.code())) {
            return sureness(one, other);
        }
        if (leavesOpen(left.code(), right.code()) || leavesOpen(right.code(), left.code())) {
            return Judgement.refines(1, "D1-SUBTYPE-ADDED", relation.grounds());
        }
        var bothOwn = has(one, left) && has(other, right);
        return bothOwn || differInOneSystem(one, other)
                ? Judgement.differs(
                        2, "D2-SUBTYPE", Message.of("comparison.because.subtype", left.code(), right.code()))
                : Judgement.refines(1, "D1-SAME-CATEGORY", relation.grounds());
    }

    private static boolean has(Stated stated, Code code) {
        return stated.diagnosis().codes().stream().anyMatch(code::sameAs);
    }

    private static boolean differInOneSystem(Stated one, Stated other) {
        return one.diagnosis().codes().stream()
                .filter(code -> !Icd10.isIcd10(code))
                .anyMatch(code ->
                        other.diagnosis().codes().stream().anyMatch(it -> it.in(code.system()) && !it.sameAs(code)));
    }

    /** Two codes that name different sides and are the same otherwise: one character apart. */
    private static boolean onlySidesDiffer(String one, String other) {
        var left = Icd10.normalise(one);
        var right = Icd10.normalise(other);
        if (left.length() != right.length()
                || Icd10.sideOf(one).isEmpty()
                || Icd10.sideOf(one).equals(Icd10.sideOf(other))) {
            return false;
        }
        var apart = 0;
        for (var i = 0; i < left.length(); i++) {
            apart += left.charAt(i) == right.charAt(i) ? 0 : 1;
        }
        return apart == 1;
    }

    /** True when the first code leaves open (a 9: mostly unspecified) all that sets it apart from the second. */
    private static boolean leavesOpen(String vague, String exact) {
        var left = Icd10.normalise(vague);
        var right = Icd10.normalise(exact);
        if (UNSPECIFIED.contains(left)) {
            return true;
        }
        for (var i = 0; i < Math.min(left.length(), right.length()); i++) {
            if (left.charAt(i) != right.charAt(i) && left.charAt(i) != '9' && !unspecifiedSide(vague, i, left)) {
                return false;
            }
        }
        return left.length() <= right.length();
    }

    private static boolean unspecifiedSide(String code, int place, String normal) {
        return normal.charAt(place) == '0' && place == normal.length() - 1 && siblingHasSide(code);
    }

    private static boolean siblingHasSide(String code) {
        return Icd10.sideOf(code.substring(0, code.length() - 1) + "1").isPresent();
    }

    /** The second doctor rules out what the first one names. */
    private boolean rulesOut(Stated one, Stated other) {
        if (one.ruledOut()) {
            return false;
        }
        return other.opinion().diagnoses().stream()
                .filter(it -> it.role().equals("ruled-out") || "ruled-out".equals(it.certainty()))
                .map(it -> relation(it, one.diagnosis()).kind())
                .anyMatch(kind -> kind == Kind.SAME || kind == Kind.FIRST_REFINES || kind == Kind.SECOND_REFINES);
    }

    private boolean onlySymptoms(Stated stated) {
        var chapters = icd(stated)
                .map(code -> Chapter.of(code.code()))
                .flatMap(Optional::stream)
                .toList();
        return !chapters.isEmpty() && chapters.stream().allMatch(chapter -> chapter == Chapter.XVIII);
    }

    /** A cancer of the bladder: whether it has grown into the muscle (T2) decides the treatment. */
    boolean isBladderCancer(Stated stated) {
        return icd(stated).anyMatch(code -> Icd10.normalise(code.code()).startsWith("C67"));
    }

    private boolean nothingFound(Stated stated) {
        return icd(stated)
                .anyMatch(code -> NOTHING_FOUND.stream()
                        .anyMatch(none -> Icd10.normalise(code.code()).startsWith(none)));
    }

    private Stream<Code> icd(Stated stated) {
        return stated.diagnosis().codes().stream()
                .flatMap(code -> crosswalk.toIcd10(code).stream())
                .map(Crosswalk.Match::code);
    }

    /** A diagnosis that is not the main one: whether it is there; its exact form has no weight. */
    Judgement judgeOther(Stated one, Stated other) {
        if (one.ruledOut() != other.ruledOut()) {
            return Judgement.differs(1, "D1-OTHER-RULED-OUT", Message.of("comparison.because.ruledOut"));
        }
        var plain = byKind(one, other, relation(one.diagnosis(), other.diagnosis()));
        return plain.level() == Judgement.UNKNOWN
                ? Judgement.notComparable(0, "D0-OTHER-NOT-CODED", plain.grounds())
                : plain.withoutLevel();
    }

    /** The side the doctor names, in words or in the code. */
    Optional<String> side(Stated stated) {
        var named = stated.diagnosis().laterality();
        if (named != null) {
            return Optional.of(named);
        }
        return stated.diagnosis().codes().stream()
                .filter(Icd10::isIcd10)
                .flatMap(code -> Icd10.sideOf(code.code()).stream())
                .map(DiagnosisNames::word)
                .findFirst();
    }

    private static String word(Side side) {
        return switch (side) {
            case LEFT -> "left";
            case RIGHT -> "right";
            case BOTH -> "bilateral";
        };
    }
}
