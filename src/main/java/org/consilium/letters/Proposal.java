package org.consilium.letters;

import java.util.List;
import org.consilium.clinical.Code;

/**
 * One field of an opinion that a letter seems to say.
 *
 * @param number counts the proposals of a letter from 1, in their order
 * @param path where in the opinion, as a JSON pointer: {@code /diagnoses/0/stage/group}
 * @param value as the field takes it: words of the letter, a word of the schema, a number or a date
 * @param codes that stand for the words; only with the words of a diagnosis or a treatment
 * @param start the first character of its sentence in the letter's text
 * @param end after its last
 * @param at the place of the sentence in the file, for example {@code page 1, line 12}
 */
public record Proposal(
        int number, String path, String value, List<Code> codes, Confidence confidence, int start, int end, String at) {
    public Proposal {
        codes = List.copyOf(codes);
    }

    /** The last step of the path: {@code group}. */
    public String field() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The entry it belongs to, {@code /diagnoses/0}; the first step when it belongs to no list. */
    public String entry() {
        var steps = path.split("/");
        return steps.length > 2 && steps[2].matches("\\d+") ? "/" + steps[1] + "/" + steps[2] : "/" + steps[1];
    }
}
