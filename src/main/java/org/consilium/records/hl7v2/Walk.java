package org.consilium.records.hl7v2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.consilium.clinical.Detail;
import org.consilium.clinical.FactKind;
import org.consilium.records.hl7v2.Harvest.Reason;

/** Goes through one message, segment by segment. */
final class Walk {
    private static final Set<String> ORDERS =
            Set.of("ORM", "OML", "OMG", "OMI", "OMP", "OMS", "OMD", "OMN", "REF", "RQI", "RQA");
    private static final Set<String> FRAME =
            Set.of("MSH", "SFT", "UAC", "EVN", "MSA", "ERR", "DSC", "DSP", "QRD", "QRF", "QPD", "QAK");

    private final Hl7Message message;
    private final Harvest harvest;
    private final Context context;
    private final Results results;
    private final Findings findings;
    private final Medicines medicines;
    private final Visits visits;

    private Walk(Hl7Message message, Harvest harvest) {
        this.message = message;
        this.harvest = harvest;
        this.context = new Context(message, harvest);
        this.results = new Results(harvest, context);
        this.findings = new Findings(context);
        this.medicines = new Medicines(context);
        this.visits = new Visits(context);
    }

    static void through(Hl7Message message, Harvest harvest) {
        var walk = new Walk(message, harvest);
        walk.all();
        walk.context.done();
    }

    private void all() {
        var segments = message.segments();
        results.begin(group(segments, 0));
        for (var index = 0; index < segments.size(); index++) {
            var segment = segments.get(index);
            if (Set.of("OBR", "TXA", "RXA").contains(segment.name())) {
                results.begin(group(segments, index + 1));
            }
            read(segment);
        }
    }

    /** The segments up to the next report. */
    private static List<Segment> group(List<Segment> segments, int from) {
        var end = from;
        while (end < segments.size()
                && !Set.of("OBR", "TXA", "RXA").contains(segments.get(end).name())) {
            end++;
        }
        return segments.subList(Math.min(from, end), end);
    }

    private void read(Segment segment) {
        switch (segment.name()) {
            case "OBX" -> results.read(segment);
            case "NTE" -> note(segment);
            case "OBR" -> examination(segment);
            case "TXA" -> document(segment);
            case "ORC" -> {
                context.order(segment);
                context.forgetLast();
            }
            case "SPM" -> context.specimen(segment);
            case "DG1" -> findings.diagnosis(segment);
            case "PRB" -> findings.problem(segment);
            case "AL1" -> findings.allergy(segment);
            case "IAM" -> findings.adverseReaction(segment);
            case "PR1" -> findings.procedure(segment);
            case "RXA" -> medicines.administered(segment);
            case "RXE" -> medicines.encoded(segment);
            case "RXD" -> medicines.dispensed(segment);
            case "RXO" -> medicines.ordered(segment);
            case "RXG" -> medicines.given(segment);
            case "RXR" -> medicines.route(segment);
            case "RXC" -> medicines.component(segment);
            case "TQ1" -> medicines.timing(segment);
            case "PV1" -> visits.visit(segment);
            case "PV2" -> visits.more(segment);
            case "SCH" -> visits.appointment(segment);
            case "AIS", "AIG", "AIL", "AIP" -> visits.resource(segment);
            case "FT1" -> charge(segment);
            case "PDA" -> findings.causeOfDeath(segment);
            case "IAR" -> findings.furtherReaction(segment);
            default -> {
                if (segment.name().startsWith("Z")) {
                    other(Reason.OWN_SEGMENT, segment);
                } else if (!FRAME.contains(segment.name()) && !segment.name().equals("PID")) {
                    other(Reason.ADMINISTRATIVE, segment);
                } else {
                    context.forgetLast();
                }
            }
        }
    }

    private void charge(Segment segment) {
        if (!new Charges(context).read(segment)) {
            other(Reason.CHARGE, segment);
        }
    }

    private void other(Reason reason, Segment segment) {
        harvest.count(reason, segment.place());
        if (!segment.name().equals("PRT")
                && !segment.name().equals("ROL")
                && !segment.name().equals("CTD")) {
            context.forgetLast();
        }
    }

    /** A comment: about the fact before it, else a document of its own. */
    private void note(Segment segment) {
        var lines = segment.all(3).stream()
                .map(Segment.Field::text)
                .filter(line -> !line.isBlank())
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        var about = context.last();
        if (about == null) {
            about = new Draft(FactKind.DOCUMENT, segment.place()).when(segment.date(6));
            context.add(about, segment.place());
        }
        lines.forEach(about::note);
    }

