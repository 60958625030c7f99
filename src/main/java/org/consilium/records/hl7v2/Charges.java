package org.consilium.records.hl7v2;

import java.util.Optional;
import org.consilium.clinical.Detail;
import org.consilium.clinical.FactKind;

/** Charges (FT1): what was done or handed out, with what was asked for it. */
final class Charges {
    private final Context context;

    Charges(Context context) {
        this.context = context;
    }

    /** False when the charge names neither a procedure nor a medicine. */
    boolean read(Segment segment) {
        var reasons = segment.all(19).stream()
                .map(field -> Concept.of(field, context.systems()))
                .toList();
        var procedure = Concept.of(segment, 25, context.systems());
        var medicine = Concept.of(segment, 29, context.systems());
        if (!procedure.isNothing()) {
            var draft = new Draft(FactKind.PROCEDURE, segment.place())
                    .of(procedure)
                    .when(segment.date(4))
                    .status(status(segment))
                    .detail(Detail.AMOUNT, amount(segment))
                    .detail(Detail.REASON, reasons.stream().findFirst().flatMap(Concept::words))
                    .detail(Detail.REASON_CODES, Context.codes(reasons))
                    .detail(Detail.PERFORMER, segment.person(20));
            context.add(draft, segment.place());
        }
        if (!medicine.isNothing()) {
            var draft = new Draft(FactKind.MEDICATION, segment.place())
                    .of(medicine)
                    .when(segment.date(4))
                    .status(status(segment));
            context.add(draft, segment.place());
        }
        return !procedure.isNothing() || !medicine.isNothing();
    }

    /** FT1-6, table 0017: a charge that is taken back (CR, credit) is of something that is taken back. */
    private static String status(Segment segment) {
        return segment.value(6).orElse("").equals("CR") ? "entered-in-error" : "completed";
    }

    /** FT1-11, the whole amount, else FT1-12, that of one. */
    private static Optional<String> amount(Segment segment) {
        var field = segment.field(11).or(() -> segment.field(12));
        return field.flatMap(each -> each.subcomponent(1, 1)
                .filter(number -> number.matches("-?\\d{1,15}(\\.\\d{1,4})?"))
                .flatMap(number -> each.subcomponent(1, 2)
                        .filter(currency -> currency.matches("[A-Z]{3}"))
                        .map(currency -> "submitted " + number + " " + currency)));
    }
}
