package org.consilium.records.hl7v2;

import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.clinical.PartialDate;

/** HL7 time stamps, to the precision they were sent with. */
final class Stamps {
    private static final Pattern WITHOUT_SEPARATORS = Pattern.compile("\\d.*");
    private static final Pattern AMERICAN = Pattern.compile("(\\d{2})/(\\d{2})/(\\d{4})");

    private Stamps() {}

    /** Also reads stamps with an impossible time of day (the day is kept) and ISO dates; a stamp of zeros is none. */
    static Optional<PartialDate> read(String stamp) {
        var plain = stamp.strip();
        if (!WITHOUT_SEPARATORS.matcher(plain).matches()) {
            return Optional.empty();
        }
        var american = AMERICAN.matcher(plain);
        if (american.matches()) {
            return PartialDate.parse(american.group(3) + "-" + american.group(1) + "-" + american.group(2));
        }
        var exact = PartialDate.parseHl7(plain).map(Stamps::possible);
        return exact.or(() -> PartialDate.parse(plain)).or(() -> day(plain));
    }

    private static PartialDate possible(PartialDate date) {
        var time = date.time();
        if (time == null) {
            return date;
        }
        var hour = Integer.parseInt(time.substring(0, 2));
        var minute = Integer.parseInt(time.substring(3, 5));
        return hour > 23 || minute > 59 ? date.withoutTime() : date;
    }

    private static Optional<PartialDate> day(String stamp) {
        return stamp.length() > 8 && stamp.substring(0, 8).chars().allMatch(Character::isDigit)
                ? PartialDate.parseHl7(stamp.substring(0, 8))
                : Optional.empty();
    }
}
