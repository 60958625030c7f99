package org.consilium.records.hl7v2;

import java.util.Optional;
import java.util.Set;
import org.consilium.clinical.Detail;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Visits (PV1 with PV2) and appointments (SCH). A visit is a fact when it has a date or the message is about the visit itself;
 * in a message about results it only says where the patient was.
 */
final class Visits {
    private static final Set<String> ARRIVALS = Set.of("A01", "A04");
    private static final Set<String> CANCELLATIONS = Set.of("A11", "A27", "A38");

    private final Context context;
    private @Nullable Draft visit;
    private @Nullable Draft appointment;

    Visits(Context context) {
        this.context = context;
    }

    void visit(Segment segment) {
        var message = context.message();
        var event = message.all("EVN").stream().findFirst();
        var start = segment.date(44);
        var end = segment.date(45);
        if (message.type().equals("ADT") && ARRIVALS.contains(message.event())) {
            start = start.or(() -> event.flatMap(each -> each.date(6, 2)));
        }
        if (message.type().equals("ADT") && message.event().equals("A03")) {
            end = end.or(() -> event.flatMap(each -> each.date(6, 2)));
        }
        if (!message.type().equals("ADT") && start.isEmpty() && end.isEmpty()) {
            context.forgetLast();
            return;
        }
        var code = segment.value(2).orElse("");
        var draft = new Draft(FactKind.ENCOUNTER, segment.place())
                .named(
                        segment.field(10).flatMap(field -> field.component(2)),
                        Words.visit(code),
                        segment.value(10),
                        segment.value(3),
                        Optional.of("PV1"))
                .when(start)
                .until(end)
                .status(status(end))
                .detail(Detail.ENCOUNTER_CLASS, Words.visitClass(code))
                .detail(Detail.PERFORMER, segment.person(7));
        visit = draft;
        context.add(draft, segment.place());
    }

    private String status(Optional<PartialDate> end) {
        var event = context.message().type().equals("ADT") ? context.message().event() : "";
        if (CANCELLATIONS.contains(event)) {
            return "cancelled";
        }
        if (end.isPresent() || event.equals("A03")) {
            return "finished";
        }
        return switch (event) {
            case "A05", "A14" -> "planned";
            case "A01", "A04", "A02", "A06", "A07", "A13", "A09", "A10" -> "in-progress";
            default -> "unknown";
        };
    }

    /** PV2-3: why the patient came. */
    void more(Segment segment) {
        if (visit == null) {
            context.forgetLast();
            return;
        }
        var reason = Concept.of(segment, 3, context.systems());
        visit.detail(Detail.REASON, reason.words().or(() -> segment.value(12)))
                .detail(Detail.REASON_CODES, Context.codes(java.util.List.of(reason)));
    }

    void appointment(Segment segment) {
        var reason = Concept.of(segment, 7, context.systems());
        var kind = Concept.of(segment, 8, context.systems());
        var draft = new Draft(FactKind.ENCOUNTER, segment.place())
                .named(
                        kind.words().filter(words -> words.length() > 2),
                        reason.words(),
                        Concept.of(segment, 6, context.systems()).words(),
                        Optional.of("SCH"))
                .when(segment.field(11).flatMap(field -> field.component(4)).flatMap(Stamps::read))
                .until(segment.field(11).flatMap(field -> field.component(5)).flatMap(Stamps::read))
                .status(appointmentStatus(segment.value(25).orElse("")))
                .detail(Detail.REASON, reason.words())
                .detail(Detail.REASON_CODES, Context.codes(java.util.List.of(reason)))
                .detail(Detail.PERFORMER, segment.person(12));
        appointment = draft;
        context.add(draft, segment.place());
    }

    private String appointmentStatus(String state) {
        return switch (context.message().event()) {
            case "S15", "S16" -> "cancelled";
            case "S17" -> "entered-in-error";
            case "S26" -> "not-done";
            default ->
                switch (state.toLowerCase(java.util.Locale.ROOT)) {
                    case "cancelled", "canceled", "discontinued", "deleted", "noshow" -> "cancelled";
                    case "complete", "completed" -> "finished";
                    default -> "planned";
                };
        };
    }

    /** AIS-4, AIG-8, AIL-6, AIP-6: when the service, thing, place or person is booked. */
    void resource(Segment segment) {
        if (appointment == null || appointment.date() != null) {
            return;
        }
        appointment.when(
                switch (segment.name()) {
                    case "AIS" -> segment.date(4);
                    case "AIG" -> segment.date(8);
                    default -> segment.date(6);
                });
    }
}
