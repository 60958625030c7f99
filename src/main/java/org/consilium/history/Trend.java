package org.consilium.history;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.consilium.clinical.Fact;
import org.jspecify.annotations.Nullable;

/**
 * One test over time, in one unit.
 *
 * @param key names the test in an address: a code or a running number, never words of a record
 * @param name as most records call it
 * @param unit the unit most results have, as a record wrote it; absent when none is given
 * @param points from the oldest to the newest, at least one
 * @param usual the usual range of the newest result that gives one
 */
public record Trend(
        String key,
        String name,
        @Nullable String unit,
        List<Point> points,
        @Nullable UsualRange usual) {
    /**
     * One result.
     *
     * @param value in the unit of the trend
     * @param asWritten in the unit of the record
     * @param comparator {@code <}, {@code <=}, {@code >=} or {@code >} when only a bound is known
     * @param place against the range given with this very result, or as the laboratory marked it; absent when neither is there
     */
    public record Point(
            Fact fact,
            BigDecimal value,
            BigDecimal asWritten,
            boolean converted,
            @Nullable String comparator,
            UsualRange.@Nullable Place place) {
        public boolean isOutside() {
            return place == UsualRange.Place.BELOW || place == UsualRange.Place.ABOVE;
        }
    }

    public Trend {
        points = List.copyOf(points);
    }

    public Point last() {
        return points.getLast();
    }

    /** The result before the last one. */
    public Optional<Point> before() {
        return points.size() < 2 ? Optional.empty() : Optional.of(points.get(points.size() - 2));
    }

    public int outside() {
        return (int) points.stream().filter(Point::isOutside).count();
    }

    public boolean isLine() {
        return points.size() > 1;
    }
}
