package org.consilium.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.triage.Samples.TODAY;
import static org.consilium.triage.Samples.assess;
import static org.consilium.triage.Samples.caseFile;
import static org.consilium.triage.Samples.condition;
import static org.consilium.triage.Samples.fact;
import static org.consilium.triage.Samples.knowledge;
import static org.consilium.triage.Samples.trigger;

import java.time.LocalDate;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.FactKind;
import org.consilium.knowledge.KnowledgeBase;
import org.consilium.triage.Assessment.Advice;
import org.consilium.triage.Assessment.Met;
import org.consilium.triage.Assessment.Presence;
import org.consilium.triage.Assessment.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriageTest {
    @Test
    void withNothingToGoByItCannotTell() {
        var assessment = assess(Answers.NONE);

        assertThat(assessment.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(assessment.urgency()).isNull();
        assertThat(assessment.windows()).isEmpty();
        assertThat(assessment.completeness()).isNull();
        assertThat(assessment.triggers())
                .extracting(Assessment.TriggerResult::met)
                .containsOnly(Met.CANNOT_TELL);
    }

    @ParameterizedTest
    @CsvSource({
        "C50.911, Breast cancer, active, confirmed, 2025-01-02, YES",
        "C50.911, Breast cancer, active, '', 2024-07-16, YES",
        "C50.911, Breast cancer, active, '', 2024-07-15, NO",
        "C50.911, Breast cancer, active, provisional, 2025-01-02, YES",
        "C50.911, Breast cancer, active, differential, 2025-01-02, CANNOT_TELL",
        "C50.911, Breast cancer, active, refuted, 2025-01-02, CANNOT_TELL",
        "C50.911, Breast cancer, recurrence, '', 2015-01-02, YES",
        "C50.911, Breast cancer, remission, '', 2025-01-02, CANNOT_TELL",
        "C50.911, History of breast cancer, active, '', 2025-01-02, CANNOT_TELL",
        "Z85.3, Personal history of breast cancer, active, '', 2025-01-02, CANNOT_TELL",
        "M54.5, Low back pain, active, '', 2025-01-02, NO",
        "I10, High blood pressure, active, '', 2025-01-02, NO"
    })
    void aSeriousDiagnosisCountsWhileItIsNew(
            String icd, String text, String status, String verification, String date, Met expected) {
        var record = condition(icd, text)
                .status(status)
                .with(Detail.VERIFICATION, verification)
                .on(date)
                .made();

        assertThat(trigger(assess(Answers.NONE, record), "T1").met()).isEqualTo(expected);
    }

    @Test
    void familyHistoryIsNoDiagnosis() {
        var mother =
                fact(FactKind.FAMILY_HISTORY, "Breast cancer").icd("C50.911").made();

        assertThat(trigger(assess(Answers.NONE, mother), "T1").met()).isEqualTo(Met.CANNOT_TELL);
    }

    @Test
    void aConditionWithoutADateOrPickedByThePersonIsTakenAsNew() {
        var undated = assess(Answers.NONE, condition("C50.911", "Breast cancer").made());
        var picked = assess(Said.nothing().condition("C50.911", "Breast cancer").answers());

        assertThat(trigger(undated, "T1").because().getFirst().text().key())
                .isEqualTo("triage.because.serious-undated");
        assertThat(trigger(picked, "T1").because().getFirst().text().key()).isEqualTo("triage.because.serious-picked");
        assertThat(picked.verdict()).isEqualTo(Verdict.WORTH_SEEKING);
    }

    @Test
    void anUnknownDiagnosisIsNeverCalledNotSerious() {
        var unknown = fact(FactKind.CONDITION, "Some rare tumor (disorder)")
                .code(CodeSystems.SNOMED, "999999999")
                .on("2025-01-02");
        var finding = fact(FactKind.CONDITION, "Full-time employment (finding)")
                .code(CodeSystems.SNOMED, "160903007")
                .on("2025-01-02");

        assertThat(trigger(assess(Answers.NONE, unknown.made()), "T1").met()).isEqualTo(Met.CANNOT_TELL);
        assertThat(trigger(assess(Answers.NONE, finding.made()), "T1").met()).isEqualTo(Met.NO);
    }

    @Test
    void notNeededOnlyWhenTheRecordsSettleIt() {
        var settled = assess(
                Answers.NONE,
                condition("I10", "High blood pressure").on("2024-01-02").made());

        assertThat(settled.verdict()).isEqualTo(Verdict.NOT_NEEDED);
        assertThat(trigger(settled, "T8").met()).isEqualTo(Met.CANNOT_TELL);
    }

    @Test
    void theFirstWorkedExampleHasTwentyOneDays() {
        var assessment = assess(
                Said.nothing().planned("Surgery", LocalDate.of(2025, 2, 3)).answers(),
                condition("C50.911", "Breast cancer").on("2025-01-02").made());

        var budget = assessment.windows().getFirst();
        assertThat(budget.elapsed()).isEqualTo(10);
        assertThat(budget.remaining()).isEqualTo(46);
        assertThat(budget.budget()).isEqualTo(21);
        assertThat(budget.advice()).isEqualTo(Advice.IN_PERSON);
        assertThat(assessment.treatmentDate()).isEqualTo("2025-02-03");
        assertThat(trigger(assessment, "T2").met()).isEqualTo(Met.YES);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-02, 21, IN_PERSON",
        "2025-01-01, 20, FAST_REVIEW",
        "2024-12-19, 7, FAST_REVIEW",
        "2024-12-18, 6, PHONE_TODAY",
        "2024-12-13, 1, PHONE_TODAY",
        "2024-12-12, 0, DO_NOT_POSTPONE",
        "2020-01-01, -1807, DO_NOT_POSTPONE",
        "2025-01, 20, FAST_REVIEW",
        "2025-06-01, 31, IN_PERSON"
    })
    void theAdviceChangesAtItsBorders(String date, int days, Advice advice) {
        var budget = assess(
                        Answers.NONE,
                        condition("C50.911", "Breast cancer").on(date).made())
                .windows()
                .getFirst();

        assertThat(budget.budget()).isEqualTo(days);
        assertThat(budget.advice()).isEqualTo(advice);
    }

    @Test
    void anUnknownClockGivesNoNumber() {
        var budget = assess(Answers.NONE, condition("C50.911", "Breast cancer").made())
                .windows()
                .getFirst();

        assertThat(budget.budget()).isNull();
        assertThat(budget.advice()).isEqualTo(Advice.ASK_LATEST_SAFE_DATE);
    }

    @Test
    void anUnknownRiskLeavesEveryWindowPossibleAndGivesNoNumber() {
        var prostate = condition("C61", "Prostate cancer").on("2025-01-02").made();

        var unknown = assess(Answers.NONE, prostate);
        assertThat(unknown.windows()).extracting(budget -> budget.window().id()).containsExactly("W20", "W18");
        assertThat(unknown.windows()).extracting(Assessment.TimeBudget::budget).containsOnlyNulls();
        var low = assess(Said.nothing().risk("low").answers(), prostate);
        assertThat(low.windows()).extracting(budget -> budget.window().id()).containsExactly("W18");
        assertThat(low.windows().getFirst().budget()).isNull();
        assertThat(low.windows().getFirst().advice()).isEqualTo(Advice.NOT_URGENT);
    }

    @Test
    void saysWhatIsThereAndWhatIsNot() {
        var assessment = assess(
                Answers.NONE,
                condition("C50.911", "Breast cancer").on("2025-01-02").made(),
                fact(FactKind.REPORT, "Surgical pathology")
                        .loinc("11526-1")
                        .on("2025-01-02")
                        .with(Detail.NARRATIVE, "Carcinoma. HER2 not performed.")
                        .made(),
                fact(FactKind.IMAGING, "Mammogram")
                        .with(Detail.MODALITY, "MG")
                        .with(Detail.IMAGES, "no")
                        .on("2024-12-20")
                        .made(),
                fact(FactKind.LAB, "Blood count")
                        .loinc("58410-2")
                        .on("2024-01-02")
                        .made());

        var completeness = java.util.Objects.requireNonNull(assessment.completeness());
        assertThat(completeness.items())
                .extracting(Assessment.ItemState::status)
                .containsExactly(Presence.PRESENT, Presence.MISSING, Presence.REPORT_ONLY, Presence.OUTDATED);
        assertThat(completeness.score()).isEqualTo(33);
    }

    @ParameterizedTest
    @CsvSource({"2024-10-14, item-recent", "2024-10-13, item-outdated"})
    void aRecentTestNeedNotBeDoneAgain(String date, String key) {
        var completeness = java.util.Objects.requireNonNull(assess(
                        Answers.NONE,
                        condition("C50.911", "Breast cancer").on("2025-01-02").made(),
                        fact(FactKind.LAB, "Blood count")
                                .loinc("58410-2")
                                .on(date)
                                .made())
                .completeness());

        assertThat(completeness.items().getLast().because())
                .extracting(reason -> reason.text().key())
                .containsExactly("triage.because." + key);
    }

    @Test
    void aPathologyReportThatHesitatesPutsTheDiagnosisInDoubt() {
        var hesitant = fact(FactKind.REPORT, "Biopsy of the breast")
                .on("2025-01-02")
                .with(Detail.NARRATIVE, "Cannot exclude invasion.");
        var clear = fact(FactKind.REPORT, "Biopsy of the breast")
                .on("2025-01-02")
                .with(Detail.NARRATIVE, "No atypical cells. Benign.");
        var benign = condition("N60.1", "Breast changes").on("2025-01-02").made();

        assertThat(trigger(assess(Answers.NONE, benign, hesitant.made()), "T7").met())
                .isEqualTo(Met.YES);
        assertThat(trigger(assess(Answers.NONE, benign, clear.made()), "T7").met())
                .isEqualTo(Met.NO);
    }

    @ParameterizedTest
    @CsvSource({"2024-12-01, YES", "2024-12-02, NO", "2025-02-01, NO"})
    void notImprovingCountsAfterTheUsualTrial(LocalDate since, Met expected) {
        var assessment = assess(
                Said.nothing().notImproving(since).answers(),
                condition("M54.50", "Low back pain").on("2024-11-01").made());

        assertThat(trigger(assessment, "T4").met()).isEqualTo(expected);
    }

    @Test
    void theOrderOfTheFactsDoesNotMatter() {
        var one = condition("C50.911", "Breast cancer").on("2025-01-02").made();
        var two = condition("E84.0", "Cystic fibrosis").on("2024-12-02").made();
        var three = condition("C61", "Prostate cancer").made();

        var forward = Triage.assess(caseFile(one, two, three), Answers.NONE, knowledge(), TODAY);
        var backward = Triage.assess(caseFile(three, two, one), Answers.NONE, knowledge(), TODAY);

        assertThat(forward).isEqualTo(backward);
        assertThat(trigger(forward, "T6").met()).isEqualTo(Met.YES);
    }

    @Test
    void theOrderOfTwoRecordsThatDifferOnlyInTheirStatusDoesNotMatter() {
        var one = condition("C50.911", "Breast cancer").on("2025-01-12").made();
        var other = condition("C50.911", "Breast cancer")
                .on("2025-01-12")
                .status("unknown")
                .made();

        assertThat(assess(Answers.NONE, one, other)).isEqualTo(assess(Answers.NONE, other, one));
    }

    @ParameterizedTest
    @CsvSource({
        "Breast cancer, YES",
        "Cáncer de mama, YES",
        "Family history of breast cancer, CANNOT_TELL",
        "No breast cancer, CANNOT_TELL",
        "Something nobody has a name for, CANNOT_TELL"
    })
    void aConditionWithoutACodeIsKnownByItsWholeNameOnly(String name, Met expected) {
        var uncoded =
                fact(FactKind.CONDITION, name).status("active").on("2025-01-02").made();

        assertThat(trigger(Triage.assess(caseFile(uncoded), Answers.NONE, KnowledgeBase.load(), TODAY), "T1")
                        .met())
                .isEqualTo(expected);
    }
}
