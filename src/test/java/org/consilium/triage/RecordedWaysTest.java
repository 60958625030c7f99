package org.consilium.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.triage.Samples.caseFile;
import static org.consilium.triage.Samples.condition;
import static org.consilium.triage.Samples.fact;
import static org.consilium.triage.Samples.trigger;

import java.time.LocalDate;
import java.util.Objects;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.knowledge.KnowledgeBase;
import org.consilium.triage.Assessment.Advice;
import org.consilium.triage.Assessment.Met;
import org.consilium.triage.Assessment.Presence;
import org.consilium.triage.Assessment.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same thing is recorded in many ways; each is understood, with the knowledge of the program. */
class RecordedWaysTest {
    private static Assessment assess(Fact... facts) {
        return Triage.assess(caseFile(facts), Answers.NONE, KnowledgeBase.load(), Samples.TODAY);
    }

    private static Fact breastCancer() {
        return condition("C50.911", "Breast cancer").on("2025-01-05").made();
    }

    private static Presence status(Assessment assessment, String item) {
        return Objects.requireNonNull(assessment.completeness()).items().stream()
                .filter(state -> state.item().id().equals(item))
                .findFirst()
                .orElseThrow()
                .status();
    }

    @ParameterizedTest
    @CsvSource({
        "http://snomed.info/sct,122548005",
        "http://www.ama-assn.org/go/cpt,19083",
        "http://www.cms.gov/Medicare/Coding/ICD10,0HBU3ZX"
    })
    void aBiopsyStartsTheClockByItsCodeAlone(String system, String code) {
        var biopsy = fact(FactKind.PROCEDURE, "Procedure of that day")
                .code(system, code)
                .on("2025-01-02")
                .made();

        var budget = assess(breastCancer(), biopsy).windows().getFirst();

        assertThat(budget.clockStart()).isEqualTo(LocalDate.of(2025, 1, 2));
        assertThat(budget.budget()).isEqualTo(21);
    }

    @Test
    void aProcedureThatIsNoBiopsyDoesNotStartTheClock() {
        var other = fact(FactKind.PROCEDURE, "Influenza vaccination")
                .on("2025-01-02")
                .made();

        assertThat(assess(breastCancer(), other).windows().getFirst().clockStart())
                .isEqualTo(LocalDate.of(2025, 1, 5));
    }

    @Test
    void complaintsLongBeforeTheDiagnosisDoNotStartTheClock() {
        var cancer = condition("C50.911", "Breast cancer")
                .on("2023-01-02")
                .with(Detail.RECORDED, "2025-01-02")
                .made();

        var assessment = assess(cancer);

        assertThat(assessment.windows().getFirst().clockStart()).isEqualTo(LocalDate.of(2025, 1, 2));
        assertThat(trigger(assessment, "T1").met()).isEqualTo(Met.YES);
    }

