package org.consilium.triage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Of many facts that show the same thing the few that can be the best one on any day: the newest that grows old and the newest
 * that does not (undated, or a medicine in use), each with images and without.
 */
final class Newest {
    /** The natural order of dates; where the days differ found without making dates or words. */
    static final Comparator<PartialDate> BY_DAY =
            Comparator.comparingInt(Newest::day).thenComparing(Comparator.naturalOrder());

    private final @Nullable Fact[] best = new @Nullable Fact[4];

    void add(Fact fact) {
        var place = (hasImages(fact) ? 2 : 0) + (isLasting(fact) ? 1 : 0);
        var known = best[place];
        if (known == null || isNewer(fact, known)) {
            best[place] = fact;
        }
    }

    List<Fact> candidates() {
        return Arrays.stream(best).filter(Objects::nonNull).toList();
    }

    static boolean hasImages(Fact fact) {
        return fact.detail(Detail.IMAGES).orElse("no").equals("yes");
    }

    static boolean isLasting(Fact fact) {
        return fact.date() == null
                || (fact.kind() == FactKind.MEDICATION && fact.status().equals("active"));
    }

    private static boolean isNewer(Fact fact, Fact other) {
        return History.NEWEST_FIRST.compare(fact, other) < 0;
    }

    /** Grows with the first day the date can mean. */
    private static int day(PartialDate date) {
        var month = date.month();
        var day = date.day();
        return (date.year() * 13 + (month == null ? 1 : month)) * 32 + (day == null ? 1 : day);
    }
}
