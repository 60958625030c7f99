package org.consilium.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consilium.decision.Option.Stance;
import org.consilium.language.Message;
import org.junit.jupiter.api.Test;

class DoctorLetterTest {
    @Test
    void asksForStepsOrForWarningsByWhatTheDoctorAdvises() {
        var comparison = Samples.back();
        var split = Options.of(comparison).options().stream()
                .filter(option -> !option.opinions(Stance.RECOMMENDED).isEmpty()
                        && !option.opinions(Stance.ADVISED_AGAINST).isEmpty())
                .findFirst()
                .orElseThrow();

        var letters = DoctorLetter.of(comparison, chosen(split.id()));

        assertThat(keys(letters.get(split.opinions(Stance.RECOMMENDED).getFirst())))
                .contains("decision.letter.advised");
        assertThat(keys(letters.get(split.opinions(Stance.ADVISED_AGAINST).getFirst())))
                .contains("decision.letter.against");
    }

    @Test
    void aChoiceOfOnesOwnAsksOpenlyAndNoLetterNamesTheOtherDoctor() {
        var comparison = Samples.back();

        var letters = DoctorLetter.of(comparison, Samples.decision("Wait", ""));

        assertThat(letters).hasSameSizeAs(comparison.opinions()).allSatisfy(letter -> {
            assertThat(keys(letter)).contains("decision.letter.open").doesNotContain("decision.letter.why");
            assertThat(comparison.opinions().stream()
                            .map(opinion -> opinion.author().name())
                            .filter(name -> !name.equals(letter.to())))
                    .noneMatch(name -> letter.paragraphs().toString().contains(name));
        });
    }

    @Test
    void anOptionThatIsNoLongerThereIsAskedOpenly() {
        assertThat(DoctorLetter.of(Samples.back(), chosen("gone")))
                .allMatch(letter -> keys(letter).contains("decision.letter.open"));
    }

    private static DecisionRecord chosen(String option) {
        return new DecisionRecord(option, "This", "", "", "", List.of(), Samples.TODAY, null, null);
    }

    private static List<String> keys(DoctorLetter letter) {
        return letter.paragraphs().stream().map(Message::key).toList();
    }
}