    @Test
    void aReportOfAScanStartsTheClockOfAScan() {
        var report = fact(FactKind.REPORT, "Diagnostic imaging study")
                .with(Detail.CATEGORY, "RAD")
                .on("2025-01-02")
                .made();

        var budget = assess(
                        condition("C25.0", "Cancer of the pancreas")
                                .on("2025-01-05")
                                .made(),
                        report)
                .windows()
                .getFirst();

        assertThat(budget.window().id()).isEqualTo("W12");
        assertThat(budget.clockStart()).isEqualTo(LocalDate.of(2025, 1, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "Papillary carcinoma of 1 cm. No anaplastic features.,W24",
        "Medullary carcinoma.,W25",
        "Anaplastic carcinoma. Papillary carcinoma was considered.,W25.A"
    })
    void theTissueReportNamesTheKindOfThyroidCancer(String conclusion, String window) {
        var assessment = assess(
                condition("C73", "Malignant neoplasm of thyroid gland")
                        .on("2025-01-02")
                        .made(),
                fact(FactKind.REPORT, "Pathology report")
                        .on("2025-01-02")
                        .with(Detail.NARRATIVE, conclusion)
                        .made());

        assertThat(assessment.windows().getFirst().window().id()).isEqualTo(window);
        assertThat(assessment.verdict()).isEqualTo(Verdict.WORTH_SEEKING);
    }

    @Test
    void theClosestGroupIsUsedForACodeOfAnotherSystem() {
        var thyroid = fact(FactKind.CONDITION, "Malignant tumor of thyroid gland")
                .code(CodeSystems.SNOMED, "363478007")
                .status("active")
                .on("2025-01-02")
                .made();

        assertThat(Objects.requireNonNull(assess(thyroid).completeness()).group())
                .isEqualTo("CA-THYROID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C92.00", "C91.00", "C83.70", "G51.0"})
    void whatStartsWithinDaysWithoutARedFlagIsNotPostponedAndHasNoNumber(String icd) {
        var assessment = assess(condition(icd, "New condition").on("2025-01-11").made());

        assertThat(assessment.emergencies()).isEmpty();
        assertThat(assessment.verdict()).isEqualTo(Verdict.WORTH_SEEKING);
        assertThat(assessment.windows().getFirst().advice()).isEqualTo(Advice.DO_NOT_POSTPONE);
        assertThat(assessment.windows().getFirst().budget()).isNull();
    }

    @Test
    void stageScanTissueAllergiesAndMedicinesCountAsPresent() {
        var assessment = assess(
                condition("C50.911", "Breast cancer")
                        .on("2025-01-05")
                        .with(Detail.STAGE, "IIA")
                        .made(),
                fact(FactKind.REPORT, "MRI of both breasts").on("2025-01-03").made(),
                fact(FactKind.REPORT, "Core sample")
                        .with(Detail.CATEGORY, "LP7839-6")
                        .on("2025-01-02")
                        .made(),
                fact(FactKind.MEDICATION, "Metformin 500 mg")
                        .status("active")
                        .on("2020-01-01")
                        .made(),
                fact(FactKind.ALLERGY, "No known allergies")
                        .with(Detail.NEGATED, "yes")
                        .made());

        for (var item : new String[] {"RC01-STAGE", "CORE-IMAGINGREP", "RC01-PATH", "CORE-MEDS", "CORE-ALLERGIES"}) {
            assertThat(status(assessment, item)).as(item).isEqualTo(Presence.PRESENT);
        }
    }

    @Test
    void withoutThemTheyAreMissing() {
        var assessment = assess(breastCancer());

        for (var item : new String[] {"RC01-STAGE", "CORE-IMAGINGREP", "RC01-PATH", "CORE-MEDS", "CORE-ALLERGIES"}) {
            assertThat(status(assessment, item)).as(item).isEqualTo(Presence.MISSING);
        }
    }

    @ParameterizedTest
    @CsvSource({"S72.001A,true", "S72.001D,false", "S72.001S,false", "T78.2XXA,true", "T78.2XXS,false"})
    void onlyTheFirstTreatmentOfAnInjuryIsAnEmergency(String icd, boolean raised) {
        var assessment = assess(condition(icd, "Injury").on("2025-01-11").made());

        assertThat(assessment.emergencies().isEmpty()).isEqualTo(!raised);
    }

    @Test
    void aNewSymptomIsNoDoubtButAnOldOneIs() {
        var fresh = assess(condition("R51.9", "Headache").on("2025-01-02").made());
        var old = assess(condition("R51.9", "Headache").on("2024-06-02").made());
        var sugar = assess(condition("R73.03", "Prediabetes").on("2020-06-02").made());

        assertThat(trigger(fresh, "T7").met()).isEqualTo(Met.NO);
        assertThat(trigger(old, "T7").met()).isEqualTo(Met.YES);
        assertThat(trigger(sugar, "T7").met()).isEqualTo(Met.NO);
    }

    @ParameterizedTest
    @CsvSource({"266257000,RF04", "91302008,RF06", "85189001,RF21", "39579001,RF37", "5913000,RF26", "420422005,RF31"})
    void emergenciesAreKnownInSnomedToo(String snomed, String flag) {
        var code = fact(FactKind.CONDITION, "Emergency")
                .code(CodeSystems.SNOMED, snomed)
                .status("active");

        assertThat(assess(code.on("2025-01-11").made()).emergencies())
                .extracting(up -> up.flag().id())
                .contains(flag);
        assertThat(assess(code.on("2015-01-11").made()).emergencies()).isEmpty();
    }
}
