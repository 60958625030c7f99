package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;
import org.consilium.clinical.Fact;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a case as a list: one pile, or the whole timeline.
 *
 * @param pile key of the pile, {@code timeline} for all
 * @param search what the person looked for
 * @param more where the next facts are, when there are more
 */
public record FactsPage(
        Frame frame,
        UUID id,
        String pile,
        String search,
        int found,
        List<Year> years,
        @Nullable String more) {
    /** The facts of one year, the newest first; {@code year} is 0 for facts without a date. */
    public record Year(int year, List<Row> facts) {}

    /**
     * One fact.
     *
     * @param text what the fact is called
     * @param kind word of the fact's kind
     * @param key names it in addresses
     * @param value what was measured, empty when nothing was
     * @param origins the first files that say so
     * @param moreOrigins how many further places say so
     * @param words what the person wrote about it, empty when nothing
     */
    public record Row(
            String key,
            Fact fact,
            String text,
            String kind,
            String when,
            String value,
            String note,
            List<Origin> origins,
            int moreOrigins,
            String words) {}

    /** A file that says so: opens at the place. */
    public record Origin(String href, String name) {}
}
