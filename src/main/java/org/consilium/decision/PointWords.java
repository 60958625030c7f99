package org.consilium.decision;

import java.util.List;
import java.util.stream.IntStream;
import org.consilium.comparison.Comparison;
import org.consilium.comparison.Comparison.Relation;
import org.consilium.decision.DecisionSummary.Difference;
import org.consilium.decision.DecisionSummary.Says;
import org.consilium.language.Message;

/** What the comparison found, as lines of the summary. */
final class PointWords {
    private PointWords() {}

    /** How the opinions stand to each other; a major difference says in what it lies. */
    static Message agreement(Comparison comparison) {
        var key = "decision.outcome." + comparison.outcome().word();
        if (comparison.outcome() != Comparison.Outcome.DIFFER_MAJOR) {
            return Message.of(key);
        }
        var illness = switch (comparison.diagnosis()) {
            case D0, D1 -> false;
            case D2, D3, D4, D5 -> true;
            case NOT_COMPARABLE -> comparison.treatment() == Comparison.TreatmentLevel.NOT_COMPARABLE;
        };
        var treatment = switch (comparison.treatment()) {
            case X3, X4, X5 -> true;
            case X0, X1, X2, NOT_COMPARABLE -> false;
        };
        if (illness == treatment || comparison.diagnosis() == Comparison.DiagnosisLevel.NOT_COMPARABLE) {
            return Message.of(key);
        }
        return Message.of(illness ? key + ".illness" : key + ".treatment");
    }

    /** Everything that is not said alike, what differs most first. */
    static List<Difference> differences(Comparison comparison) {
        return List.of(Relation.DIFFERS, Relation.REFINES, Relation.NOT_COMPARABLE, Relation.ONLY_ONE_SAYS).stream()
                .flatMap(relation -> comparison.points().stream()
                        .filter(point -> point.relation() == relation && !standsWithItsOption(point))
                        .map(point -> difference(comparison, point)))
                .toList();
    }

    /** A figure or a cost that only one doctor gives is no difference; it is told with its option. */
    private static boolean standsWithItsOption(Comparison.Point point) {
        return point.relation() == Relation.ONLY_ONE_SAYS
                && switch (point.criterion()) {
                    case RISK, OUTCOME, COST -> true;
                    case DIAGNOSIS, TREATMENT -> false;
                };
    }

    static List<Message> agreed(Comparison comparison) {
        return comparison.points().stream()
                .filter(point -> point.relation() == Relation.AGREES)
                .map(Comparison.Point::about)
                .distinct()
                .toList();
    }

    static List<Says> questions(Comparison comparison) {
        return IntStream.range(0, comparison.opinions().size())
                .mapToObj(place -> new Says(
                        place,
                        comparison.questions().stream()
                                .filter(question -> question.to() == place)
                                .map(Comparison.Question::text)
                                .distinct()
                                .toList()))
                .filter(says -> !says.lines().isEmpty())
                .toList();
    }

    private static Difference difference(Comparison comparison, Comparison.Point point) {
        var cells = IntStream.range(0, comparison.opinions().size())
                .mapToObj(place -> point.cells().stream()
                        .filter(cell -> cell.opinion() == place)
                        .map(Comparison.Cell::text)
                        .findFirst()
                        .orElseGet(() -> Message.of("decision.not-stated")))
                .toList();
        return new Difference(
                point.about(),
                Message.of("decision.relation." + point.relation().word()),
                point.grounds(),
                cells);
    }
}
