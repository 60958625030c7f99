package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The history of a case on one page, for reading and for paper.
 *
 * @param person birth date and sex, as far as the records agree
 * @param written the day the page was made
 * @param missing what the records say nothing about, in words
 */
public record HistoryPage(
        Frame frame,
        UUID id,
        String title,
        String person,
        String written,
        List<Clash> clashes,
        List<Section> sections,
        List<String> missing) {
    /**
     * A part of the history.
     *
     * @param note an extra line under the heading; empty for none
     * @param more where the rest is, when not all lines are shown
     */
    public record Section(
            String heading,
            String note,
            List<Line> lines,
            @Nullable More more) {}

    /** One line: what, how much or how often, and when. */
    public record Line(
            String text,
            String about,
            String when,
            @Nullable String href) {}

    public record More(String href, String words) {}

    /** Records that contradict each other. */
    public record Clash(String words, List<Line> sides) {}
}
