package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;
import org.consilium.language.Message;
import org.consilium.opinions.OpinionJson.Problem;
import org.consilium.web.pages.SituationPage.Choice;

/**
 * The opinions of a case: finished ones, those still being written, and those put away.
 *
 * @param problems what was wrong with a file that was just handed in
 * @param letters letters that are being checked and have become no opinion yet
 * @param files of the case that a letter could be, the newest first
 */
public record OpinionsPage(
        Frame frame,
        UUID id,
        List<Row> opinions,
        List<Row> drafts,
        List<Row> removed,
        List<Problem> problems,
        List<Letter> letters,
        List<Choice> files) {
    /** A letter by the name of its file. */
    public record Letter(UUID letter, Message about) {}

    /** One opinion. */
    public record Row(UUID opinion, String author, String about) {}
}
