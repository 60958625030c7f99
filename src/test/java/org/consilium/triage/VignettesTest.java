package org.consilium.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.triage.Samples.caseFile;
import static org.consilium.triage.Samples.condition;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.knowledge.CodeRule;
import org.consilium.knowledge.KnowledgeBase;
import org.consilium.knowledge.RedFlag;
import org.consilium.triage.Assessment.Met;
import org.consilium.triage.Assessment.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One condition, ten days old, with the knowledge of the program; and every emergency of the list. */
class VignettesTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 1);

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/triage/vignettes.csv", numLinesToSkip = 1)
    void oneCondition(String icd, String text, String urgency, String window, String triggers, String verdict) {
        var assessment = Triage.assess(
                caseFile(condition(icd, text).on("2025-05-22").made()), Answers.NONE, KnowledgeBase.load(), TODAY);

        var met = assessment.triggers().stream()
                .filter(trigger -> trigger.met() == Met.YES)
                .map(Assessment.TriggerResult::id)
                .collect(Collectors.joining(" "));
        var first = assessment.windows().isEmpty()
                ? "-"
                : assessment.windows().getFirst().window().id();
        var found =
                assessment.urgency() == null ? "unknown" : assessment.urgency().name();
        assertThat(String.join(
                        ",",
                        found,
                        first,
                        met.isEmpty() ? "-" : met,
                        assessment.verdict().word()))
                .isEqualTo(String.join(",", urgency, window, triggers, verdict));
    }

    static Stream<Arguments> rules() {
        return KnowledgeBase.load().redFlags().stream()
                .flatMap(flag -> flag.when().stream()
                        .flatMap(rule -> rule.any().stream()
                                .filter(pattern -> pattern.system().contains("icd-10-cm")
                                        && !pattern.code().contains("?"))
                                .map(pattern -> Arguments.of(flag, pattern.code(), rule))));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("rules")
    void everyCodeOfTheListIsAnEmergencyWithItsCompanionOnly(RedFlag flag, String icd, CodeRule rule) {
        var main = condition(icd, "Emergency").on("2025-06-01").made();
        var withCompanion = rule.with().isEmpty()
                ? caseFile(main)
                : caseFile(
                        main,
                        condition(rule.with().getFirst().code(), "Companion")
                                .on("2025-05-31")
                                .made());

        var assessment = Triage.assess(withCompanion, Answers.NONE, KnowledgeBase.load(), TODAY);

        assertThat(assessment.emergencies()).extracting(up -> up.flag().id()).contains(flag.id());
        assertThat(assessment.verdict()).isEqualTo(Verdict.SEEK_NOW);
        assertThat(assessment.windows()).isEmpty();
        assertThat(assessment.urgency()).matches(urgency -> urgency != null && urgency.isEmergency());
    }

    @Test
    void everyRowFromRf01ToRf40IsThere() {
        var ids = KnowledgeBase.load().redFlags().stream().map(RedFlag::id).toList();

        for (int row = 1; row <= 40; row++) {
            assertThat(ids).contains("RF%02d".formatted(row));
        }
    }

    @Test
    void everySymptomPhraseIsHeard() {
        for (var flag : KnowledgeBase.load().redFlags()) {
            for (var words : flag.symptomWords()) {
                var said = Said.nothing().symptoms("Since today: " + words).answers();
                var assessment = Triage.assess(caseFile(), said, KnowledgeBase.load(), TODAY);
                assertThat(assessment.emergencies())
                        .as(words)
                        .extracting(up -> up.flag().id())
                        .contains(flag.id());
            }
        }
    }
}
