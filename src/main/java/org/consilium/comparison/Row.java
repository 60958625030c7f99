package org.consilium.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.consilium.comparison.Comparison.Cell;
import org.consilium.comparison.Comparison.Criterion;
import org.consilium.comparison.Comparison.Point;
import org.consilium.language.Message;

/** One row of the comparison before it is summed up: what each opinion says and how every two of them stand. */
record Row(Criterion criterion, Topic topic, Message about, List<Cell> cells, List<Judged> judged) {
    Row {
        cells = List.copyOf(cells);
        judged = List.copyOf(judged);
    }

    /** What a row is on; its name in lower case is the last part of the key of its question. */
    enum Topic {
        NAME,
        OTHER_DIAGNOSIS,
        CERTAINTY,
        SIDE,
        STAGE,
        SPREAD,
        GRADE,
        MARKER,
        MODALITY,
        OPTION,
        INTENT,
        TIMING,
        DETAIL,
        ORDER,
        URGENCY,
        TEST,
        HARM,
        BENEFIT,
        COST,
        LIFE
    }

    /** What one opinion says, for people ({@code text}), for judging ({@code value}), and where. */
    record Said<T>(T value, Message text, String at) {}

    /** The answer for two opinions, the lower place first. */
    record Judged(int first, int second, Judgement judgement) {}

    /**
     * @param said by the place of the opinion; an opinion that says nothing is absent
     * @param both the answer when both say something
     * @param onlyOne the answer when one of two says something
     * @return empty when no opinion says anything
     */
    static <T> Optional<Row> of(
            Criterion criterion,
            Topic topic,
            Message about,
            int opinions,
            Map<Integer, Said<T>> said,
            BiFunction<T, T, Judgement> both,
            Function<T, Judgement> onlyOne) {
        if (said.isEmpty()) {
            return Optional.empty();
        }
        var cells = new ArrayList<Cell>();
        var judged = new ArrayList<Judged>();
        for (var i = 0; i < opinions; i++) {
            var one = said.get(i);
            cells.add(
                    one == null
                            ? new Cell(i, Message.of("comparison.notStated"), "")
                            : new Cell(i, one.text(), one.at()));
            for (var j = i + 1; j < opinions; j++) {
                var other = said.get(j);
                if (one != null && other != null) {
                    judged.add(new Judged(i, j, both.apply(one.value(), other.value())));
                } else if (one != null) {
                    judged.add(new Judged(i, j, onlyOne.apply(one.value())));
                } else if (other != null) {
                    judged.add(new Judged(i, j, onlyOne.apply(other.value())));
                }
            }
        }
        return Optional.of(new Row(criterion, topic, about, cells, judged));
    }

    /** Judged among these opinions only, where that leaves anything to judge. */
    Row among(Set<Integer> some) {
        var left = judged.stream()
                .filter(it -> some.contains(it.first()) && some.contains(it.second()))
                .toList();
        return left.isEmpty()
                ? new Row(criterion, topic, about, cells, quiet())
                : new Row(criterion, topic, about, cells, left);
    }

    private List<Judged> quiet() {
        return judged.stream()
                .map(it -> new Judged(it.first(), it.second(), it.judgement().withoutLevel()))
                .toList();
    }

    /** The judgement that matters most. */
    Judgement worst() {
        return judged.stream()
                .map(Judged::judgement)
                .max(Comparator.comparingInt(Judgement::weight))
                .orElseThrow();
    }

    Point point() {
        var worst = worst();
        return new Point(criterion, worst.relation(), about, worst.grounds(), worst.rule(), cells);
    }

    boolean says(int opinion) {
        return !cells.get(opinion).at().isEmpty();
    }
}
