package org.consilium.records.ccda;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.clinical.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * When something happened: a point, or from and to. Reads TS, IVL_TS in all its shapes and sets of them (SXPR_TS); PIVL_TS says
 * when only by its phase; EIVL_TS says how often, not when, and is left to the dose.
 *
 * @param over true when the file says that it ended, be it without a date
 */
record Span(@Nullable PartialDate start, @Nullable PartialDate end, boolean over) {
    static final Span UNKNOWN = new Span(null, null, false);
    private static final Pattern LEADING_DAY = Pattern.compile("(\\d{8}).*");
    /** Outside these years a date stands for «not known» (0001, 9999). */
    static final int EARLIEST = 1850;

    static final int LATEST = 2200;

    /** The time of a statement; of several, the first that gives a date. */
    static Span of(Element statement) {
        return first(statement.all("effectiveTime"));
    }

    private static Span first(List<Element> times) {
        for (var time : times) {
            var span = read(time);
            if (!span.equals(UNKNOWN)) {
                return span;
            }
        }
        return UNKNOWN;
    }

    static Span read(Element time) {
        var type = time.attribute("type").orElse("");
        if (type.endsWith("EIVL_TS")) {
            return UNKNOWN;
        }
        if (type.endsWith("PIVL_TS")) {
            return time.first("phase").map(Span::read).orElse(UNKNOWN);
        }
        var own = interval(time);
        // a set of times, as SXPR_TS
        return own.equals(UNKNOWN) ? first(time.all("comp")) : own;
    }

    private static Span interval(Element time) {
        var high = time.first("high");
        var start = date(time, "value")
                .or(() -> time.first("low").flatMap(low -> date(low, "value")))
                .or(() -> time.first("center").flatMap(center -> date(center, "value")));
        var end = high.flatMap(element -> date(element, "value")).or(() -> start.flatMap(from -> after(time, from)));
        var over = high.isPresent()
                && !high.get().has("nullFlavor", "NA")
                && !high.get().has("nullFlavor", "PINF");
        return new Span(start.orElse(null), end.orElse(null), over);
    }

    /** The end of a time that is given by its beginning and its width in whole days or more. */
    private static Optional<PartialDate> after(Element time, PartialDate from) {
        var width = time.first("low").flatMap(any -> time.first("width"));
        var count = width.flatMap(each -> each.attribute("value"))
                .filter(digits -> digits.matches("\\d{1,4}"))
                .map(Long::valueOf);
        if (count.isEmpty() || !from.isDay()) {
            return Optional.empty();
        }
        var day = from.earliest();
        return switch (width.flatMap(each -> each.attribute("unit")).orElse("")) {
            case "d" -> Optional.of(PartialDate.of(day.plusDays(count.get())));
            case "wk" -> Optional.of(PartialDate.of(day.plusWeeks(count.get())));
            case "mo" -> Optional.of(PartialDate.of(day.plusMonths(count.get())));
            case "a" -> Optional.of(PartialDate.of(day.plusYears(count.get())));
            default -> Optional.empty();
        };
    }

    static Optional<PartialDate> date(Element element, String attribute) {
        return element.attribute(attribute).flatMap(Span::date);
    }

    /** An HL7 time stamp, or what vendors write instead of one. */
    static Optional<PartialDate> date(String stamp) {
        return PartialDate.parseHl7(stamp)
                .or(() -> PartialDate.parse(stamp))
                .or(() -> {
                    var day = LEADING_DAY.matcher(stamp);
                    return day.matches() ? PartialDate.parseHl7(day.group(1)) : Optional.empty();
                })
                .filter(date -> date.year() >= EARLIEST && date.year() <= LATEST);
    }
}
