package org.consilium.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consilium.clinical.Code;
import org.consilium.language.Messages;
import org.consilium.opinions.Opinion;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static final Code FUSION = Code.of("http://snomed.info/sct", "55705006");

    @Test
    void doctorsWhoMeanTheSameByCodeOrWordsSpeakOfOneOption() {
        var options = Options.of(Samples.back());

        assertThat(names(options))
                .containsExactly("Fusion of two bones of the lower back", "Physiotherapy", "Wait and watch for now");
        var fusion = options.options().getFirst();
        assertThat(fusion.opinions(Option.Stance.RECOMMENDED)).containsExactly(0);
        assertThat(fusion.opinions(Option.Stance.ADVISED_AGAINST)).containsExactly(1);
        assertThat(fusion.harms()).hasSize(2);
        assertThat(options.options().get(1).opinions(Option.Stance.POSSIBLE)).containsExactly(0);
        assertThat(options.options().getLast().addedByTheProgram()).isTrue();
        assertThat(options.options().getLast().id()).isEqualTo(Options.WATCH);
    }

    @Test
    void theOtherSideOfTheBodyIsAnotherOption() {
        var left =
                Samples.onSide(Samples.treatment("Knee operation", "recommended", "surgery", List.of(FUSION)), "left");
        var right =
                Samples.onSide(Samples.treatment("Knee operation", "recommended", "surgery", List.of(FUSION)), "right");

        assertThat(of(left, right).options()).hasSize(3);
    }

    @Test
    void oneDoctorsTwoEntriesStayTwoOptions() {
        var one = Samples.treatment("Drug A", "recommended", "systemic", List.of(FUSION));
        var two = Samples.treatment("Drug B", "possible", "systemic", List.of(FUSION));
        var comparison = Samples.compared(List.of(Samples.opinion("Dr. A", "Oncology", Samples.TODAY, one, two)));

        assertThat(Options.of(comparison).options()).hasSize(3);
    }

    @Test
    void waitingIsNotAddedWhenADoctorSpeaksOfIt() {
        var waiting = Samples.treatment("Watch, with a scan in six months", "possible", "monitoring", List.of());
        var operation = Samples.treatment("Operation", "recommended", "surgery", List.of());

        assertThat(of(waiting, operation).option(Options.WATCH)).isEmpty();
    }

    @Test
    void checkUpsAfterATreatmentAreNotWaiting() {
        var operation = Samples.treatment("Operation", "recommended", "surgery", List.of());
        var checks = Samples.treatment("Check-ups", "recommended", "monitoring", List.of());
        var comparison =
                Samples.compared(List.of(Samples.opinion("Dr. A", "Surgery", Samples.TODAY, operation, checks)));

        assertThat(Options.of(comparison).option(Options.WATCH)).isPresent();
    }

    @Test
    void anOptionKeepsItsIdWhicheverOpinionComesFirst() {
        var comparison = Samples.back();

        assertThat(Options.of(Samples.compared(comparison.opinions().reversed()))
                        .ids())
                .isEqualTo(Options.of(comparison).ids());
    }

    private static Options of(Opinion.Treatment one, Opinion.Treatment other) {
        return Options.of(Samples.compared(List.of(
                Samples.opinion("Dr. A", "Surgery", Samples.TODAY, one),
                Samples.opinion("Dr. B", "Surgery", Samples.TODAY, other))));
    }

    private static List<String> names(Options options) {
        return options.options().stream()
                .map(option -> Messages.english().say(option.name()))
                .toList();
    }
}
