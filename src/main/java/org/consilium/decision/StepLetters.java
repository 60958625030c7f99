package org.consilium.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.consilium.comparison.Comparison;
import org.consilium.comparison.Comparison.Relation;
import org.consilium.comparison.Comparison.Step;
import org.consilium.language.Message;
import org.consilium.opinions.Opinion;
import org.consilium.opinions.Opinion.Seen;

/**
 * What the person may write to each doctor when opinions differ: a call together, a team meeting, or slides and images read
 * again. Every doctor gets the same letter but for the names; it says on what they differ and never who said what. Only the
 * letters for a call name the other doctors, for a call needs it.
 */
public final class StepLetters {
    private static final int MOST_POINTS = 6;
    private static final List<String> READ_AGAIN =
            List.of("pathology-report", "pathology-slides", "imaging-report", "images");

    private StepLetters() {}

    /** A letter for each doctor, in the order of the opinions; none for a step that needs no letter. */
    public static List<DoctorLetter> of(Step step, Comparison comparison) {
        return switch (step) {
            case EVIDENCE -> List.of();
            case JOINT_CALL -> each(comparison, place -> call(comparison, place, "call"));
            case CALL_TODAY -> each(comparison, place -> call(comparison, place, "today"));
            case BOARD -> each(comparison, place -> alone(comparison, "board"));
            case REREAD -> each(comparison, place -> reread(comparison));
        };
    }

    private static List<DoctorLetter> each(Comparison comparison, java.util.function.IntFunction<List<Message>> body) {
        return IntStream.range(0, comparison.opinions().size())
                .mapToObj(place -> {
                    var opinion = comparison.opinions().get(place);
                    var paragraphs = new ArrayList<Message>();
                    paragraphs.add(
                            Message.of("decision.letter.dear", opinion.author().name()));
                    paragraphs.add(Message.of("decision.letter.thanks", opinion.date()));
                    paragraphs.addAll(body.apply(place));
                    paragraphs.add(Message.of("nextstep.letter.close"));
                    return new DoctorLetter(opinion.author().name(), paragraphs);
                })
                .toList();
    }

    private static List<Message> call(Comparison comparison, int place, String what) {
        var others = IntStream.range(0, comparison.opinions().size())
                .filter(other -> other != place)
                .mapToObj(other -> comparison.opinions().get(other).author().name())
                .collect(Collectors.joining(", "));
        var body = new ArrayList<Message>();
        body.add(Message.of("nextstep.letter.others", others));
        body.addAll(points(comparison));
        body.add(Message.of("nextstep.letter." + what));
        body.add(Message.of("nextstep.letter.consent"));
        return body;
    }

    private static List<Message> alone(Comparison comparison, String what) {
        var body = new ArrayList<Message>();
        body.add(Message.of("decision.letter.compared"));
        body.addAll(points(comparison));
        body.add(Message.of("nextstep.letter." + what));
        return body;
    }

    /** With what the doctors say they used, where they say it. */
    private static List<Message> reread(Comparison comparison) {
        var body = new ArrayList<>(alone(comparison, "reread"));
        var seen = comparison.opinions().stream()
                .flatMap(StepLetters::seen)
                .map(one -> Message.of(
                        one.date() == null ? "nextstep.letter.item" : "nextstep.letter.itemOn", what(one), day(one)))
                .distinct()
                .limit(MOST_POINTS)
                .toList();
        if (!seen.isEmpty()) {
            body.add(Message.of("nextstep.letter.reread.which"));
            body.addAll(seen);
        }
        return body;
    }

    private static java.util.stream.Stream<Seen> seen(Opinion opinion) {
        var basis = opinion.basis();
        return basis == null
                ? java.util.stream.Stream.empty()
                : basis.saw().stream().filter(one -> READ_AGAIN.contains(one.kind()));
    }

    private static Object what(Seen seen) {
        var kind = Message.of("comparison.seen." + seen.kind());
        return seen.what() == null ? kind : Message.of("comparison.seenWhat", kind, seen.what());
    }

    private static String day(Seen seen) {
        return seen.date() == null ? "" : seen.date();
    }

    private static List<Message> points(Comparison comparison) {
        var differ = comparison.points().stream()
                .filter(point -> point.relation() == Relation.DIFFERS)
                .map(point -> Message.of("nextstep.letter.item", point.about()))
                .distinct()
                .limit(MOST_POINTS)
                .toList();
        if (differ.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<Message>();
        lines.add(Message.of("nextstep.letter.differ"));
        lines.addAll(differ);
        return lines;
    }
}
