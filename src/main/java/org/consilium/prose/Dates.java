package org.consilium.prose;

import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.consilium.clinical.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as English and Spanish documents write them. Whether {@code 03/04/2024} is in March or in April is decided by
 * the document: by its own words ({@code MM/DD/YYYY}), by another date that can be read one way only, by signs of the country,
 * or by being written in Spanish. If nothing decides, only the year is kept.
 */
public final class Dates {
    private static final String MONTH =
            "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
                    + "nov(?:ember)?|dec(?:ember)?|ene(?:ro)?|febrero|marzo|abr(?:il)?|mayo|junio|julio|ago(?:sto)?|"
                    + "septiembre|setiembre|set|octubre|noviembre|dic(?:iembre)?)";
    private static final Pattern DATE = Pattern.compile("(?<![\\d./,-])(?:"
            + "(?<iy>(?:19|20)\\d\\d)([-/.])(?<im>\\d{1,2})\\2(?<id>\\d{1,2})"
            + "|(?<n1>\\d{1,2})([-/.])(?<n2>\\d{1,2})\\6(?<ny>(?:19|20)\\d\\d|\\d\\d)"
            + "|(?<dd>\\d{1,2})(?:st|nd|rd|th|\u00ba|o)?[\\s./-]{0,2}(?:de )?" + MONTH.replaceFirst("\\(", "(?<dm>")
            + "\\b[\\s.,/-]{0,2}(?:del? )?(?<dy>(?:19|20)\\d\\d|\\d\\d(?![\\d:]))"
            + "|" + MONTH.replaceFirst("\\(", "(?<mm>") + "\\b[\\s./-]{0,2}(?<md>\\d{1,2})(?:st|nd|rd|th)?\\b"
            + "[\\s.,/-]{1,2}(?:del? )?(?<my>(?:19|20)\\d\\d)"
            + "|" + MONTH.replaceFirst("\\(", "(?<ym>") + "\\b[\\s.,/-]{0,2}(?:del? )?(?<yy>(?:19|20)\\d\\d)"
            + "|(?<sm>0?[1-9]|1[0-2])/(?<sy>(?:19|20)\\d\\d)"
            + ")(?!\\d)");
    private static final Pattern MONTH_FIRST_SAID = Pattern.compile("\\bmm[/.-]dd[/.-]");
    private static final Pattern DAY_FIRST_SAID = Pattern.compile("\\bdd[/.-]mm[/.-]");
    private static final Pattern UNITED_STATES = Pattern.compile(
            "\\b[A-Z]{2},? \\d{5}(?:-\\d{4})?\\b|\\bCLIA\\b|\\bNPI\\b|\\bMedicaid\\b|\\bPuerto Rico\\b");
    private static final Pattern UNITED_KINGDOM =
            Pattern.compile("\\bNHS\\b|\\b[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}\\b|\\bMedicare No\\b|\\bGMC\\b");
    private static final Pattern NO_PLACE =
            Pattern.compile("[:;\\d]|\\b(?:dob|born|birth|nac|nacid[oa]|until|hasta|expir|next|proxim)");
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("ene", 1),
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("abr", 4),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("ago", 8),
            Map.entry("sep", 9),
            Map.entry("set", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12),
            Map.entry("dic", 12));
    /** Two digits up to this are of this century; a report cannot be older than computers. */
    private static final int THIS_CENTURY = 49;

    private enum Order {
        DAY_FIRST,
        MONTH_FIRST,
        UNKNOWN
    }

    private final Order order;

    private Dates(Order order) {
        this.order = order;
    }

    /** What the document itself says about the order of day and month. */
    public static Dates of(List<Line> lines, boolean spanish) {
        var dayFirst = 0;
        var monthFirst = 0;
        var american = false;
        var british = false;
        for (var line : lines) {
            var text = line.text();
            var plain = Plain.of(text);
            if (MONTH_FIRST_SAID.matcher(plain).find()) {
                return new Dates(Order.MONTH_FIRST);
            }
            if (DAY_FIRST_SAID.matcher(plain).find()) {
                return new Dates(Order.DAY_FIRST);
            }
            american |= UNITED_STATES.matcher(text).find();
            british |= UNITED_KINGDOM.matcher(text).find();
            var dates = DATE.matcher(plain);
            while (dates.find()) {
                if (dates.group("n1") != null) {
                    dayFirst += number(dates.group("n1")) > 12 && number(dates.group("n2")) <= 12 ? 1 : 0;
                    monthFirst += number(dates.group("n2")) > 12 && number(dates.group("n1")) <= 12 ? 1 : 0;
                }
            }
        }
        if (dayFirst > 0 || monthFirst > 0) {
            return new Dates(dayFirst == 0 ? Order.MONTH_FIRST : monthFirst == 0 ? Order.DAY_FIRST : Order.UNKNOWN);
        }
        if (american || british) {
            return new Dates(american == british ? Order.UNKNOWN : american ? Order.MONTH_FIRST : Order.DAY_FIRST);
        }
        return new Dates(spanish ? Order.DAY_FIRST : Order.UNKNOWN);
    }

    /** The first date in these words, to the precision that is certain. */
    public Optional<PartialDate> first(String text) {
        return read(text, false);
    }

    /** The same for a date of birth, whose century two digits do not tell: then it is left out unless it must be the last. */
    public Optional<PartialDate> born(String text) {
        return read(text, true);
    }

    /** True when the words are a date and nothing else but perhaps a place and a time. */
    public static boolean isDateAlone(String text) {
        var plain = Plain.of(text);
        var date = DATE.matcher(plain);
        return date.find()
                && date.start() <= 30
                && text.length() - date.end() <= 12
                && !NO_PLACE.matcher(plain.substring(0, date.start())).find();
    }

    private Optional<PartialDate> read(String text, boolean birth) {
        var date = DATE.matcher(Plain.of(text));
        while (date.find()) {
            var found = date(date.toMatchResult(), birth);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<PartialDate> date(MatchResult date, boolean birth) {
        try {
            if (date.group("iy") != null) {
                return Optional.of(day(number(date.group("iy")), number(date.group("im")), number(date.group("id"))));
            }
            if (date.group("n1") != null) {
                return numeric(date, birth);
            }
            if (date.group("dd") != null) {
                var year = year(date.group("dy"), birth);
                return year < 0
                        ? Optional.empty()
                        : Optional.of(day(year, month(date.group("dm")), number(date.group("dd"))));
            }
            if (date.group("mm") != null) {
                return Optional.of(day(number(date.group("my")), month(date.group("mm")), number(date.group("md"))));
            }
            return date.group("ym") != null
                    ? Optional.of(new PartialDate(number(date.group("yy")), month(date.group("ym")), null, null))
                    : Optional.of(new PartialDate(number(date.group("sy")), number(date.group("sm")), null, null));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private Optional<PartialDate> numeric(MatchResult date, boolean birth) {
        var first = number(date.group("n1"));
        var second = number(date.group("n2"));
        var year = year(date.group("ny"), birth);
        if (year < 0 || first == 0 || second == 0 || (first > 12 && second > 12)) {
            return Optional.empty();
        }
        if (first == second || first > 12) {
            return Optional.of(day(year, second, first));
        }
        if (second > 12) {
            return Optional.of(day(year, first, second));
        }
        return Optional.of(
                switch (order) {
                    case DAY_FIRST -> day(year, second, first);
                    case MONTH_FIRST -> day(year, first, second);
                    case UNKNOWN -> new PartialDate(year, null, null, null);
                });
    }

    private static PartialDate day(int year, int month, int day) {
        return new PartialDate(year, month, day, null);
    }

    private static int year(String digits, boolean birth) {
        var year = number(digits);
        if (digits.length() == 4) {
            return year;
        }
        if (birth) {
            return year > THIS_CENTURY ? 1900 + year : -1;
        }
        return year > THIS_CENTURY ? 1900 + year : 2000 + year;
    }

    private static int month(String name) {
        var month = MONTHS.get(name.substring(0, 3));
        return month == null ? 0 : month;
    }

    private static int number(@Nullable String digits) {
        return digits == null ? -1 : Integer.parseInt(digits);
    }
}
