package org.consilium.web;

import java.util.List;
import java.util.UUID;
import org.consilium.history.Trend;
import org.consilium.history.UsualRange;
import org.consilium.language.Messages;
import org.consilium.terminology.Numerals;
import org.consilium.terminology.Units;
import org.consilium.web.pages.TrendsPage;
import org.jspecify.annotations.Nullable;

/** Trends in words and numbers of one language. */
final class TrendWords {
    private static final int MOST_DRAWN = 300;

    private final UUID id;
    private final Messages messages;

    TrendWords(UUID id, Messages messages) {
        this.id = id;
        this.messages = messages;
    }

    TrendsPage.Card card(Trend trend) {
        var points = trend.points();
        var drawn = points.subList(Math.max(0, points.size() - MOST_DRAWN), points.size());
        var last = last(trend);
        var change = change(trend);
        var usual = usual(trend);
        var words = say("chart", trend.name(), drawn.size(), trend.outside()) + " " + last;
        return new TrendsPage.Card(
                anchor(trend),
                trend.name(),
                unit(trend),
                last,
                change,
                usual,
                trend.last().isOutside(),
                TrendChart.of(
                        drawn,
                        trend.usual(),
                        words,
                        FactWords.when(drawn.getFirst().fact().date(), messages),
                        FactWords.when(drawn.getLast().fact().date(), messages)),
                points.size() - drawn.size(),
                drawn.reversed().stream().map(point -> line(point, trend)).toList());
    }

    TrendsPage.Single single(Trend trend) {
        var point = trend.last();
        return new TrendsPage.Single(
                trend.name(),
                FactWords.when(point.fact().date(), messages),
                value(point, trend),
                place(point.place()),
                FactWords.href(id, point.fact()));
    }

    static String anchor(Trend trend) {
        return "t-" + trend.key();
    }

    /** The newest result, its day, and where it stands. */
    String last(Trend trend) {
        var point = trend.last();
        var place = place(point.place());
        var when = FactWords.when(point.fact().date(), messages);
        return place.isEmpty()
                ? say("last", value(point, trend), when)
                : say("lastPlaced", value(point, trend), when, place);
    }

    private String change(Trend trend) {
        var before = trend.before().orElse(null);
        if (before == null || before.comparator() != null || trend.last().comparator() != null) {
            return "";
        }
        var difference = trend.last().value().subtract(before.value());
        var when = FactWords.when(before.fact().date(), messages);
        if (difference.signum() == 0) {
            return say("same", when);
        }
        var scale =
                Math.max(trend.last().asWritten().scale(), before.asWritten().scale());
        var rounded = trend.last().converted() || before.converted()
                ? Numerals.converted(difference.abs(), trend.last().asWritten())
                : Numerals.of(difference.abs().setScale(Math.max(0, scale), java.math.RoundingMode.HALF_UP));
        return say(difference.signum() > 0 ? "higher" : "lower", withUnit(rounded, trend), when);
    }

    /** The range as numbers: from, to, below, above. */
    String usual(Trend trend) {
        var usual = trend.usual();
        if (usual == null) {
            return say("noUsual");
        }
        var scale = trend.last().asWritten();
        var low = usual.low() == null ? "" : Numerals.converted(usual.low(), longest(usual.low(), scale));
        var high = usual.high() == null ? "" : Numerals.converted(usual.high(), longest(usual.high(), scale));
        if (usual.low() == null) {
            return say(usual.highCounts() ? "upTo" : "below", withUnit(high, trend));
        }
        return usual.high() == null
                ? say(usual.lowCounts() ? "atLeast" : "above", withUnit(low, trend))
                : say("between", low, withUnit(high, trend));
    }

    private static java.math.BigDecimal longest(java.math.BigDecimal one, java.math.BigDecimal other) {
        return one.precision() <= 4 && one.precision() >= other.precision() ? one : other;
    }

    private TrendsPage.Line line(Trend.Point point, Trend trend) {
        return new TrendsPage.Line(
                FactWords.when(point.fact().date(), messages),
                value(point, trend),
                point.converted() ? FactWords.value(point.fact()) : "",
                place(point.place()),
                FactWords.href(id, point.fact()));
    }

    String value(Trend.Point point, Trend trend) {
        var number =
                point.converted() ? Numerals.converted(point.value(), point.asWritten()) : Numerals.of(point.value());
        return withUnit((point.comparator() == null ? "" : point.comparator()) + number, trend);
    }

    private static String withUnit(String number, Trend trend) {
        var unit = unit(trend);
        return unit.isEmpty() ? number : number + (unit.equals("%") ? "%" : " " + unit);
    }

    private static String unit(Trend trend) {
        return trend.unit() == null ? "" : Units.words(trend.unit());
    }

    String place(UsualRange.@Nullable Place place) {
        return switch (place) {
            case null -> "";
            case BELOW -> say("place.below");
            case WITHIN -> say("place.within");
            case ABOVE -> say("place.above");
        };
    }

    private String say(String key, Object... args) {
        return messages.say("history.trends." + key, args);
    }

    /** All there is to say in one line, for the history on one page. */
    List<String> inShort(Trend trend) {
        return List.of(last(trend), usual(trend));
    }
}
