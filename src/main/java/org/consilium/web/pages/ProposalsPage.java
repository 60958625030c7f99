package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Facts that were read in words or pictures, for the person to check.
 *
 * @param all how many there are
 */
public record ProposalsPage(Frame frame, UUID id, int all, List<Proposal> proposals) {
    /**
     * One of them.
     *
     * @param picture the page it was read on, when there is one
     * @param text the words it was read in, when they are at hand
     */
    public record Proposal(
            String key,
            FactsPage.Row row,
            @Nullable String picture,
            @Nullable String text) {}
}
