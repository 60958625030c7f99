package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Results and vital signs as lines over time, some on each page.
 *
 * @param tests how many tests have more than one result
 * @param index all of them, with where they are
 * @param once tests with a single result, on the last page
 */
public record TrendsPage(
        Frame frame,
        UUID id,
        int tests,
        List<Place> index,
        List<Card> cards,
        List<Single> once,
        @Nullable String previous,
        @Nullable String next) {
    public record Place(String href, String name, boolean outside) {}

    /**
     * One test.
     *
     * @param last the newest result in words
     * @param change against the result before; empty when there is none
     * @param usual the usual range in words; empty when the records give none
     * @param older how many results are too old to be drawn
     */
    public record Card(
            String key,
            String name,
            String unit,
            String last,
            String change,
            String usual,
            boolean outside,
            Chart chart,
            int older,
            List<Line> table) {}

    /** A line of the table. */
    public record Line(String when, String value, String asWritten, String place, String href) {}

    public record Single(String name, String when, String value, String place, String href) {}

    /**
     * A picture of 360 by 200 units.
     *
     * @param words what it shows, for those who do not see it
     * @param line the points of the line, as SVG writes them
     * @param band the usual range, absent when there is none
     */
    public record Chart(
            String words,
            String line,
            @Nullable Band band,
            List<Mark> marks,
            List<Tick> ticks,
            String from,
            String to) {}

    public record Band(double top, double height) {}

    /**
     * One result.
     *
     * @param shape an SVG path
     * @param look within, above, below, plain or bound
     */
    public record Mark(String shape, String look) {}

    public record Tick(double y, String label) {}
}
