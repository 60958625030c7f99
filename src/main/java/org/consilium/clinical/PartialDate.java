package org.consilium.clinical;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Clinical time to the precision known: a year, a month, a day, or a moment.
 *
 * @param month 1 to 12, absent when only the year is known
 * @param day of the month, absent when only the month is known
 * @param time the ISO 8601 rest of a moment ({@code 10:15:00-05:00}), absent when only the day is known
 */
public record PartialDate(
        int year,
        @Nullable Integer month,
        @Nullable Integer day,
        @Nullable String time) implements Comparable<PartialDate> {
    private static final Pattern ISO =
            Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:[T ](\\d{2}:\\d{2}(?::\\d{2})?\\S*))?)?)?");
    private static final Pattern HL7 = Pattern.compile(
            "(\\d{4})(?:(\\d{2})(?:(\\d{2})(?:(\\d{2})(\\d{2})?(\\d{2})?(?:\\.\\d+)?)?)?)?([+-]\\d{4})?");

    public PartialDate {
        if (year < 1 || year > 9999) {
            throw new IllegalArgumentException("year out of range");
        }
        if ((month == null && day != null) || (day == null && time != null)) {
            throw new IllegalArgumentException("a finer part without the coarser one");
        }
        if (month != null && day != null) {
            LocalDate.of(year, month, day);
        } else if (month != null) {
            YearMonth.of(year, month);
        }
    }

    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth(), null);
    }

    /** Reads {@code 2024}, {@code 2024-03}, {@code 2024-03-05} or a full ISO 8601 moment; empty when it is none. */
    public static Optional<PartialDate> parse(@Nullable String iso) {
        return iso == null ? Optional.empty() : read(ISO.matcher(iso.strip()), false);
    }

    /** Reads an HL7 v2 / v3 time stamp such as {@code 20240305101500-0500}; empty when it is none. */
    public static Optional<PartialDate> parseHl7(@Nullable String stamp) {
        return stamp == null ? Optional.empty() : read(HL7.matcher(stamp.strip()), true);
    }

    private static Optional<PartialDate> read(Matcher parts, boolean hl7) {
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PartialDate(
                    Integer.parseInt(parts.group(1)),
                    number(parts.group(2)),
                    number(parts.group(3)),
                    hl7 ? hl7Time(parts) : parts.group(4)));
        } catch (IllegalArgumentException | java.time.DateTimeException impossibleDate) {
            return Optional.empty();
        }
    }

    private static @Nullable Integer number(@Nullable String digits) {
        return digits == null ? null : Integer.valueOf(digits);
    }

    private static @Nullable String hl7Time(Matcher parts) {
        if (parts.group(4) == null || parts.group(5) == null) {
            return null;
        }
        var zone = parts.group(7);
        return parts.group(4) + ":" + parts.group(5) + ":" + Objects.requireNonNullElse(parts.group(6), "00")
                + (zone == null ? "" : zone.substring(0, 3) + ":" + zone.substring(3));
    }

    /** The first day this can mean. */
    public LocalDate earliest() {
        return LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
    }

    /** The last day this can mean. */
    public LocalDate latest() {
        if (month == null) {
            return LocalDate.of(year, 12, 31);
        }
        return day == null ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, month, day);
    }

    /** True when the day is known. */
    public boolean isDay() {
        return day != null;
    }

    /** The same date without its time of day. */
    public PartialDate withoutTime() {
        return time == null ? this : new PartialDate(year, month, day, null);
    }

    /** ISO 8601 to the precision known. */
    @Override
    public String toString() {
        var iso = new StringBuilder(25);
        pad(iso, year, 4);
        if (month != null) {
            pad(iso.append('-'), month, 2);
        }
        if (day != null) {
            pad(iso.append('-'), day, 2);
        }
        return time == null ? iso.toString() : iso.append('T').append(time).toString();
    }

    private static void pad(StringBuilder iso, int number, int digits) {
        var written = Integer.toString(number);
        iso.repeat('0', digits - written.length()).append(written);
    }

    /** By the first day it can mean, then by its ISO form. */
    @Override
    public int compareTo(PartialDate other) {
        var byDay = earliest().compareTo(other.earliest());
        return byDay != 0 ? byDay : toString().compareTo(other.toString());
    }
}
