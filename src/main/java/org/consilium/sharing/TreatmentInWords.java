package org.consilium.sharing;

import static org.consilium.sharing.OpinionInWords.known;
import static org.consilium.sharing.OpinionInWords.labelled;
import static org.consilium.sharing.OpinionInWords.said;
import static org.consilium.sharing.OpinionInWords.worded;
import static org.consilium.sharing.Worded.asWritten;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.consilium.decision.MeasureWords;
import org.consilium.language.Message;
import org.consilium.opinions.Opinion;
import org.consilium.sharing.Worded.Block;
import org.consilium.sharing.Worded.Line;
import org.jspecify.annotations.Nullable;

/** One option of an opinion in words: what the doctor thinks of it, good and bad with numbers, cost, daily life, evidence. */
final class TreatmentInWords {
    private TreatmentInWords() {}

    static Block of(Opinion.Treatment treatment) {
        var lines = new ArrayList<Line>(known(
                worded("stance", "web.opinion.field.treatments.stance", treatment.stance()),
                worded("kind", "web.opinion.field.treatments.kind", treatment.kind()),
                worded("intent", "web.opinion.field.treatments.intent", treatment.intent()),
                said("treatments.detail", treatment.detail()),
                worded("laterality", "web.opinion.field.treatments.laterality", treatment.laterality()),
                number("fhirdoc.order", treatment.order())));
        lines.addAll(timing(treatment.timing()));
        treatment
                .benefits()
                .forEach(measure -> lines.add(new Line(Message.of("fhirdoc.good"), MeasureWords.of(measure))));
        treatment.harms().forEach(measure -> lines.add(new Line(Message.of("fhirdoc.bad"), MeasureWords.of(measure))));
        lines.addAll(cost(treatment.cost()));
        lines.addAll(daily(treatment.convenience()));
        treatment.evidence().forEach(evidence -> lines.add(evidence(evidence)));
        lines.addAll(OpinionInWords.codes(
                treatment.codes().stream().map(Worded::code).toList()));
        return new Block(asWritten(treatment.text()), lines);
    }

    private static List<Line> timing(Opinion.@Nullable Timing timing) {
        if (timing == null) {
            return List.of();
        }
        var startBy = timing.startBy();
        return known(
                number("web.opinion.field.treatments.timing.withinDays", timing.withinDays()),
                startBy == null
                        ? null
                        : new Line(
                                Message.of("web.opinion.field.treatments.timing.startBy"),
                                Message.of("fhirdoc.day", startBy)),
                said("treatments.timing.text", timing.text()));
    }

    private static List<Line> cost(Opinion.@Nullable Cost cost) {
        return cost == null
                ? List.of()
                : known(
                        money("treatments.cost.total.amount", cost.total()),
                        money("treatments.cost.patientShare.amount", cost.patientShare()));
    }

    private static @Nullable Line money(String field, Opinion.@Nullable Money money) {
        if (money == null) {
            return null;
        }
        var words = asWritten(plain(money.amount()) + "\u00a0" + money.currency());
        var source = money.source();
        return new Line(
                Message.of("web.opinion.field." + field),
                source == null || source.isBlank() ? words : Message.of("decision.measure.source", words, source));
    }

    private static List<Line> daily(Opinion.@Nullable Convenience life) {
        return life == null
                ? List.of()
                : known(
                        number("web.opinion.field.treatments.convenience.visits", life.visits()),
                        number("web.opinion.field.treatments.convenience.nights", life.nights()),
                        number("web.opinion.field.treatments.convenience.daysOffWork", life.daysOffWork()),
                        number("web.opinion.field.treatments.convenience.travelKm", life.travelKm()),
                        labelled("web.opinion.field.treatments.convenience.recovery", life.recovery()));
    }

    private static Line evidence(Opinion.Evidence evidence) {
        var words = asWritten(evidence.text());
        if (evidence.level() != null) {
            words = Message.of("decision.measure.and", words, Message.of("web.opinion.level." + evidence.level()));
        }
        if (evidence.year() != null) {
            words = Message.of("decision.measure.and", words, evidence.year());
        }
        var reference = evidence.reference();
        return new Line(
                Message.of("fhirdoc.evidence"),
                reference == null || reference.isBlank()
                        ? words
                        : Message.of("decision.measure.and", words, reference));
    }

    private static @Nullable Line number(String label, @Nullable Number number) {
        return number == null
                ? null
                : new Line(
                        Message.of(label),
                        asWritten(number instanceof BigDecimal exact ? plain(exact) : number.toString()));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
