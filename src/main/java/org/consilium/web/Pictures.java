package org.consilium.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.consilium.language.Message;
import org.consilium.opinions.Opinion;
import org.consilium.web.pages.ComparePage.Picture;

/**
 * Icon arrays of every figure that has a count and a denominator, all drawn to one scale: of 100 people, or of 1,000 when
 * something happens to fewer than one in a hundred (part-to-whole, one denominator: Trevena and others, Medical Decision
 * Making 2021). Figures without a denominator are not drawn.
 */
final class Pictures {
    private static final int MOST = 24;

    private Pictures() {}

    static List<Picture> of(List<Opinion> opinions) {
        var scale = opinions.stream()
                        .flatMap(opinion -> opinion.treatments().stream())
                        .flatMap(treatment -> measures(treatment).stream())
                        .anyMatch(Pictures::rare)
                ? 1000
                : 100;
        var pictures = new ArrayList<Picture>();
        for (var opinion : opinions) {
            for (var treatment : opinion.treatments()) {
                for (var measure : measures(treatment)) {
                    pictures.add(picture(opinion, treatment, measure, scale));
                }
            }
        }
        return pictures.size() > MOST ? List.copyOf(pictures.subList(0, MOST)) : List.copyOf(pictures);
    }

    /** A figure in short, for a list: what, and how many of how many. */
    static String words(Opinion.Measure measure) {
        var of = measure.of() == null ? "" : " / " + measure.of();
        var count = !stated(measure)
                ? ""
                : lower(measure).compareTo(upper(measure)) == 0
                        ? ": " + lower(measure).toPlainString() + of
                        : ": " + lower(measure).toPlainString() + "–"
                                + upper(measure).toPlainString() + of;
        return measure.what() + count + (measure.timeframe() == null ? "" : ", " + measure.timeframe());
    }

    private static List<Opinion.Measure> measures(Opinion.Treatment treatment) {
        var all = new ArrayList<>(treatment.benefits());
        all.addAll(treatment.harms());
        return all.stream().filter(Pictures::drawable).toList();
    }

    private static boolean drawable(Opinion.Measure measure) {
        var of = measure.of();
        var upper = upper(measure);
        return of != null
                && of > 0
                && upper.signum() >= 0
                && upper.compareTo(BigDecimal.valueOf(of)) <= 0
                && stated(measure);
    }

    private static boolean stated(Opinion.Measure measure) {
        return measure.count() != null || (measure.low() != null && measure.high() != null);
    }

    private static BigDecimal lower(Opinion.Measure measure) {
        var low = measure.count() != null ? measure.count() : measure.low();
        return low == null ? BigDecimal.ZERO : low;
    }

    private static BigDecimal upper(Opinion.Measure measure) {
        var high = measure.count() != null ? measure.count() : measure.high();
        return high == null ? BigDecimal.ZERO : high;
    }

    private static boolean rare(Opinion.Measure measure) {
        return upper(measure).signum() > 0
                && scaled(upper(measure), measure, 100).compareTo(BigDecimal.ONE) < 0;
    }

    private static BigDecimal scaled(BigDecimal count, Opinion.Measure measure, int scale) {
        var of = measure.of() == null ? 1 : measure.of();
        return count.multiply(BigDecimal.valueOf(scale)).divide(BigDecimal.valueOf(of), 4, RoundingMode.HALF_UP);
    }

    private static Picture picture(Opinion opinion, Opinion.Treatment treatment, Opinion.Measure measure, int scale) {
        var hit = scaled(lower(measure), measure, scale)
                .setScale(0, RoundingMode.HALF_UP)
                .intValue();
        var high = scaled(upper(measure), measure, scale)
                .setScale(0, RoundingMode.HALF_UP)
                .intValue();
        var time = measure.timeframe() == null ? "" : measure.timeframe();
        var within = time.isBlank() ? "" : "In";
        var words = high > hit
                ? Message.of("web.compare.picture.range" + within, measure.what(), hit, high, scale, time)
                : Message.of("web.compare.picture.exact" + within, measure.what(), hit, scale, time);
        return new Picture(treatment.text(), opinion.author().name(), words, hit, high - hit, scale);
    }
}
