package org.consilium.decision;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;
import org.consilium.language.Message;
import org.consilium.opinions.Opinion;
import org.jspecify.annotations.Nullable;

/**
 * A doctor's figure in words: people out of 100, or out of 1,000 where it is rarer, the same for all options, whole numbers
 * only, with and without the treatment (International Patient Decision Aid Standards, Trevena and others, Medical Decision
 * Making 2021).
 */
public final class MeasureWords {
    private static final Set<String> SEVERITIES = Set.of("mild", "moderate", "severe", "life-threatening");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private MeasureWords() {}

    /** One line: what, how many of how many, how bad, in what time, from where; without a figure it says that there is none. */
    public static Message of(Opinion.Measure measure) {
        var words = figure(measure).orElseGet(() -> Message.of("decision.measure.no-number", measure.what()));
        var severity = measure.severity();
        if (severity != null && SEVERITIES.contains(severity)) {
            words = Message.of("decision.measure.and", words, Message.of("decision.measure.severity." + severity));
        }
        if (Boolean.TRUE.equals(measure.lasting())) {
            words = Message.of("decision.measure.and", words, Message.of("decision.measure.lasting"));
        }
        var timeframe = measure.timeframe();
        if (timeframe != null && !timeframe.isBlank()) {
            words = Message.of("decision.measure.and", words, timeframe);
        }
        var source = measure.source();
        return source == null || source.isBlank() ? words : Message.of("decision.measure.source", words, source);
    }

    private static Optional<Message> figure(Opinion.Measure measure) {
        var low = measure.low() != null ? measure.low() : measure.count();
        var high = measure.high() != null ? measure.high() : measure.count();
        var of = measure.of();
        if (low == null || high == null || of == null || of < 1) {
            return Optional.empty();
        }
        var without = measure.without();
        var base = base(low, high, without, of);
        var from = scaled(low, of, base);
        var to = scaled(high, of, base);
        var count = from.compareTo(to) == 0
                ? Message.of("decision.measure.one", plain(from))
                : Message.of("decision.measure.range", plain(from), plain(to));
        var words = Message.of(
                isExact(low, of, base) && isExact(high, of, base) ? "decision.measure.of" : "decision.measure.about",
                measure.what(),
                count,
                plain(base));
        return Optional.of(
                without == null
                        ? words
                        : Message.of("decision.measure.without", words, plain(scaled(without, of, base)), plain(base)));
    }

    /** 100, unless a figure other than 0 would be less than one person. */
    private static BigDecimal base(BigDecimal low, BigDecimal high, @Nullable BigDecimal without, int of) {
        var rare = rare(low, of) || rare(high, of) || (without != null && rare(without, of));
        return rare ? THOUSAND : HUNDRED;
    }

    private static boolean rare(BigDecimal count, int of) {
        return count.signum() > 0 && count.multiply(HUNDRED).compareTo(BigDecimal.valueOf(of)) < 0;
    }

    private static BigDecimal scaled(BigDecimal count, int of, BigDecimal base) {
        var people = count.multiply(base).divide(BigDecimal.valueOf(of), 6, RoundingMode.HALF_UP);
        return people.compareTo(BigDecimal.ONE) < 0 ? people : people.setScale(0, RoundingMode.HALF_UP);
    }

    private static boolean isExact(BigDecimal count, int of, BigDecimal base) {
        return scaled(count, of, base).multiply(BigDecimal.valueOf(of)).compareTo(count.multiply(base)) == 0;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
