package org.consilium.comparison;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.consilium.comparison.Comparison.Cell;
import org.consilium.comparison.Comparison.Criterion;
import org.consilium.comparison.Comparison.Pair;
import org.consilium.comparison.Comparison.Point;
import org.consilium.comparison.Comparison.Relation;
import org.consilium.knowledge.Knowledge;
import org.consilium.language.Message;
import org.consilium.opinions.Opinion;
import org.consilium.opinions.OpinionJson;
import org.consilium.terminology.Crosswalk;
import org.jspecify.annotations.Nullable;

/** Puts a comparison together: one order, every pair by itself, then the rows of all. */
final class Comparing {
    private Comparing() {}

    static Comparison of(List<Opinion> given, Knowledge knowledge, Crosswalk crosswalk, @Nullable Integer budgetDays) {
        if (given.size() < 2) {
            throw new IllegalArgumentException("a comparison needs two opinions or more");
        }
        var hashed = given.stream().map(Hashed::of).sorted(Hashed.ORDER).toList();
        var opinions = hashed.stream().map(Hashed::opinion).toList();
        var rows = rows(opinions, knowledge, crosswalk);
        var pairs = pairs(opinions, rows, knowledge, crosswalk);
        var diagnosis = most(pairs.stream().map(Pair::diagnosis).toList(), Comparator.comparingInt(Levels::weight));
        var treatment = most(pairs.stream().map(Pair::treatment).toList(), Comparator.comparingInt(Levels::weight));
        var outcome = most(pairs.stream().map(Pair::outcome).toList(), Comparator.comparingInt(Levels::weight));
        return new Comparison(
                opinions,
                pairs,
                diagnosis,
                treatment,
                outcome,
                pairs.stream().anyMatch(Pair::treatmentChanging),
                alarms(rows),
                points(rows, opinions.size()),
                Asking.questions(opinions, rows, outcome),
                ThirdOpinions.rule(opinions, outcome, budgetDays),
                Reasons.of(opinions),
                hashed.stream().map(Hashed::hash).collect(Collectors.joining(" ")) + " knowledge "
                        + knowledge.version());
    }

    private record Hashed(Opinion opinion, String hash) {
        static final Comparator<Hashed> ORDER = Comparator.comparing((Hashed it) -> it.opinion.date())
                .thenComparing(it -> it.opinion.author().name())
                .thenComparing(Hashed::hash);

        static Hashed of(Opinion opinion) {
            try {
                var bytes = OpinionJson.write(opinion).getBytes(StandardCharsets.UTF_8);
                return new Hashed(
                        opinion,
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
            } catch (NoSuchAlgorithmException everyJavaHasIt) {
                throw new IllegalStateException(everyJavaHasIt);
            }
        }
    }

    private static <T> T most(List<T> all, Comparator<T> byWeight) {
        return all.stream().max(byWeight).orElseThrow();
    }

    private static List<Row> rows(List<Opinion> opinions, Knowledge knowledge, Crosswalk crosswalk) {
        var rows = new ArrayList<>(DiagnosisRows.of(opinions, crosswalk));
        rows.addAll(TreatmentRows.of(opinions, knowledge));
        return rows;
    }

    /** Each pair by itself: what a third doctor says changes nothing between two others. */
    private static List<Pair> pairs(List<Opinion> opinions, List<Row> rows, Knowledge knowledge, Crosswalk crosswalk) {
        if (opinions.size() == 2) {
            return List.of(Levels.pair(0, 1, rows));
        }
        var pairs = new ArrayList<Pair>();
        for (var i = 0; i < opinions.size(); i++) {
            for (var j = i + 1; j < opinions.size(); j++) {
                var two = List.of(opinions.get(i), opinions.get(j));
                pairs.add(Levels.pair(i, j, rows(two, knowledge, crosswalk)));
            }
        }
        return pairs;
    }

    private static List<Message> alarms(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> row.judged().stream()
                        .flatMap(it -> it.judgement().alarmText().stream())
                        .map(alarm -> Message.of("comparison.ground", row.about(), alarm)))
                .distinct()
                .toList();
    }

    private static List<Point> points(List<Row> rows, int opinions) {
        var points = new ArrayList<Point>();
        for (var criterion : Criterion.values()) {
            var own = rows.stream()
                    .filter(row -> row.criterion() == criterion && !row.judged().isEmpty())
                    .map(Row::point)
                    .toList();
            points.addAll(own.isEmpty() ? List.of(nobodySays(criterion, opinions)) : own);
        }
        return points;
    }

    private static Point nobodySays(Criterion criterion, int opinions) {
        return new Point(
                criterion,
                Relation.NOT_COMPARABLE,
                Message.of("comparison.criterion." + criterion.word()),
                Message.of("comparison.because.nobodySays"),
                "NOT-STATED",
                IntStream.range(0, opinions)
                        .mapToObj(place -> new Cell(place, Message.of("comparison.notStated"), ""))
                        .toList());
    }
}
