package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The links by which a case was handed to reviewers, and a form for a further one.
 *
 * @param link the one just made, shown once
 * @param afterwards what is open between the doctors, to be asked after a first read
 * @param opinions finished ones, for a peer check
 */
public record ReviewsPage(
        Frame frame,
        UUID id,
        @Nullable String link,
        String question,
        String afterwards,
        List<SituationPage.Choice> files,
        List<SituationPage.Choice> opinions,
        List<Row> rows) {
    /** A link; {@code open} when it still lets somebody in. */
    public record Row(UUID review, String who, String kind, String state, String until, boolean open) {}

    /** Hides the link. */
    @Override
    public String toString() {
        return "ReviewsPage[" + id + "]";
    }
}
