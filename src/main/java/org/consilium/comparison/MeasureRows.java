package org.consilium.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consilium.comparison.Comparison.Criterion;
import org.consilium.comparison.Row.Said;
import org.consilium.comparison.Row.Topic;
import org.consilium.language.Message;
import org.consilium.opinions.Opinion.Measure;

/**
 * Benefits and harms of one option: shown as so many of so many people, those who have it and those who do not, and compared
 * only out of the same number of people within the same time. Relative figures are never made.
 */
final class MeasureRows {
    private final Map<Integer, Option> group;
    private final int opinions;
    private final List<Row> rows = new ArrayList<>();

    private MeasureRows(Map<Integer, Option> group, int opinions) {
        this.group = group;
        this.opinions = opinions;
    }

    static List<Row> of(Map<Integer, Option> group, int opinions) {
        var measures = new MeasureRows(group, opinions);
        measures.add(Criterion.RISK, Topic.HARM, "harms");
        measures.add(Criterion.OUTCOME, Topic.BENEFIT, "benefits");
        return measures.rows;
    }

    private record Stated(Option option, Measure measure) {}

    private void add(Criterion criterion, Topic topic, String field) {
        var byWhat = new LinkedHashMap<String, Map<Integer, Said<Stated>>>();
        group.forEach((place, option) -> {
            var measures = topic == Topic.HARM
                    ? option.treatment().harms()
                    : option.treatment().benefits();
            var seen = new HashMap<String, Integer>();
            for (var m = 0; m < measures.size(); m++) {
                var measure = measures.get(m);
                var what = Texts.plain(measure.what());
                var key = what + "#" + seen.merge(what, 1, Integer::sum);
                byWhat.computeIfAbsent(key, it -> new TreeMap<>())
                        .put(
                                place,
                                new Said<>(
                                        new Stated(option, measure),
                                        shown(measure, topic),
                                        option.at() + "/" + field + "/" + m));
            }
        });
        byWhat.values()
                .forEach(said -> Row.of(
                                criterion,
                                topic,
                                Message.of(
                                        "comparison.about." + topic.name().toLowerCase(java.util.Locale.ROOT),
                                        TreatmentRows.name(group),
                                        said.values()
                                                .iterator()
                                                .next()
                                                .value()
                                                .measure()
                                                .what()),
                                opinions,
                                said,
                                MeasureRows::judge,
                                only -> Judgement.onlyOne(0, "M-ONLY-ONE"))
                        .ifPresent(rows::add));
    }

    private static Judgement judge(Stated one, Stated other) {
        if (!one.option().match(other.option()).isFirm()) {
            return Judgement.notComparable(0, "M-OTHER-TREATMENT", Message.of("comparison.because.otherTreatment"));
        }
        return judge(one.measure(), other.measure());
    }

    static Judgement judge(Measure one, Measure other) {
        if (!hasNumber(one) || !hasNumber(other)) {
            return hasNumber(one) || hasNumber(other) || !sameSeverity(one, other)
                    ? Judgement.notComparable(0, "M-NO-NUMBER", Message.of("comparison.because.noNumber"))
                    : Judgement.agrees("M-BOTH-NAME-IT");
        }
        if (one.of() == null || !one.of().equals(other.of())) {
            return Judgement.notComparable(0, "M-OTHER-DENOMINATOR", Message.of("comparison.because.denominator"));
        }
        if (one.timeframe() != null
                && other.timeframe() != null
                && !Texts.plain(one.timeframe()).equals(Texts.plain(other.timeframe()))) {
            return Judgement.notComparable(0, "M-OTHER-TIME", Message.of("comparison.because.timeframe"));
        }
        if (low(one).compareTo(high(other)) > 0 || low(other).compareTo(high(one)) > 0) {
            return Judgement.differs(0, "M-NUMBERS-DIFFER", Message.of("comparison.because.numbers", one.of()));
        }
        if (!sameSeverity(one, other)) {
            return Judgement.differs(0, "M-SEVERITY", Message.of("comparison.because.severity"));
        }
        return low(one).compareTo(low(other)) == 0 && high(one).compareTo(high(other)) == 0
                ? Judgement.agrees("M-SAME")
                : Judgement.of(
                        Comparison.Relation.AGREES, 0, "M-RANGES-MEET", Message.of("comparison.because.rangesMeet"));
    }

    private static boolean sameSeverity(Measure one, Measure other) {
        return one.severity() == null
                || other.severity() == null
                || one.severity().equals(other.severity());
    }

    /** A count, or both ends of a range. */
    static boolean hasNumber(Measure measure) {
        return measure.count() != null || (measure.low() != null && measure.high() != null);
    }

    private static BigDecimal low(Measure measure) {
        return measure.low() != null && measure.high() != null
                ? measure.low().min(measure.high())
                : java.util.Objects.requireNonNullElse(measure.count(), BigDecimal.ZERO);
    }

    private static BigDecimal high(Measure measure) {
        return measure.low() != null && measure.high() != null
                ? measure.low().max(measure.high())
                : java.util.Objects.requireNonNullElse(measure.count(), BigDecimal.ZERO);
    }

    /** Both frames: those who have it and those who do not; without the treatment too, when the doctor says. */
    private static Message shown(Measure measure, Topic topic) {
        var text = hasNumber(measure) ? numbers(measure, topic) : Message.of("comparison.measure.noNumber");
        var timeframe = measure.timeframe();
        if (timeframe != null && !timeframe.isBlank()) {
            text = Message.of("comparison.measure.time", text, timeframe);
        }
        if (measure.severity() != null && topic == Topic.HARM) {
            text = Message.of(
                    "comparison.measure.severity", text, Message.of("comparison.severity." + measure.severity()));
        }
        if (Boolean.TRUE.equals(measure.lasting()) && topic == Topic.HARM) {
            text = Message.of("comparison.measure.lasting", text);
        }
        return text;
    }

    private static Message numbers(Measure measure, Topic topic) {
        var low = low(measure);
        var high = high(measure);
        var range = low.compareTo(high) != 0;
        var of = measure.of();
        if (of == null) {
            return range
                    ? Message.of("comparison.measure.rangeBare", Texts.number(low), Texts.number(high))
                    : Message.of("comparison.measure.bare", Texts.number(low));
        }
        var all = BigDecimal.valueOf(of);
        var whole = low.signum() >= 0 && high.compareTo(all) <= 0;
        if (!whole) {
            return Message.of("comparison.measure.odd", Texts.number(low), Texts.number(high), of);
        }
        var gain = topic == Topic.BENEFIT ? ".gain" : "";
        var text = range
                ? Message.of(
                        "comparison.measure.range" + gain,
                        Texts.number(low),
                        Texts.number(high),
                        of,
                        Texts.number(all.subtract(high)),
                        Texts.number(all.subtract(low)))
                : Message.of("comparison.measure.count" + gain, Texts.number(low), of, Texts.number(all.subtract(low)));
        var without = measure.without();
        return without == null ? text : Message.of("comparison.measure.without", text, Texts.number(without), of);
    }
}
