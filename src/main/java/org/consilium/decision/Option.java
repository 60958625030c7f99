package org.consilium.decision;

import java.util.List;
import java.util.stream.Stream;
import org.consilium.language.Message;
import org.consilium.opinions.Opinion;

/**
 * A way to go on.
 *
 * @param id the same as long as its doctors name it the same way; holds no words of the record
 * @param name in the words of a doctor, or the program's own for {@link Options#WATCH}
 * @param voices what each opinion that speaks of it says, at most one for each; empty when the program added it
 */
public record Option(String id, Message name, List<Voice> voices) {
    public Option {
        voices = List.copyOf(voices);
    }

    /** Whether no doctor wrote of it. */
    public boolean addedByTheProgram() {
        return voices.isEmpty();
    }

    /** The opinions, by place, that take this stance. */
    public List<Integer> opinions(Stance stance) {
        return voices.stream()
                .filter(voice -> voice.stance() == stance)
                .map(Voice::opinion)
                .toList();
    }

    /** Everything said to be good about it, with who says it. */
    public List<Said> benefits() {
        return voices.stream()
                .flatMap(voice -> said(voice, voice.treatment().benefits()))
                .toList();
    }

    /** Everything said to be bad about it, with who says it. */
    public List<Said> harms() {
        return voices.stream()
                .flatMap(voice -> said(voice, voice.treatment().harms()))
                .toList();
    }

    private static Stream<Said> said(Voice voice, List<Opinion.Measure> measures) {
        return measures.stream().map(measure -> new Said(voice.opinion(), measure));
    }

    /** How an opinion stands to an option. */
    public enum Stance {
        RECOMMENDED,
        POSSIBLE,
        ADVISED_AGAINST;

        static Stance of(String word) {
            return switch (word) {
                case "recommended" -> RECOMMENDED;
                case "advised-against" -> ADVISED_AGAINST;
                default -> POSSIBLE;
            };
        }
    }

    /** What the opinion at this place says of the option. */
    public record Voice(int opinion, Opinion.Treatment treatment) {
        public Stance stance() {
            return Stance.of(treatment.stance());
        }
    }

    /** A figure, and the place of the opinion it stands in. */
    public record Said(int opinion, Opinion.Measure measure) {}
}
