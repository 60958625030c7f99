package org.consilium.records.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consilium.clinical.PartialDate;
import org.jspecify.annotations.Nullable;

/** Dates as Blue Button downloads write them: {@code 03/16/2013}, {@code 16 Mar 2013 @ 1030}, {@code March 16, 2013}. */
final class BlueButtonDates {
    private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})\\b.*");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[ -]([A-Za-z]{3,9})\\.?,?[ -](\\d{4})\\b.*");
    private static final Pattern MONTH_FIRST = Pattern.compile("([A-Za-z]{3,9})\\.? (\\d{1,2}),? (\\d{4})\\b.*");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private BlueButtonDates() {}

    static @Nullable PartialDate parse(String words) {
        var slashes = SLASHES.matcher(words);
        if (slashes.matches()) {
            return date(slashes, 3, Integer.parseInt(slashes.group(1)), 2);
        }
        var dayFirst = DAY_FIRST.matcher(words);
        if (dayFirst.matches()) {
            return date(dayFirst, 3, month(dayFirst.group(2)), 1);
        }
        var monthFirst = MONTH_FIRST.matcher(words);
        if (monthFirst.matches()) {
            return date(monthFirst, 3, month(monthFirst.group(1)), 2);
        }
        return PartialDate.parse(words).orElse(null);
    }

    private static int month(String word) {
        return MONTHS.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    private static @Nullable PartialDate date(Matcher parts, int year, int month, int day) {
        return PartialDate.parse("%s-%02d-%02d".formatted(parts.group(year), month, Integer.parseInt(parts.group(day))))
                .orElse(null);
    }

    /** {@code DOE, JANE} as {@code JANE DOE}. */
    static String nameInOrder(String name) {
        var comma = name.indexOf(',');
        return comma < 0 ? name : (name.substring(comma + 1) + " " + name.substring(0, comma)).strip();
    }
}
