package org.consilium.records.ccda;

import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.clinical.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * When something happened: a point, or from and to. Reads TS, IVL_TS in all its shapes; PIVL_TS and EIVL_TS say how often, not
 * when, and are left to the dose.
 *
 * @param over true when the file says that it ended, be it without a date
 */
record Span(@Nullable PartialDate start, @Nullable PartialDate end, boolean over) {
    static final Span UNKNOWN = new Span(null, null, false);
    private static final Pattern LEADING_DAY = Pattern.compile("(\\d{8}).*");
    /** Outside these years a date stands for «not known» (0001, 9999). */
    private static final int EARLIEST = 1850;

    private static final int LATEST = 2200;

    /** The time of a statement; of several, the first that gives a date. */
    static Span of(Element statement) {
        for (var time : statement.all("effectiveTime")) {
            var span = read(time);
            if (!span.equals(UNKNOWN)) {
                return span;
            }
        }
        return UNKNOWN;
    }

    static Span read(Element time) {
        var type = time.attribute("type").orElse("");
        if (type.endsWith("PIVL_TS") || type.endsWith("EIVL_TS")) {
            return UNKNOWN;
        }
        var high = time.first("high");
        var start = date(time, "value")
                .or(() -> time.first("low").flatMap(low -> date(low, "value")))
                .or(() -> time.first("center").flatMap(center -> date(center, "value")));
        var end = high.flatMap(element -> date(element, "value"));
        var over = high.isPresent()
                && !high.get().has("nullFlavor", "NA")
                && !high.get().has("nullFlavor", "PINF");
        return new Span(start.orElse(null), end.orElse(null), over);
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
