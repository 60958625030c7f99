package org.consilium.samples;

import java.util.List;
import org.consilium.language.Message;

/**
 * A synthetic person with a question.
 *
 * @param id for example {@code fusion}
 * @param name as the records write it, such as «Sample Rivera»
 * @param title the question in a few words
 * @param story what happened so far and what is asked
 * @param files record files: FHIR R4, C-CDA and plain letters
 * @param opinions the first and the second opinion, in the shape of {@code docs/schemas/opinion.schema.json}
 * @param answers the person's own answers, as the answers file of the command line
 * @param decision what matters to them and what they decided, as JSON: goals with swings, levels of the options, the readiness
 *     checks and the decision; options are named by the words of a doctor
 */
public record SamplePerson(
        String id,
        String name,
        Message title,
        Message story,
        List<SampleFile> files,
        List<SampleFile> opinions,
        SampleFile answers,
        SampleFile decision) {
    public SamplePerson {
        files = List.copyOf(files);
        opinions = List.copyOf(opinions);
    }
}
