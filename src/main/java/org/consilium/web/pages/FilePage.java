package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/**
 * A source file, opened at a place.
 *
 * @param facts what was read there
 * @param place where in the file
 * @param excerpt the text at the place, absent when the file is no text
 * @param picture absent when the file has no pages that can be drawn
 * @param preview where a small picture is of what a medical image shows, absent when there is none
 * @param forExperts true when the text is how programs write
 * @param readable the place in plain words where the record has some
 */
public record FilePage(
        Frame frame,
        UUID id,
        String hash,
        String name,
        Message format,
        List<FactsPage.Row> facts,
        String place,
        @Nullable String readable,
        @Nullable String excerpt,
        boolean forExperts,
        @Nullable Picture picture,
        @Nullable String preview,
        List<Message> problems) {
    /** A picture of the page of the file on which the place is. */
    public record Picture(String address, int page) {}
}
