package org.consilium.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.consilium.clinical.PartialDate;
import org.consilium.history.Trend;
import org.consilium.history.UsualRange;
import org.consilium.web.pages.TrendsPage.Band;
import org.consilium.web.pages.TrendsPage.Chart;
import org.consilium.web.pages.TrendsPage.Mark;
import org.consilium.web.pages.TrendsPage.Tick;
import org.jspecify.annotations.Nullable;

/** Draws a trend: time from left to right, the usual range as a band, a shape of its own for every sort of result. */
final class TrendChart {
    private static final double LEFT = 46;
    private static final double RIGHT = 348;
    private static final double TOP = 12;
    private static final double BOTTOM = 166;
    private static final double SIZE = 5;

    private final List<Trend.Point> points;
    private final @Nullable UsualRange usual;
    private final double lowest;
    private final double highest;
    private final double step;

    private TrendChart(List<Trend.Point> points, @Nullable UsualRange usual) {
        this.points = points;
        this.usual = usual;
        var low = Double.MAX_VALUE;
        var high = -Double.MAX_VALUE;
        for (var point : points) {
            low = Math.min(low, point.value().doubleValue());
            high = Math.max(high, point.value().doubleValue());
        }
        if (usual != null) {
            low = usual.low() == null ? low : Math.min(low, usual.low().doubleValue());
            high = usual.high() == null ? high : Math.max(high, usual.high().doubleValue());
        }
        if (high - low < 1e-12) {
            var around = Math.max(Math.abs(high) * 0.1, 1e-6);
            low -= around;
            high += around;
        }
        step = niceStep((high - low) / 3);
        lowest = Math.floor(low / step) * step;
        highest = Math.ceil(high / step) * step;
    }

    /** The points of one trend, at least one, from the oldest to the newest. */
    static Chart of(List<Trend.Point> points, @Nullable UsualRange usual, String words, String from, String to) {
        var chart = new TrendChart(points, usual);
        return new Chart(words, chart.line(), chart.band(), chart.marks(), chart.ticks(), from, to);
    }

    private static double niceStep(double rough) {
        var power = Math.pow(10, Math.floor(Math.log10(rough)));
        var share = rough / power;
        return (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10) * power;
    }

    private double x(int index) {
        var first = day(points.getFirst());
        var span = day(points.getLast()) - first;
        if (points.size() == 1) {
            return (LEFT + RIGHT) / 2;
        }
        var share = span == 0 ? (double) index / (points.size() - 1) : (double) (day(points.get(index)) - first) / span;
        return LEFT + 8 + share * (RIGHT - LEFT - 16);
    }

    private static long day(Trend.Point point) {
        PartialDate date = Objects.requireNonNull(point.fact().date());
        return date.earliest().toEpochDay();
    }

    private double y(double value) {
        var share = (value - lowest) / (highest - lowest);
        return BOTTOM - Math.clamp(share, 0.0, 1.0) * (BOTTOM - TOP);
    }

    private String line() {
        var line = new StringBuilder();
        for (var index = 0; index < points.size(); index++) {
            line.append(number(x(index)))
                    .append(',')
                    .append(number(y(points.get(index).value().doubleValue())))
                    .append(' ');
        }
        return line.toString().strip();
    }

    private @Nullable Band band() {
        if (usual == null) {
            return null;
        }
        var top = usual.high() == null ? TOP : y(usual.high().doubleValue());
        var bottom = usual.low() == null ? BOTTOM : y(usual.low().doubleValue());
        return new Band(rounded(top), Math.max(1, rounded(bottom - top)));
    }

    private List<Mark> marks() {
        var marks = new ArrayList<Mark>();
        for (var index = 0; index < points.size(); index++) {
            var point = points.get(index);
            marks.add(mark(point, x(index), y(point.value().doubleValue())));
        }
        return marks;
    }

    private static Mark mark(Trend.Point point, double x, double y) {
        if (point.comparator() != null) {
            return new Mark(path(x, y, 0, -SIZE, SIZE, 0, 0, SIZE, -SIZE, 0), "bound");
        }
        if (point.place() == UsualRange.Place.ABOVE) {
            return new Mark(path(x, y, 0, -SIZE - 1, SIZE + 1, SIZE, -SIZE - 1, SIZE), "above");
        }
        if (point.place() == UsualRange.Place.BELOW) {
            return new Mark(path(x, y, 0, SIZE + 1, SIZE + 1, -SIZE, -SIZE - 1, -SIZE), "below");
        }
        return new Mark(
                "M" + number(x - 4) + " " + number(y) + "a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
                point.place() == null ? "plain" : "within");
    }

    private static String path(double x, double y, double... corners) {
        var path = new StringBuilder("M");
        for (var i = 0; i < corners.length; i += 2) {
            path.append(i == 0 ? "" : "L")
                    .append(number(x + corners[i]))
                    .append(' ')
                    .append(number(y + corners[i + 1]));
        }
        return path.append('z').toString();
    }

    private List<Tick> ticks() {
        var ticks = new ArrayList<Tick>();
        var count = (int) Math.round((highest - lowest) / step);
        for (var index = 0; index <= count; index++) {
            var value = lowest + index * step;
            ticks.add(new Tick(rounded(y(value)), label(value)));
        }
        return ticks;
    }

    private String label(double value) {
        var decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
        var plain = BigDecimal.valueOf(value).setScale(Math.min(decimals, 6), java.math.RoundingMode.HALF_UP);
        return plain.abs().compareTo(BigDecimal.valueOf(1_000_000)) >= 0
                ? String.format(Locale.ROOT, "%.1e", value)
                : plain.toPlainString();
    }

    private static double rounded(double number) {
        return Math.round(number * 10) / 10.0;
    }

    private static String number(double number) {
        return String.valueOf(rounded(number));
    }
}
