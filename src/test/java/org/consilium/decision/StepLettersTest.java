package org.consilium.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.consilium.comparison.Comparison;
import org.consilium.comparison.Comparison.Step;
import org.consilium.language.Message;
import org.junit.jupiter.api.Test;

class StepLettersTest {
    private static final Comparison BACK = Samples.back();

    @Test
    void everyDoctorGetsTheSameLetterButForTheNames() {
        for (var step : EnumSet.complementOf(EnumSet.of(Step.EVIDENCE))) {
            var letters = StepLetters.of(step, BACK);

            assertThat(letters).hasSameSizeAs(BACK.opinions());
            assertThat(letters.stream().map(StepLettersTest::keys).distinct())
                    .as(step.word())
                    .hasSize(1);
        }
    }

    @Test
    void onlyALetterForACallNamesTheOtherDoctor() {
        for (var step : Step.values()) {
            var call = step == Step.JOINT_CALL || step == Step.CALL_TODAY;
            assertThat(StepLetters.of(step, BACK))
                    .allSatisfy(letter -> assertThat(BACK.opinions().stream()
                                    .map(opinion -> opinion.author().name())
                                    .filter(name -> !name.equals(letter.to())))
                            .as(step.word())
                            .allMatch(name -> letter.paragraphs().toString().contains(name) == call));
        }
    }

    @Test
    void noLetterSaysWhoSaidWhat() {
        var treatments = BACK.opinions().stream()
                .flatMap(opinion -> opinion.treatments().stream())
                .map(treatment -> treatment.stance())
                .distinct()
                .toList();

        assertThat(StepLetters.of(Step.JOINT_CALL, BACK))
                .allSatisfy(letter -> assertThat(treatments)
                        .noneMatch(stance -> letter.paragraphs().toString().contains(stance)));
    }

    @Test
    void questionsNeedNoLetter() {
        assertThat(StepLetters.of(Step.EVIDENCE, BACK)).isEmpty();
    }

    private static List<String> keys(DoctorLetter letter) {
        return letter.paragraphs().stream().map(Message::key).toList();
    }
}
