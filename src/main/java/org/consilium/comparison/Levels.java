package org.consilium.comparison;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.comparison.Comparison.Criterion;
import org.consilium.comparison.Comparison.DiagnosisLevel;
import org.consilium.comparison.Comparison.Outcome;
import org.consilium.comparison.Comparison.Pair;
import org.consilium.comparison.Comparison.Relation;
import org.consilium.comparison.Comparison.TreatmentLevel;
import org.consilium.language.Message;

/** Sums rows up to the levels and the outcome of two opinions. */
final class Levels {
    static final String INTENT_DIFFERS = "X-INTENT";
    static final String URGENCY_DIFFERS = "X-URGENCY";

    private static final int MOST_GROUNDS = 8;
    private static final List<DiagnosisLevel> DIAGNOSIS = List.of(
            DiagnosisLevel.D0,
            DiagnosisLevel.D1,
            DiagnosisLevel.D2,
            DiagnosisLevel.D3,
            DiagnosisLevel.D4,
            DiagnosisLevel.D5);
    private static final List<TreatmentLevel> TREATMENT = List.of(
            TreatmentLevel.X0,
            TreatmentLevel.X1,
            TreatmentLevel.X2,
            TreatmentLevel.X3,
            TreatmentLevel.X4,
            TreatmentLevel.X5);

    private Levels() {}

    /** @param rows those of the two opinions alone */
    static Pair pair(int first, int second, List<Row> rows) {
        var diagnosis = diagnosis(level(rows, true));
        var treatment = treatment(level(rows, false));
        var minor = judgements(rows)
                .anyMatch(it -> it.rule().equals(INTENT_DIFFERS) || it.rule().equals(URGENCY_DIFFERS));
        return new Pair(
                first,
                second,
                diagnosis,
                treatment,
                outcome(diagnosis, treatment, minor),
                treatment != TreatmentLevel.NOT_COMPARABLE && treatment.compareTo(TreatmentLevel.X2) >= 0,
                grounds(rows));
    }

    /** The first class that matches, in the published order of this program: major, minor, clarify, confirm, not comparable. */
    static Outcome outcome(DiagnosisLevel diagnosis, TreatmentLevel treatment, boolean urgencyOrIntentDiffers) {
        var d = number(diagnosis);
        var x = number(treatment);
        if (d >= 2 || x >= 3) {
            return Outcome.DIFFER_MAJOR;
        }
        if (urgencyOrIntentDiffers && d != Judgement.UNKNOWN && x != Judgement.UNKNOWN) {
            return Outcome.DIFFER_MINOR;
        }
        if (d == 1 || x == 2) {
            return Outcome.CLARIFY;
        }
        return d == Judgement.UNKNOWN || x == Judgement.UNKNOWN ? Outcome.NOT_COMPARABLE : Outcome.CONFIRM;
    }

    private static int level(List<Row> rows, boolean ofDiagnosis) {
        var own = rows.stream()
                .filter(row -> (row.criterion() == Criterion.DIAGNOSIS) == ofDiagnosis)
                .toList();
        var answered = judgements(own)
                .anyMatch(
                        it -> it.level() == Judgement.UNKNOWN || !it.relation().equals(Relation.ONLY_ONE_SAYS));
        var unknown = !answered || judgements(own).anyMatch(it -> it.level() == Judgement.UNKNOWN);
        var most = judgements(own)
                .filter(it -> !unknown || it.stands())
                .mapToInt(Judgement::level)
                .max()
                .orElse(0);
        return unknown && most <= 0 ? Judgement.UNKNOWN : most;
    }

    private static DiagnosisLevel diagnosis(int level) {
        return level == Judgement.UNKNOWN ? DiagnosisLevel.NOT_COMPARABLE : DIAGNOSIS.get(level);
    }

    private static TreatmentLevel treatment(int level) {
        return level == Judgement.UNKNOWN ? TreatmentLevel.NOT_COMPARABLE : TREATMENT.get(level);
    }

    static Stream<Judgement> judgements(Collection<Row> rows) {
        return rows.stream().flatMap(row -> row.judged().stream()).map(Row.Judged::judgement);
    }

    private static List<Message> grounds(List<Row> rows) {
        var grounds = rows.stream()
                .filter(row -> !row.judged().isEmpty())
                .filter(row -> row.worst().level() != 0 || row.worst().relation() == Relation.DIFFERS)
                .sorted(Comparator.comparingInt((Row row) -> row.worst().weight())
                        .reversed())
                .limit(MOST_GROUNDS)
                .map(row ->
                        Message.of("comparison.ground", row.about(), row.worst().grounds()))
                .toList();
        return grounds.isEmpty() ? List.of(Message.of("comparison.because.nothingDiffers")) : grounds;
    }

    private static int number(DiagnosisLevel level) {
        return level == DiagnosisLevel.NOT_COMPARABLE ? Judgement.UNKNOWN : DIAGNOSIS.indexOf(level);
    }

    private static int number(TreatmentLevel level) {
        return level == TreatmentLevel.NOT_COMPARABLE ? Judgement.UNKNOWN : TREATMENT.indexOf(level);
    }

    /** How far apart, for choosing the pair that differs most; what cannot be compared is more than agreement. */
    static int weight(DiagnosisLevel level) {
        return weight(number(level));
    }

    /** See {@link #weight(DiagnosisLevel)}. */
    static int weight(TreatmentLevel level) {
        return weight(number(level));
    }

    private static int weight(int level) {
        return level == Judgement.UNKNOWN ? 1 : level * 2;
    }

    /** See {@link #weight(DiagnosisLevel)}. */
    static int weight(Outcome outcome) {
        return switch (outcome) {
            case CONFIRM -> 0;
            case NOT_COMPARABLE -> 1;
            case CLARIFY -> 2;
            case DIFFER_MINOR -> 3;
            case DIFFER_MAJOR -> 4;
        };
    }
}
