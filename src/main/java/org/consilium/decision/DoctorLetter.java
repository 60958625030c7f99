package org.consilium.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.consilium.comparison.Comparison;
import org.consilium.language.Message;
import org.consilium.opinions.Opinion;

/**
 * What the person may write to one of their doctors once they have decided. It thanks, says what was decided and why, and asks
 * for the next step or for a warning. It names no other doctor and judges none.
 *
 * @param to the doctor's name
 * @param paragraphs in their order
 */
public record DoctorLetter(String to, List<Message> paragraphs) {
    public DoctorLetter {
        paragraphs = List.copyOf(paragraphs);
    }

    /** A letter for each doctor, in the order of the opinions. */
    public static List<DoctorLetter> of(Comparison comparison, DecisionRecord decision) {
        var options = Options.of(comparison);
        return IntStream.range(0, comparison.opinions().size())
                .mapToObj(place -> to(place, comparison.opinions().get(place), options, decision))
                .toList();
    }

    private static DoctorLetter to(int place, Opinion opinion, Options options, DecisionRecord decision) {
        var paragraphs = new ArrayList<Message>();
        paragraphs.add(Message.of("decision.letter.dear", opinion.author().name()));
        paragraphs.add(Message.of("decision.letter.thanks", opinion.date()));
        paragraphs.add(Message.of("decision.letter.compared"));
        paragraphs.add(Message.of("decision.letter.decided", decision.choice()));
        if (!decision.why().isBlank()) {
            paragraphs.add(Message.of("decision.letter.why", decision.why()));
        }
        if (!decision.notKnown().isBlank()) {
            paragraphs.add(Message.of("decision.letter.notKnown", decision.notKnown()));
        }
        paragraphs.add(Message.of("decision.letter." + next(place, options, decision)));
        paragraphs.add(Message.of("decision.letter.dates"));
        paragraphs.add(Message.of("decision.letter.record"));
        return new DoctorLetter(opinion.author().name(), paragraphs);
    }

    /** What to ask: the next step of a doctor who advises the choice, dangers of one who advises against it, else both. */
    private static String next(int place, Options options, DecisionRecord decision) {
        var chosen = decision.option() == null
                ? null
                : options.option(decision.option()).orElse(null);
        if (chosen == null) {
            return "open";
        }
        if (chosen.opinions(Option.Stance.RECOMMENDED).contains(place)) {
            return "advised";
        }
        return chosen.opinions(Option.Stance.ADVISED_AGAINST).contains(place) ? "against" : "open";
    }
}
