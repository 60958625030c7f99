package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/**
 * One page of the form for an opinion. The name of each field is its place in the opinion, a JSON pointer.
 *
 * @param step its place in the address
 * @param hint what to keep in mind on this page
 * @param codes conditions of the records that have a code, to pick from; only on the page of a diagnosis
 * @param qualifiers what doctors state beside a diagnosis of this group; only on the page of a diagnosis
 * @param search what was found for {@code words} in the search box; only on the page of a diagnosis
 */
public record OpinionFormPage(
        Frame frame,
        UUID id,
        UUID opinion,
        String step,
        Message hint,
        int number,
        int of,
        List<Section> sections,
        List<SituationPage.Choice> codes,
        List<Suggestion> qualifiers,
        @Nullable ConceptHits search,
        String words,
        @Nullable String addAnother) {
    /** A name to choose, with its unit where it has one, and where it comes from. */
    public record Suggestion(String name, String source) {}

    /** Fields that belong together: one thing, or one row of a list. */
    public record Section(@Nullable Message heading, List<Field> fields) {}

    /** What kind of answer a field takes. */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        DATE,
        NUMBER,
        CHOICE
    }

    /** One field; {@code id} is what its label points at. */
    public record Field(
            String pointer, String id, Message label, Kind kind, List<SituationPage.Choice> choices, String value) {}

    /** The name of a finding, for which there are names to choose. */
    public boolean isSuggested(Field field) {
        return !qualifiers.isEmpty() && field.pointer().matches(".*/markers/\\d+/name");
    }
}