    /** OBR: a report with its results, or in an order what is to be done. */
    private void examination(Segment segment) {
        var name = Concept.of(segment, 4, context.systems());
        var service = segment.value(24).orElse("").toUpperCase(Locale.ROOT);
        var reasons = segment.all(31).stream()
                .map(field -> Concept.of(field, context.systems()))
                .toList();
        var ordered = ORDERS.contains(message.type());
        var draft = new Draft(ordered ? FactKind.PLANNED_PROCEDURE : FactKind.REPORT, segment.place())
                .of(name)
                .named(reasons.stream().findFirst().flatMap(Concept::words))
                .detail(Detail.REASON, reasons.stream().findFirst().flatMap(Concept::words))
                .detail(Detail.REASON_CODES, Context.codes(reasons))
                .detail(Detail.CATEGORY, service)
                .detail(Detail.BODY_SITE, segment.value(15, 4))
                .detail(
                        Detail.PRIORITY,
                        priority(segment.value(27, 6).or(() -> segment.value(5)).orElse("")))
                .detail(Detail.PERFORMER, performer(segment).or(() -> segment.person(16)));
        segment.value(13).ifPresent(draft::note);
        if (ordered) {
            var order = context.order();
            draft.status(Statuses.ofOrder(
                            order.flatMap(each -> each.value(1)).orElse(""),
                            order.flatMap(each -> each.value(5)).orElse("")))
                    .when(segment.date(36, 6, 7).or(() -> order.flatMap(each -> each.date(15, 9))));
            context.orderOnly(name, service);
        } else {
            var modality = Words.modality(service, name.words().orElse(""));
            var told = Words.TOLD_IN_WORDS.contains(service) || modality.isPresent();
            draft.status(Statuses.ofReport(segment.value(25).orElse("")))
                    .when(segment.date(7, 22, 14))
                    .detail(Detail.MODALITY, modality)
                    .detail(Detail.IMAGES, modality.map(any -> "no"))
                    .detail(Detail.RECORDED, segment.date(22).map(Object::toString));
            context.report(draft, name, service, told, segment.value(26, 3).orElse(null));
        }
        if (!draft.isNamed()) {
            draft.named(Optional.of(service));
        }
        context.add(draft, segment.place());
    }

    /** OBR-32, the principal result interpreter: a name in its first component. */
    private static Optional<String> performer(Segment segment) {
        return segment.field(32).flatMap(field -> {
            var words = new ArrayList<String>();
            field.subcomponent(1, 3).ifPresent(words::add);
            field.subcomponent(1, 2).ifPresent(words::add);
            return words.isEmpty() ? segment.person(32) : Optional.of(String.join(" ", words));
        });
    }

    private static String priority(String letter) {
        return switch (letter) {
            case "S" -> "stat";
            case "A" -> "asap";
            case "R" -> "routine";
            default -> "";
        };
    }

    /** TXA: a document whose text follows in observations. */
    private void document(Segment segment) {
        var type = segment.value(2).orElse("").toUpperCase(Locale.ROOT);
        var imaging = type.equals("DI");
        var tissue = type.equals("SP") || type.equals("AR");
        var asked = context.asked();
        var draft = new Draft(imaging || tissue ? FactKind.REPORT : FactKind.DOCUMENT, segment.place())
                .codes(imaging || tissue ? asked.codes() : List.of())
                .named(
                        segment.value(2, 2),
                        imaging || tissue ? asked.words() : Optional.empty(),
                        segment.value(25),
                        Words.document(type),
                        asked.words(),
                        segment.value(16),
                        Optional.of("TXA"))
                .when(segment.date(4, 6, 8))
                .detail(Detail.RECORDED, segment.date(6).map(Object::toString))
                .detail(Detail.CATEGORY, imaging ? "RAD" : type)
                .detail(
                        Detail.PERFORMER,
                        segment.person(9).or(() -> segment.person(22)).or(() -> segment.person(5)))
                .status(
                        message.event().equals("T11")
                                ? "entered-in-error"
                                : Statuses.ofDocument(
                                        segment.value(17).orElse(""),
                                        segment.value(19).orElse("")));
        if (imaging) {
            var modality = Words.modality("", asked.words().orElse(""));
            draft.detail(Detail.MODALITY, modality).detail(Detail.IMAGES, modality.map(any -> "no"));
        }
        context.report(draft, asked, "", true, null);
        context.add(draft, segment.place());
    }
}
