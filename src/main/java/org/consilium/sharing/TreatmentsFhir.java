package org.consilium.sharing;

import static org.consilium.sharing.FhirDetails.move;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.decision.MeasureWords;
import org.consilium.opinions.Opinion;
import org.consilium.sharing.Worded.Block;
import org.consilium.sharing.Worded.Line;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The options of an opinion: one CarePlan with an activity for each, and a RiskAssessment for each benefit and harm, to which
 * its activity points.
 */
final class TreatmentsFhir {
    static final Map<String, String> EXPECTED =
            Map.of("benefits", FhirDetails.BASE + "benefit", "harms", FhirDetails.BASE + "harm");

    private static final Pattern SPAN =
            Pattern.compile("(within |over |after )?(\\d{1,3}) (day|week|month|year)s?", Pattern.CASE_INSENSITIVE);

    private final Opinion opinion;
    private final FhirDocument document;
    private final String author;
    private final List<String> made = new ArrayList<>();

    TreatmentsFhir(Opinion opinion, FhirDocument document, String author) {
        this.opinion = opinion;
        this.document = document;
        this.author = author;
    }

    /** @return the names of the resources written, the plan first */
    List<String> write(List<ObjectNode> treatments) {
        var words = opinion.treatments().stream().map(TreatmentInWords::of).toList();
        var plan = document.add("plan", "CarePlan", words);
        made.add("plan");
        plan.put("status", "active").put("intent", "proposal");
        document.refer(plan, "subject", "patient");
        plan.put("created", opinion.date().toString());
        document.refer(plan, "author", author);
        addresses(plan);
        var activities = plan.putArray("activity");
        for (var at = 0; at < treatments.size(); at++) {
            activity(activities.addObject(), treatments.get(at), at);
        }
        return made;
    }

    /** What the doctor does not rule out. */
    private void addresses(ObjectNode plan) {
        var addressed = FhirDetails.MAPPER.createArrayNode();
        for (var at = 0; at < opinion.diagnoses().size(); at++) {
            if (!FhirCodes.verification(opinion.diagnoses().get(at)).equals(Optional.of("refuted"))) {
                addressed.addObject().put("reference", document.urn("condition-" + at));
            }
        }
        if (!addressed.isEmpty()) {
            plan.set("addresses", addressed);
        }
    }

    private void activity(ObjectNode activity, ObjectNode treatment, int at) {
        var said = opinion.treatments().get(at);
        measures(activity, treatment, "benefits", said.benefits(), at);
        measures(activity, treatment, "harms", said.harms(), at);
        var detail = activity.putObject("detail");
        FhirCodes.concept(detail, treatment);
        detail.put("status", "not-started");
        detail.put("doNotPerform", said.stance().equals("advised-against"));
        if (treatment.get("timing") instanceof ObjectNode timing) {
            move(timing, "text", detail, "scheduledString");
            if (timing.isEmpty() && detail.has("scheduledString")) {
                treatment.remove("timing");
            }
        }
        move(treatment, "detail", detail, "description");
        FhirDetails.put(detail, treatment);
    }

    private void measures(
            ObjectNode activity, ObjectNode treatment, String kind, List<Opinion.Measure> said, int treatmentAt) {
        if (!(treatment.get(kind) instanceof ArrayNode measures) || measures.isEmpty()) {
            return;
        }
        treatment.remove(kind);
        for (var at = 0; at < measures.size(); at++) {
            var name = kind + "-" + treatmentAt + "-" + at;
            var url = Objects.requireNonNull(EXPECTED.get(kind));
            document.refer(FhirDetails.extension(activity, url), "valueReference", name);
            risk(name, kind, (ObjectNode) measures.get(at), said.get(at));
        }
    }

    private void risk(String name, String kind, ObjectNode measure, Opinion.Measure said) {
        var label = kind.equals("benefits") ? "fhirdoc.good" : "fhirdoc.bad";
        var line = new Line(org.consilium.language.Message.of(label), MeasureWords.of(said));
        var risk = document.add(name, "RiskAssessment", List.of(new Block(null, List.of(line))));
        made.add(name);
        risk.put("status", "final");
        document.refer(risk, "subject", "patient");
        risk.put("occurrenceDateTime", opinion.date().toString());
        document.refer(risk, "performer", author);
        var prediction = risk.putArray("prediction").addObject();
        if (FhirDetails.isFhirText(said.what())) {
            move(measure, "what", prediction.putObject("outcome"), "text");
        }
        probability(prediction, said);
        when(prediction, said);
        FhirDetails.put(prediction, measure);
    }

    /** In percent, as FHIR wants it; the counts stand in the extension as they were given. */
    private static void probability(ObjectNode prediction, Opinion.Measure said) {
        var of = said.of();
        if (of == null) {
            return;
        }
        if (said.count() != null) {
            percent(said.count(), of).ifPresent(percent -> prediction.put("probabilityDecimal", percent));
        } else if (said.low() != null && said.high() != null && said.low().compareTo(said.high()) <= 0) {
            var low = percent(said.low(), of);
            var high = percent(said.high(), of);
            if (low.isPresent() && high.isPresent()) {
                var range = prediction.putObject("probabilityRange");
                quantity(range.putObject("low"), low.get());
                quantity(range.putObject("high"), high.get());
            }
        }
    }

    private static Optional<BigDecimal> percent(BigDecimal count, int of) {
        var percent = count.multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(of), 4, RoundingMode.HALF_UP);
        var plain = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
        return plain.signum() >= 0 && plain.compareTo(BigDecimal.valueOf(100)) <= 0
                ? Optional.of(plain.scale() < 0 ? plain.setScale(0) : plain)
                : Optional.empty();
    }

    private static void quantity(ObjectNode quantity, BigDecimal percent) {
        quantity.put("value", percent).put("unit", "%");
        quantity.put("system", "http://unitsofmeasure.org").put("code", "%");
    }

    /** A plain span of time, counted from the day of the opinion; other words stand in the extension only. */
    private void when(ObjectNode prediction, Opinion.Measure said) {
        var span = SPAN.matcher(said.timeframe() == null ? "" : said.timeframe().strip());
        if (span.matches()) {
            var end = end(
                    opinion.date(),
                    Integer.parseInt(span.group(2)),
                    span.group(3).toLowerCase(Locale.ROOT));
            prediction
                    .putObject("whenPeriod")
                    .put("start", opinion.date().toString())
                    .put("end", end.toString());
        }
    }

    private static LocalDate end(LocalDate start, int many, String unit) {
        return switch (unit) {
            case "day" -> start.plusDays(many);
            case "week" -> start.plusWeeks(many);
            case "month" -> start.plusMonths(many);
            default -> start.plusYears(many);
        };
    }
}
