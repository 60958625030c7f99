package org.consilium.web.pages;

import java.util.List;
import org.consilium.opinions.Review;

/**
 * The packet as a reviewer sees it.
 *
 * @param filesKeptBack how many files may not be opened yet
 * @param peer the opinion to check, for a peer check
 */
public record ReviewPage(
        Frame frame,
        Review review,
        List<Kind> kinds,
        List<File> files,
        int filesKeptBack,
        int factsKeptBack,
        List<ReviewFirstPage.Read> peer) {
    /** The facts of one kind; {@code more} are not shown. */
    public record Kind(String name, List<Row> facts, int more) {}

    /** One fact; {@code narrative} is the text of a report. */
    public record Row(String when, String text, String value, String status, String narrative) {}

    /** A file that may be opened. */
    public record File(String hash, String name) {}
}
