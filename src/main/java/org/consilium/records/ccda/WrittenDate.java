package org.consilium.records.ccda;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consilium.clinical.PartialDate;

/**
 * Dates as people write them in tables: {@code March 5, 2024}, {@code 5 de marzo de 2024}, {@code 03/05/2024}, {@code 2019}. Where
 * day and month cannot be told apart only the year is taken.
 */
final class WrittenDate {
    private static final Pattern LEAD =
            Pattern.compile("^(?:since|from|started|about|around|in|on|desde|en|el)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})(?:[ ,T]+(.*))?");
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})/(\\d{4})");
    private static final Pattern WORD_FIRST = Pattern.compile(
            "(\\p{L}{3,10})\\.?\\s+(?:(\\d{1,2})(?:st|nd|rd|th)?,?\\s+|,?\\s*(?:de\\s+)?)(\\d{4})(?:[ ,]+(.*))?");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(\\d{1,2})(?:st|nd|rd|th)?[ -](?:de\\s+)?(\\p{L}{3,10})\\.?,?[ -](?:de\\s+)?(\\d{4})(?:[ ,]+(.*))?");
    private static final Pattern CLOCK =
            Pattern.compile("(?:at\\s+)?(\\d{1,2}):(\\d{2})(?::\\d{2})?\\s*([AaPp][Mm])?.*");
    private static final Pattern BETWEEN = Pattern.compile("\\s+(?:-|–|to|through|until|a|hasta)\\s+");
    private static final List<List<String>> MONTHS = List.of(
            List.of("jan", "ene"),
            List.of("feb"),
            List.of("mar"),
            List.of("apr", "abr"),
            List.of("may"),
            List.of("jun"),
            List.of("jul"),
            List.of("aug", "ago"),
            List.of("sep", "set"),
            List.of("oct"),
            List.of("nov"),
            List.of("dec", "dic"));

    private WrittenDate() {}

    /** A date, or from and to. */
    static Span span(String words, boolean monthFirst) {
        var whole = of(words, monthFirst);
        if (whole.isPresent()) {
            return new Span(whole.get(), null, false);
        }
        var ends = BETWEEN.split(words.strip(), 3);
        if (ends.length != 2) {
            return Span.UNKNOWN;
        }
        var end = of(ends[1], monthFirst).orElse(null);
        return new Span(of(ends[0], monthFirst).orElse(null), end, end != null);
    }

    /** @param monthFirst true when {@code 03/05/2024} is in March, as in the United States */
    static Optional<PartialDate> of(String words, boolean monthFirst) {
        var plain = LEAD.matcher(words.strip()).replaceFirst("");
        return PartialDate.parse(plain)
                .or(() -> PartialDate.parseHl7(plain))
                .or(() -> numbers(NUMBERS.matcher(plain), monthFirst))
                .or(() -> named(plain))
                .or(() -> {
                    var parts = MONTH_YEAR.matcher(plain);
                    return parts.matches()
                            ? PartialDate.parse(iso(parts.group(2), number(parts.group(1))))
                            : Optional.empty();
                })
                .filter(date -> date.year() >= Span.EARLIEST && date.year() <= Span.LATEST);
    }

    private static Optional<PartialDate> numbers(Matcher parts, boolean monthFirst) {
        if (!parts.matches()) {
            return Optional.empty();
        }
        var first = number(parts.group(1));
        var second = number(parts.group(3));
        var year = parts.group(4);
        if (first > 12 || parts.group(2).equals(".")) {
            return day(year, second, first, parts.group(5));
        }
        if (second > 12 || first == second || monthFirst) {
            return day(year, first, second, parts.group(5));
        }
        return PartialDate.parse(year);
    }

    private static Optional<PartialDate> named(String words) {
        var monthFirst = WORD_FIRST.matcher(words);
        if (monthFirst.matches()) {
            var month = month(monthFirst.group(1));
            return month == 0
                    ? Optional.empty()
                    : monthFirst.group(2) == null
                            ? PartialDate.parse(iso(monthFirst.group(3), month))
                            : day(monthFirst.group(3), month, number(monthFirst.group(2)), monthFirst.group(4));
        }
        var dayFirst = DAY_FIRST.matcher(words);
        if (!dayFirst.matches() || month(dayFirst.group(2)) == 0) {
            return Optional.empty();
        }
        return day(dayFirst.group(3), month(dayFirst.group(2)), number(dayFirst.group(1)), dayFirst.group(4));
    }

    private static int month(String word) {
        var start = word.substring(0, 3).toLowerCase(Locale.ROOT);
        for (var month = 1; month <= 12; month++) {
            if (MONTHS.get(month - 1).contains(start)) {
                return month;
            }
        }
        return 0;
    }

    private static Optional<PartialDate> day(
            String year, int month, int day, @org.jspecify.annotations.Nullable String rest) {
        var date = iso(year, month) + "-" + two(day);
        var clock = CLOCK.matcher(rest == null ? "" : rest);
        if (clock.matches()) {
            var hour = number(clock.group(1));
            var half = clock.group(3) == null ? "" : clock.group(3).toLowerCase(Locale.ROOT);
            var onDay = half.equals("pm") && hour < 12 ? hour + 12 : half.equals("am") && hour == 12 ? 0 : hour;
            if (onDay < 24) {
                return PartialDate.parse(date + "T" + two(onDay) + ":" + clock.group(2) + ":00");
            }
        }
        return PartialDate.parse(date);
    }

    private static String iso(String year, int month) {
        return year + "-" + two(month);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
