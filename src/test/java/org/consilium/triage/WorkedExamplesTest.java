package org.consilium.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.triage.Samples.caseFile;
import static org.consilium.triage.Samples.condition;
import static org.consilium.triage.Samples.fact;
import static org.consilium.triage.Samples.trigger;

import java.time.LocalDate;
import java.util.Objects;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.knowledge.KnowledgeBase;
import org.consilium.knowledge.Urgency;
import org.consilium.triage.Assessment.Advice;
import org.consilium.triage.Assessment.Met;
import org.consilium.triage.Assessment.Presence;
import org.consilium.triage.Assessment.Verdict;
import org.junit.jupiter.api.Test;

/** The worked examples of the clinical base, with the knowledge of the program. */
class WorkedExamplesTest {
    private static Assessment on(String day, Answers answers, Fact... facts) {
        return Triage.assess(caseFile(facts), answers, KnowledgeBase.load(), LocalDate.parse(day));
    }

    @Test
    void breastCancerWithSurgeryBookedHasTimeForAnOpinionInPerson() {
        var assessment = on(
                "2025-01-12",
                Answers.NONE,
                condition("C50.911", "Invasive breast cancer").made(),
                fact(FactKind.PROCEDURE, "Core biopsy of breast")
                        .status("completed")
                        .on("2025-01-02")
                        .made(),
                fact(FactKind.PLANNED_PROCEDURE, "Mastectomy")
                        .status("active")
                        .on("2025-02-03")
                        .made());

        assertThat(assessment.verdict()).isEqualTo(Verdict.WORTH_SEEKING);
        assertThat(trigger(assessment, "T1").met()).isEqualTo(Met.YES);
        assertThat(trigger(assessment, "T2").met()).isEqualTo(Met.YES);
        var budget = assessment.windows().getFirst();
        assertThat(budget.window().id()).isEqualTo("W01");
        assertThat(budget.window().days()).isEqualTo(56);
        assertThat(budget.elapsed()).isEqualTo(10);
        assertThat(budget.remaining()).isEqualTo(46);
        assertThat(Budget.margin(56)).isEqualTo(11);
        assertThat(budget.budget()).isEqualTo(21);
        assertThat(budget.advice()).isEqualTo(Advice.IN_PERSON);
        assertThat(assessment.treatmentDate()).isEqualTo("2025-02-03");
    }

    @Test
    void pancreaticCancerMustNotBePostponed() {
        var assessment = on(
                "2025-03-20",
                Answers.NONE,
                condition("C25.0", "Cancer of the head of the pancreas")
                        .on("2025-03-03")
                        .made(),
                fact(FactKind.IMAGING, "CT abdomen")
                        .with(Detail.MODALITY, "CT")
                        .on("2025-03-01")
                        .made());

        var budget = assessment.windows().getFirst();
        assertThat(budget.window().id()).isEqualTo("W12");
        assertThat(assessment.urgency()).isEqualTo(Urgency.U3);
        assertThat(budget.elapsed()).isEqualTo(19);
        assertThat(budget.remaining()).isEqualTo(13);
        assertThat(budget.advice()).isEqualTo(Advice.DO_NOT_POSTPONE);
    }

    @Test
    void saddleNumbnessStopsEverything() {
        var assessment = on(
                "2025-03-20",
                Said.nothing().symptoms("new saddle numbness").answers(),
                condition("M51.16", "Disc problem with nerve pain")
                        .on("2025-03-01")
                        .made());

        assertThat(assessment.verdict()).isEqualTo(Verdict.SEEK_NOW);
        assertThat(assessment.emergencies()).isNotEmpty();
        assertThat(assessment.windows()).isEmpty();
    }

    @Test
    void promyelocyticLeukemiaStopsEverything() {
        var assessment = on(
                "2025-03-20",
                Answers.NONE,
                condition("C92.40", "Promyelocytic leukemia").made());

        assertThat(assessment.emergencies()).extracting(up -> up.flag().id()).containsExactly("RF13");
        assertThat(assessment.windows()).isEmpty();
        assertThat(assessment.urgency()).isIn(Urgency.U0, Urgency.U1);
    }

    @Test
    void lowRiskProstateCancerIsNotUrgentAndLacksSlidesAndScan() {
        var assessment = on(
                "2025-03-20",
                Said.nothing().risk("low").answers(),
                condition("C61", "Prostate cancer").made());

        var budget = assessment.windows().getFirst();
        assertThat(budget.window().id()).isEqualTo("W18");
        assertThat(assessment.urgency()).isEqualTo(Urgency.U6);
        assertThat(budget.budget()).isNull();
        assertThat(budget.advice()).isEqualTo(Advice.NOT_URGENT);
        var completeness = Objects.requireNonNull(assessment.completeness());
        assertThat(completeness.group()).isEqualTo("CA-PROST");
        assertThat(completeness.items())
                .filteredOn(item -> item.item().modalities().contains("MR")
                        || item.item().id().endsWith("SLIDES"))
                .isNotEmpty()
                .allMatch(item -> item.status() == Presence.MISSING);
    }

    @Test
    void oneNoInTheReadinessCheckIsNotSure() {
        var readiness = Readiness.of(true, true, false, true);

        assertThat(readiness).isEqualTo(Readiness.NOT_SURE);
        var assessment = on(
                "2025-03-20",
                Said.nothing().uninformed(readiness.feelsUninformed()).answers());
        assertThat(trigger(assessment, "T5").met()).isEqualTo(Met.YES);
        assertThat(Readiness.of(true, true, true, true)).isEqualTo(Readiness.SURE);
        assertThat(Readiness.of(true, null, true, true)).isEqualTo(Readiness.OPEN);
    }
}
