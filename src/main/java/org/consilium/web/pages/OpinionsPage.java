package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;
import org.consilium.opinions.OpinionJson.Problem;

/**
 * The opinions of a case: finished ones, those still being written, and those put away.
 *
 * @param problems what was wrong with a file that was just handed in
 */
public record OpinionsPage(
        Frame frame, UUID id, List<Row> opinions, List<Row> drafts, List<Row> removed, List<Problem> problems) {
    /** One opinion. */
    public record Row(UUID opinion, String author, String about) {}
}
