package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/**
 * What to ask for, and the letters that ask for it.
 *
 * @param known the group of the condition is known, so there is a list
 * @param own what only the person can add
 * @param error what was wrong with the form, if anything
 */
public record RequestsPage(
        Frame frame,
        UUID id,
        boolean known,
        List<Row> letters,
        List<Keeper> keepers,
        List<String> own,
        Right right,
        @Nullable Message error) {
    /** One letter in the list. */
    public record Row(String href, String place, Message department, Mark mark, List<Message> notes, int items) {}

    /** Where a letter stands, with the colour of its tag. */
    public record Mark(Message state, String colour) {}

    /** What one department keeps. */
    public record Keeper(String word, Message name, List<Choice> choices, boolean tissue) {}

    /**
     * One thing to ask for.
     *
     * @param covered a letter asks for it already
     */
    public record Choice(String item, String name, Message status, String colour, boolean decides, boolean covered) {}

    /** The right of access, with its source. */
    public record Right(String law, String line, String fee, String more, Message source) {}
}
