package org.consilium.records.apple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The readings of one kind on one day, or in one week. */
final class Day {
    /** As many readings as are shown one by one. */
    static final int EACH = 6;

    private static final int MOST_SOURCES = 8;

    /**
     * One reading.
     *
     * @param start as the export writes it, such as {@code 2026-03-01 08:15:00 -0500}
     * @param place which record of the file
     */
    record Reading(BigDecimal value, String unit, String start, String source, long place) {
        boolean sameAs(Reading other) {
            return value.compareTo(other.value) == 0
                    && start.equals(other.start)
                    && unit.equals(other.unit)
                    && source.equals(other.source);
        }
    }

    private final List<Reading> readings = new ArrayList<>(1);
    private final Map<String, double[]> sums = new LinkedHashMap<>(2);
    private final String unit;
    private final long place;
    private int count;
    private double sum;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    Day(String unit, long place) {
        this.unit = unit;
        this.place = place;
    }

    void add(Reading reading, Measure.Way way) {
        if (way == Measure.Way.EACH && count <= EACH) {
            if (readings.stream().anyMatch(reading::sameAs)) {
                return;
            }
            readings.add(reading);
        }
        var value = reading.value.doubleValue();
        count++;
        sum += value;
        least = Math.min(least, value);
        most = Math.max(most, value);
        if (way == Measure.Way.SUM && (sums.size() < MOST_SOURCES || sums.containsKey(reading.source))) {
            sums.computeIfAbsent(reading.source, any -> new double[1])[0] += value;
        }
    }

    /** One more number, from the days of a week. */
    void addDay(double value, double lowest, double highest, int readingsOfDay) {
        count += readingsOfDay;
        sum += value * readingsOfDay;
        least = Math.min(least, lowest);
        most = Math.max(most, highest);
    }

    List<Reading> readings() {
        return readings;
    }

    String unit() {
        return unit;
    }

    long place() {
        return place;
    }

    int count() {
        return count;
    }

    double mean() {
        return sum / Math.max(1, count);
    }

    double least() {
        return least;
    }

    double most() {
        return most;
    }

    /** The sum of the source that counted most. */
    double total() {
        return sums.values().stream().mapToDouble(each -> each[0]).max().orElse(sum);
    }
}
