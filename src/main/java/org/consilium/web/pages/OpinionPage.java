package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;
import org.consilium.opinions.OpinionJson.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One opinion to read through: finished, or to check before it is.
 *
 * @param parts what it says, page by page of the form
 * @param problems what is still missing, when it is not finished
 * @param versions how many finished forms it has had
 * @param letter where the letter is that it was made from; absent when it was not
 */
public record OpinionPage(
        Frame frame,
        UUID id,
        UUID opinion,
        boolean draft,
        List<Part> parts,
        List<Open> problems,
        SignatureBox signature,
        int versions,
        @Nullable String letter) {
    /** The answers of one page of the form. */
    public record Part(String step, String title, List<Answer> answers) {}

    /**
     * One answer, in words.
     *
     * @param anchors names by which a link finds it, see {@link #anchor}
     * @param quote the sentence of the letter it was confirmed at; absent when it came otherwise or was changed since
     */
    public record Answer(
            String label,
            String value,
            List<String> anchors,
            @Nullable Quote quote) {}

    /**
     * A sentence of a letter.
     *
     * @param at its place in the file
     * @param href where it stands in the letter on the page that checks it
     */
    public record Quote(String sentence, String at, String href) {}

    /** The name on the page of a place in the opinion, given as a JSON pointer. */
    public static String anchor(String pointer) {
        return "at" + pointer.replace('/', '-');
    }

    /** Something to put right, and the page where. */
    public record Open(Problem problem, String step) {}
}
