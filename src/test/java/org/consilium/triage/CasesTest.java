package org.consilium.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.consilium.knowledge.KnowledgeBase;
import org.consilium.triage.Assessment.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each made-up case of {@code triage/cases.txt} gives what a careful reader expects, with the knowledge of the program. */
class CasesTest {
    static Stream<Vignette> cases() {
        return Vignette.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aCaseGivesWhatIsExpected(Vignette vignette) {
        var assessment = vignette.assess(KnowledgeBase.load());

        assertThat(vignette.found(assessment)).isEqualTo(vignette.expected());
        assertThat(assessment.verdict() == Verdict.SEEK_NOW).isEqualTo(vignette.isEmergency());
        if (vignette.isEmergency()) {
            assertThat(assessment.windows()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aCaseHasItsListAndReasons(Vignette vignette) {
        var assessment = vignette.assess(KnowledgeBase.load());

        for (var wanted : words(vignette.completeness())) {
            var completeness = Objects.requireNonNull(assessment.completeness());
            if (wanted.contains("=")) {
                assertThat(completeness.items())
                        .extracting(state ->
                                state.item().id() + "=" + state.status().word())
                        .contains(wanted);
            } else {
                assertThat(completeness.group()).isEqualTo(wanted);
            }
        }
        var keys = assessment.triggers().stream()
                .flatMap(trigger -> trigger.because().stream())
                .map(reason -> reason.text().key().replace("triage.because.", ""))
                .toList();
        for (var wanted : words(vignette.says())) {
            if (wanted.startsWith("!")) {
                assertThat(keys).doesNotContain(wanted.substring(1));
            } else {
                assertThat(keys).contains(wanted);
            }
        }
    }

    private static List<String> words(String column) {
        return Stream.of(column.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
