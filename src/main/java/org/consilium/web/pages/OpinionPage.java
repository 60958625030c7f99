package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;
import org.consilium.opinions.OpinionJson.Problem;

/**
 * One opinion to read through: finished, or to check before it is.
 *
 * @param parts what it says, page by page of the form
 * @param problems what is still missing, when it is not finished
 * @param versions how many finished forms it has had
 */
public record OpinionPage(
        Frame frame,
        UUID id,
        UUID opinion,
        boolean draft,
        List<Part> parts,
        List<Open> problems,
        SignatureBox signature,
        int versions) {
    /** The answers of one page of the form. */
    public record Part(String step, String title, List<Answer> answers) {}

    /**
     * One answer, in words.
     *
     * @param anchors names by which a link finds it, see {@link #anchor}
     */
    public record Answer(String label, String value, List<String> anchors) {}

    /** The name on the page of a place in the opinion, given as a JSON pointer. */
    public static String anchor(String pointer) {
        return "at" + pointer.replace('/', '-');
    }

    /** Something to put right, and the page where. */
    public record Open(Problem problem, String step) {}
}
