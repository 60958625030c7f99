package org.consilium.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.triage.Samples.assess;
import static org.consilium.triage.Samples.condition;
import static org.consilium.triage.Samples.fact;

import org.consilium.clinical.Detail;
import org.consilium.clinical.FactKind;
import org.consilium.knowledge.Urgency;
import org.consilium.triage.Assessment.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedFlagsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "chest pain",
                "Chest  PAIN since this morning",
                "SY01",
                "sy01",
                "I feel pain in my chest",
                "no fever but chest pain",
                "I am not sure if it is flu or chest pain",
                "no relief of my chest pain",
                "Tengo dolor de pecho",
                "dolor en el pecho, sin fiebre",
                "no appetite. chest pain"
            })
    void hearsChestPain(String said) {
        assertThat(assess(Said.nothing().symptoms(said).answers()).emergencies())
                .extracting(up -> up.flag().id())
                .containsExactly("SY01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no chest pain",
                "I do not have any chest pain",
                "I don't have chest pain",
                "no fever, cough or chest pain",
                "denies chest pain",
                "sin dolor de pecho",
                "No tengo dolor de pecho",
                "sin fiebre ni dolor de pecho",
                "chest pain: none",
                "I never had chest pain",
                "back pain",
                "",
                "my chest is fine. The pain is in my foot"
            })
    void doesNotHearWhatIsDeniedOrNotSaid(String said) {
        assertThat(assess(Said.nothing().symptoms(said).answers()).emergencies())
                .isEmpty();
    }

    @Test
    void hearsBleedingAsAnEmergencyOnlyInPregnancy() {
        var bleeding = Said.nothing().symptoms("some bleeding since yesterday");

        assertThat(assess(bleeding.answers()).emergencies()).isEmpty();
        assertThat(assess(bleeding.pregnant().answers()).emergencies()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-12, active, true",
        "2024-12-29, active, true",
        "2024-12-28, active, false",
        "2024-12, active, true",
        "2010-05-01, active, false",
        "'', active, true",
        "'', unknown, true",
        "'', resolved, false",
        "2025-01-10, resolved, false",
        "2025-01-10, entered-in-error, false",
        "2025-02-01, active, true"
    })
    void aHeartAttackIsAnEmergencyWhileItIsRecent(String date, String status, boolean raised) {
        var heart = condition("I21.02", "Heart attack").status(status);
        var record = (date.isEmpty() ? heart : heart.on(date)).made();

        assertThat(assess(Answers.NONE, record).emergencies()).hasSize(raised ? 1 : 0);
    }

    @Test
    void anEmergencyVisitRaisesItsReason() {
        var visit = fact(FactKind.ENCOUNTER, "Chest pain").icd("I21.4").on("2025-01-11");

        assertThat(assess(
                                Answers.NONE,
                                visit.with(Detail.ENCOUNTER_CLASS, "EMER").made())
                        .emergencies())
                .hasSize(1);
        assertThat(assess(
                                Answers.NONE,
                                visit.with(Detail.ENCOUNTER_CLASS, "AMB").made())
                        .emergencies())
                .isEmpty();
    }

    @Test
    void acuteLeukemiaAloneIsUrgentWithoutAFlagAndWithBleedingDisorderIsAFlag() {
        var leukemia =
                condition("C92.00", "Acute myeloid leukemia").on("2025-01-10").made();
        var clotting = condition("D65", "Clotting disorder").on("2025-01-11").made();

        var alone = assess(Answers.NONE, leukemia);
        assertThat(alone.emergencies()).isEmpty();
        assertThat(alone.urgency()).isEqualTo(Urgency.U1);
        assertThat(alone.windows().getFirst().budget()).isNull();
        assertThat(assess(Answers.NONE, leukemia, clotting).emergencies())
                .extracting(up -> up.flag().id())
                .containsExactly("RF13");
        assertThat(assess(Answers.NONE, clotting).emergencies()).isEmpty();
    }

    @Test
    void anEmergencyWinsOverEverything() {
        var assessment = assess(
                Said.nothing().symptoms("I have chest pain").answers(),
                condition("C50.911", "Breast cancer").on("2025-01-02").made());

        assertThat(assessment.verdict()).isEqualTo(Verdict.SEEK_NOW);
        assertThat(assessment.urgency()).isEqualTo(Urgency.U0);
        assertThat(assessment.windows()).isEmpty();
        assertThat(assessment.emergencies()).extracting(up -> up.flag().id()).containsExactly("SY01");
    }
}
