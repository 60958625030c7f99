package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;
import org.consilium.language.Message;

/**
 * One question of the short form.
 *
 * @param step its place in the address
 * @param errors what is wrong with the answer just given, each with the field to go to
 */
public record SituationPage(
        Frame frame, UUID id, String step, int number, int of, List<FieldError> errors, Asks content) {
    /** What is wrong, and the id of the field. */
    public record FieldError(String field, Message text) {}

    /** What the step asks. */
    public sealed interface Asks {
        /** Symptoms that cannot wait: each a box to tick, and room for own words. */
        record Symptoms(List<Choice> flags, String words) implements Asks {}

        /** Conditions: those found in the records, those picked, a list to pick from and a search. */
        record Conditions(List<String> found, List<String> picked, List<Choice> groups, String words, ConceptHits hits)
                implements Asks {}

        /** A treatment that was recommended. */
        record Treatment(String text, String date) implements Asks {}

        /** Whether things get better. */
        record Improving(String since) implements Asks {}

        /** The readiness questions. */
        record Informed(List<Choice> answers) implements Asks {}

        /** The dates the safe time depends on, and where the person lives. */
        record Dates(String clockStart, String risk, String country) implements Asks {}
    }

    /** A box to tick or an option to choose. */
    public record Choice(String value, String label, boolean chosen) {}
}
