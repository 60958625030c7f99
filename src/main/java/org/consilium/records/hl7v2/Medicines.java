package org.consilium.records.hl7v2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.jspecify.annotations.Nullable;

/** Medicines ordered (RXO), encoded (RXE), dispensed (RXD), to be given (RXG) or given (RXA), and vaccinations (RXA). */
final class Medicines {
    /** CVX: no vaccine administered. */
    private static final String NO_VACCINE = "998";

    private final Context context;
    private final List<Segment> timings = new ArrayList<>();
    private @Nullable Draft current;

    Medicines(Context context) {
        this.context = context;
    }

    void administered(Segment segment) {
        var substance = Concept.of(segment, 5, context.systems());
        var vaccine = context.message().type().equals("VXU")
                || context.message().type().equals("VXR")
                || substance.codes().stream().anyMatch(code -> code.in(CodeSystems.CVX));
        var none = substance.has(CodeSystems.CVX, NO_VACCINE);
        var draft = new Draft(vaccine ? FactKind.IMMUNIZATION : FactKind.MEDICATION, segment.place())
                .of(substance)
                .when(segment.date(3))
                .until(segment.date(4).filter(end -> !segment.date(3).equals(Optional.of(end))))
                .status(
                        none
                                ? "not-done"
                                : Statuses.ofVaccination(
                                        segment.value(20).orElse(""),
                                        segment.value(21).orElse("")))
                .detail(Detail.DOSE, dose(segment, 6, 7, 8))
                .detail(Detail.REASON, words(segment, 18).or(() -> words(segment, 19)))
                .detail(Detail.PERFORMER, segment.person(10));
        lot(segment).ifPresent(draft::note);
        take(draft, segment);
        if (vaccine) {
            context.vaccination(draft);
        }
    }

    private static Optional<String> lot(Segment segment) {
        return joined(words(segment, 17), segment.value(15));
    }

    void encoded(Segment segment) {
        var dates = span(segment, 1);
        take(
                order(Concept.of(segment, 2, context.systems()), segment)
                        .when(dates.or(() -> ordered()))
                        .detail(
                                Detail.DOSE,
                                joined(List.of(
                                        dose(segment, 3, 5, 6),
                                        segment.field(1).flatMap(field -> field.component(2)),
                                        texts(segment, 7)))),
                segment);
    }

    void ordered(Segment segment) {
        take(
                order(Concept.of(segment, 1, context.systems()), segment)
                        .when(ordered())
                        .detail(
                                Detail.DOSE,
                                joined(List.of(dose(segment, 2, 4, 5), texts(segment, 7), texts(segment, 6)))),
                segment);
    }

    void dispensed(Segment segment) {
        take(
                new Draft(FactKind.MEDICATION, segment.place())
                        .of(Concept.of(segment, 2, context.systems()))
                        .when(segment.date(3))
                        .status("completed")
                        .detail(
                                Detail.DOSE,
                                joined(List.of(dose(segment, 4, 5, 6), segment.value(12), texts(segment, 9))))
                        .detail(Detail.PERFORMER, segment.person(10)),
                segment);
    }

    void given(Segment segment) {
        take(
                order(Concept.of(segment, 4, context.systems()), segment)
                        .when(segment.date(3).or(() -> ordered()))
                        .detail(Detail.DOSE, joined(dose(segment, 5, 7, 8), texts(segment, 13))),
                segment);
    }

    private Draft order(Concept substance, Segment segment) {
        var order = context.order();
        return new Draft(FactKind.MEDICATION, segment.place())
                .of(substance)
                .status(Statuses.ofMedicine(
                        order.flatMap(each -> each.value(1)).orElse(""),
                        order.flatMap(each -> each.value(5)).orElse("")))
                .detail(Detail.PERFORMER, order.flatMap(each -> each.person(12)));
    }

    private Optional<PartialDate> ordered() {
        return context.order().flatMap(order -> order.date(15, 9));
    }

    /** The start in a quantity and timing field of older versions (TQ-4). */
    private static Optional<PartialDate> span(Segment segment, int number) {
        return segment.field(number).flatMap(field -> field.component(4)).flatMap(Stamps::read);
    }

    private void take(Draft draft, Segment segment) {
        current = draft;
        context.add(draft, segment.place());
        if (!segment.name().equals("RXA")) {
            timings.forEach(this::timing);
        }
        timings.clear();
    }

    /** TQ1: how often, from when, until when; it stands before or after what it is about. */
    void timing(Segment segment) {
        var draft = current;
        if (draft == null || context.last() != draft) {
            timings.clear();
            timings.add(segment);
            return;
        }
        var often = joined(words(segment, 3), segment.value(11));
        draft.when(segment.date(7).or(() -> Optional.ofNullable(draft.date()))).until(segment.date(8));
        often.ifPresent(draft::moreDose);
    }

    /** RXR: by what way, and where. */
    void route(Segment segment) {
        if (current != null && context.last() == current) {
            words(segment, 1).ifPresent(current::moreDose);
            current.detail(Detail.BODY_SITE, words(segment, 2));
        }
    }

    /** RXC: an ingredient. */
    void component(Segment segment) {
        if (current != null && context.last() == current) {
            joined(words(segment, 2), dose(segment, 3, 4, 0)).ifPresent(current::note);
        }
    }

    private static Optional<String> dose(Segment segment, int amount, int unit, int form) {
        var number = segment.value(amount).filter(each -> !each.equals("999"));
        var units = words(segment, unit);
        return joined(Words.together(number, units), form == 0 ? Optional.empty() : words(segment, form));
    }

    private static Optional<String> words(Segment segment, int number) {
        return segment.field(number).flatMap(Words::told);
    }

    /** Instructions, all repetitions. */
    private static Optional<String> texts(Segment segment, int number) {
        var all = segment.all(number).stream()
                .map(Words::told)
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private static Optional<String> joined(Optional<String> one, Optional<String> two) {
        return joined(List.of(one, two));
    }

    private static Optional<String> joined(List<Optional<String>> parts) {
        var all = parts.stream().flatMap(Optional::stream).distinct().collect(Collectors.joining("; "));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }
}
