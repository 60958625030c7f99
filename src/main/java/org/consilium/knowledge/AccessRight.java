package org.consilium.knowledge;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The right of people to get their own records, and how long the holder has to answer.
 *
 * @param countries ISO codes where it holds; none for the one that stands where no other does
 * @param law its name, as a letter cites it
 * @param line what a letter says of it
 * @param period from the day the request arrives to the last day to answer, as ISO 8601 ({@code P30D}, {@code P1M}); absent
 *     when no law sets one
 * @param fee what may be charged
 * @param more what else to know: more time, where to complain
 */
public record AccessRight(
        String id,
        List<String> countries,
        Words name,
        Words law,
        Words line,
        @Nullable Period period,
        Words fee,
        Words more,
        Provenance provenance) {
    /** Where no law is known, an answer is hoped for after this long. */
    private static final Period USUAL = Period.ofDays(30);

    public AccessRight {
        countries = List.copyOf(countries);
    }

    /** The last day to answer a request that came in on this day; by law, or hoped for where no law sets one. */
    public LocalDate due(LocalDate asked) {
        return asked.plus(period == null ? USUAL : period);
    }
}
