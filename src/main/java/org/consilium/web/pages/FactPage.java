package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/**
 * One fact: what counts, what was read, and what the person changed.
 *
 * @param now as it counts, absent while it is hidden
 * @param read as it was read, absent when nothing was changed
 * @param picture the page it was read on, when there is one
 * @param words what the person wrote about it, empty when nothing
 * @param errors what is wrong with the words just sent
 */
public record FactPage(
        Frame frame,
        UUID id,
        String key,
        boolean proposed,
        FactsPage.@Nullable Row now,
        FactsPage.@Nullable Row read,
        @Nullable String picture,
        String words,
        List<Change> history,
        List<SituationPage.FieldError> errors) {
    /**
     * One change by hand.
     *
     * @param before what the fact said, empty when there was none
     * @param after what it says since, empty when nothing
     * @param standing false when it was taken back
     */
    public record Change(
            UUID note, Message what, String when, boolean own, String before, String after, boolean standing) {}
}
