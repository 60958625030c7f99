package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;
import org.consilium.language.Message;
import org.consilium.web.pages.OpinionFormPage.Kind;
import org.consilium.web.pages.SituationPage.Choice;
import org.jspecify.annotations.Nullable;

/**
 * A doctor's letter beside the fields it seems to say, for a person to check one by one.
 *
 * @param text the words of the letter; pieces with an anchor are sentences that fields come from
 * @param answered how many fields have an answer or fell away
 * @param opinion made of the letter; absent before
 * @param next the number of the first open field; 0 when there is none
 */
public record LetterPage(
        Frame frame,
        UUID id,
        UUID letter,
        String fileHash,
        List<Piece> text,
        List<Group> groups,
        int answered,
        int all,
        int next,
        @Nullable UUID opinion,
        List<Trouble> problems) {
    /** A stretch of the letter. */
    public record Piece(String words, @Nullable String anchor) {}

    /** Fields of one part of the opinion. */
    public record Group(String title, List<Field> fields) {}

    /** What became of a field so far. */
    public enum State {
        OPEN,
        CONFIRMED,
        CORRECTED,
        REJECTED,
        FALLEN
    }

    /**
     * One proposed field.
     *
     * @param value as it now stands, for the form that corrects it
     * @param shown the same in words
     * @param codes that go with the words when they are confirmed
     * @param anchor of its sentence in the letter
     * @param picture of the page it stands on, when there is one
     */
    public record Field(
            int number,
            Message label,
            String value,
            String shown,
            List<String> codes,
            String sentence,
            String at,
            String anchor,
            Message confidence,
            State state,
            Kind kind,
            List<Choice> choices,
            @Nullable Message error,
            @Nullable String picture) {}

    /** Something to put right, and where. */
    public record Trouble(Message text, String href) {}
}
