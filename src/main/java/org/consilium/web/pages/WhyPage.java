package org.consilium.web.pages;

import java.util.List;
import org.consilium.language.Message;

/**
 * Why one answer of an assessment is as it is: the rule in words, the facts and the source.
 *
 * @param name what is explained
 * @param answer what it came to for this person, with the colour of its tag
 * @param remarks more on that answer, such as its arithmetic
 */
public record WhyPage(
        Frame frame,
        String assessment,
        EmergencyCard emergency,
        String entry,
        String name,
        Message answer,
        String colour,
        List<Message> remarks,
        List<Message> rule,
        List<Proof> proofs,
        List<Origin> origins,
        String madeFrom) {
    /**
     * A reason, and the fact of the record behind it.
     *
     * @param fact its name, date, value and status; empty when no record says it
     * @param codes as text; empty when it has none
     */
    public record Proof(String reason, String fact, String codes, List<FactsPage.Origin> places) {}

    /** Where a part of the rule comes from. */
    public record Origin(
            String id, String name, String source, Message tag, Message grade, String reviewBy, Message reviewed) {}
}
