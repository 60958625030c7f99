package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a case along time, with a picture and filters.
 *
 * @param at what part of time is seen: empty, a year, a year and month, or {@code undated}
 * @param nearer what to zoom in on: years or months with their counts
 * @param found how many entries fit the filters in this part of time
 * @param capped true when a search found more than is shown
 */
public record TimelinePage(
        Frame frame,
        UUID id,
        String at,
        String heading,
        @Nullable Step out,
        @Nullable Step before,
        @Nullable Step after,
        @Nullable Step undated,
        List<Lane> lanes,
        List<String> axis,
        List<Slot> nearer,
        List<Filter> filters,
        String search,
        int found,
        boolean capped,
        List<Row> rows,
        @Nullable Step newer,
        @Nullable Step older) {
    /** A link with its words. */
    public record Step(String href, String words) {}

    /**
     * One pile in the picture.
     *
     * @param slots how many slots the picture has
     * @param words the bars in words
     */
    public record Lane(String name, int slots, List<Bar> bars, String words) {}

    /** A bar of a height from 1 to 20. */
    public record Bar(int slot, int height) {}

    /** A year or month with its count; without a link when it is empty. */
    public record Slot(String label, int count, @Nullable String href) {}

    /** A choice of the form. */
    public record Filter(String name, String label, List<Choice> choices) {}

    public record Choice(String value, String label, boolean chosen) {}

    /**
     * One entry.
     *
     * @param excerpt where a search found it in a longer text; empty when it was found by its name
     */
    public record Row(
            String when,
            String text,
            String value,
            String about,
            @Nullable String href,
            List<Piece> excerpt) {}

    /** Words of an excerpt. */
    public record Piece(String words, boolean marked) {}

    public boolean filtered() {
        return filters.stream()
                .flatMap(filter -> filter.choices().stream())
                .anyMatch(choice -> choice.chosen() && !choice.value().isEmpty());
    }
}
