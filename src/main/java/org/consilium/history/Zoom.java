package org.consilium.history;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.consilium.clinical.Fact;
import org.consilium.clinical.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * How near one stands to the timeline: all years, the months of one year, or the days of one month.
 *
 * @param year absent when all years are seen
 * @param month absent when the whole year is seen
 */
public record Zoom(@Nullable Integer year, @Nullable Integer month) {
    /** All years. */
    public static final Zoom ALL = new Zoom(null, null);

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})(?:-(0[1-9]|1[0-2]))?");
    private static final int MOST_YEARS = 130;

    /**
     * A year, a month or a day of the picture.
     *
     * @param at as {@link #toString} writes it; a day has one too, but no nearer view
     * @param facts how many happened or began in it
     */
    public record Slot(String at, int number, List<Fact> facts) {
        public Slot {
            facts = List.copyOf(facts);
        }
    }

    /** Reads {@code 2024} or {@code 2024-03}; all years for an empty text; empty for anything else. */
    public static Optional<Zoom> parse(String written) {
        if (written.isEmpty()) {
            return Optional.of(ALL);
        }
        var parts = WRITTEN.matcher(written);
        if (!parts.matches() || Integer.parseInt(parts.group(1)) < 1) {
            return Optional.empty();
        }
        var month = parts.group(2);
        return Optional.of(new Zoom(Integer.valueOf(parts.group(1)), month == null ? null : Integer.valueOf(month)));
    }

    /** True for a fact that can have happened in this time; facts without a date only when all years are seen. */
    public boolean sees(Fact fact) {
        var date = fact.date();
        if (year == null) {
            return true;
        }
        return date != null && date.year() == year && (month == null || month.equals(date.month()));
    }

    /** Without gaps, from the first to the last. Facts whose date is too rough for a slot, or has none, are in none. */
    public List<Slot> slots(Collection<Fact> facts) {
        var bySlot = new TreeMap<Integer, List<Fact>>();
        for (var fact : facts) {
            var slot = sees(fact) && fact.date() != null ? slot(fact.date()) : null;
            if (slot != null) {
                bySlot.computeIfAbsent(slot, key -> new ArrayList<>()).add(fact);
            }
        }
        if (year == null && bySlot.isEmpty()) {
            return List.of();
        }
        var last = year == null
                ? bySlot.lastKey()
                : month == null ? 12 : YearMonth.of(year, month).lengthOfMonth();
        var first = year == null ? Math.max(bySlot.firstKey(), last - MOST_YEARS) : 1;
        var slots = new ArrayList<Slot>();
        for (var number = first; number <= last; number++) {
            slots.add(new Slot(at(number), number, bySlot.getOrDefault(number, List.of())));
        }
        return slots;
    }

    private @Nullable Integer slot(PartialDate date) {
        if (year == null) {
            return date.year();
        }
        return month == null ? date.month() : date.day();
    }

    private String at(int number) {
        return year == null ? "%04d".formatted(number) : this + "-%02d".formatted(number);
    }

    /** The time before this one; empty when all years are seen. */
    public Optional<Zoom> before() {
        return moved(-1);
    }

    public Optional<Zoom> after() {
        return moved(1);
    }

    private Optional<Zoom> moved(int step) {
        if (year == null || year + step < 1 || year + step > 9999) {
            return Optional.empty();
        }
        if (month == null) {
            return Optional.of(new Zoom(year + step, null));
        }
        var moved = YearMonth.of(year, month).plusMonths(step);
        return Optional.of(new Zoom(moved.getYear(), moved.getMonthValue()));
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        if (year == null) {
            return "";
        }
        return month == null ? "%04d".formatted(year) : "%04d-%02d".formatted(year, month);
    }
}
