package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/**
 * A fact in the person's own words: corrected, or added.
 *
 * @param lede what to do here
 * @param kinds to choose from, empty when the kind is known
 * @param picture the page it was read on, when there is one
 * @param source where it was read, to look at beside
 */
public record FactFormPage(
        Frame frame,
        UUID id,
        Message lede,
        List<SituationPage.Choice> kinds,
        Fields fields,
        @Nullable String picture,
        @Nullable String source,
        List<SituationPage.FieldError> errors) {
    /** What was filled in. */
    public record Fields(String kind, String text, String day, String month, String year, String value, String unit) {}

    /** The first error of this field. */
    public @Nullable Message error(String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(SituationPage.FieldError::text)
                .findFirst()
                .orElse(null);
    }
}
