package org.consilium.web.pages;

import java.util.List;
import org.consilium.opinions.Review;
import org.jspecify.annotations.Nullable;

/**
 * What others concluded, beside what the reviewer had written before.
 *
 * @param questions that are open between the others, a line each
 */
public record ReviewFirstPage(
        Frame frame,
        Review.@Nullable Commitment committed,
        String questions,
        List<OpinionPage.Part> own,
        List<Read> others) {
    /** One opinion to read. */
    public record Read(String author, String specialty, List<OpinionPage.Part> parts) {}
}
