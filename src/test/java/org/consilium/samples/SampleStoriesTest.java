package org.consilium.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.consilium.clinical.Fact;
import org.consilium.comparison.Comparison;
import org.consilium.comparison.Comparison.DiagnosisLevel;
import org.consilium.comparison.Comparison.Outcome;
import org.consilium.comparison.Comparison.TreatmentLevel;
import org.consilium.knowledge.KnowledgeBase;
import org.consilium.knowledge.Urgency;
import org.consilium.opinions.Opinion;
import org.consilium.opinions.OpinionJson;
import org.consilium.records.CaseFile;
import org.consilium.records.Content;
import org.consilium.records.Readers;
import org.consilium.records.Reading;
import org.consilium.triage.AnswersJson;
import org.consilium.triage.Assessment;
import org.consilium.triage.Assessment.Presence;
import org.consilium.triage.Triage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each sample person tells the story it was made for. */
class SampleStoriesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @TempDir
    Path folder;

    @Test
    void twoDoctorsDisagreeClearlyOnTheFusion() throws IOException {
        var comparison = comparison("fusion");
        assertThat(comparison.outcome()).isEqualTo(Outcome.DIFFER_MAJOR);
        assertThat(comparison.treatment()).isEqualTo(TreatmentLevel.X5);
        assertThat(comparison.diagnosis()).isEqualTo(DiagnosisLevel.D0);
        assertThat(met("fusion")).contains("T2", "T4", "T5");
        assertThat(status("fusion")).containsEntry("RC27-MR", Presence.REPORT_ONLY);
    }

    @Test
    void theSecondDoctorRefinesTheBreastCancer() throws IOException {
        var comparison = comparison("breast");
        assertThat(comparison.outcome()).isEqualTo(Outcome.CLARIFY);
        assertThat(comparison.diagnosis()).isEqualTo(DiagnosisLevel.D1);
        assertThat(comparison.treatmentChanging()).isTrue();
        assertThat(status("breast"))
                .containsEntry("RC01-HER2", Presence.PRESENT)
                .containsEntry("RC01-MAMMO", Presence.REPORT_ONLY);
    }

    @Test
    void theThyroidPlanIsTheSameInOtherWords() throws IOException {
        var comparison = comparison("thyroid");
        assertThat(comparison.outcome()).isEqualTo(Outcome.CONFIRM);
        assertThat(comparison.treatmentChanging()).isFalse();
    }

    @Test
    void theEmergencyStopsEverything() throws IOException {
        var assessment = assessment("redflag");
        assertThat(assessment.urgency()).isEqualTo(Urgency.U0);
        assertThat(assessment.verdict()).isEqualTo(Assessment.Verdict.SEEK_NOW);
        assertThat(assessment.emergencies()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void theProstateRecordsAreMissingOrOld() throws IOException {
        assertThat(comparison("missing").outcome()).isEqualTo(Outcome.CONFIRM);
        assertThat(status("missing"))
                .containsEntry("RC04-PATH", Presence.MISSING)
                .containsEntry("RC04-MR", Presence.MISSING)
                .containsEntry("RC04-PSA", Presence.OUTDATED);
    }

    @Test
    void forTheChildOneTreatsAndOneWaitsAndNothingIsUrgent() throws IOException {
        assertThat(comparison("child").treatment()).isEqualTo(TreatmentLevel.X4);
        assertThat(met("child")).contains("T2");
        assertThat(assessment("child").emergencies()).isEmpty();
    }

    private List<String> met(String id) throws IOException {
        return assessment(id).triggers().stream()
                .filter(trigger -> trigger.met() == Assessment.Met.YES)
                .map(Assessment.TriggerResult::id)
                .toList();
    }

    private Map<String, Presence> status(String id) throws IOException {
        return Objects.requireNonNull(assessment(id).completeness()).items().stream()
                .collect(Collectors.toMap(item -> item.item().id(), Assessment.ItemState::status));
    }

    private Assessment assessment(String id) throws IOException {
        var person = SamplePeople.one(id, TODAY);
        var answers = AnswersJson.read(person.answers().text());
        assertThat(answers).isInstanceOf(AnswersJson.Parsed.Read.class);
        return Triage.assess(
                records(person), ((AnswersJson.Parsed.Read) answers).answers(), KnowledgeBase.load(), TODAY);
    }

    private Comparison comparison(String id) throws IOException {
        var person = SamplePeople.one(id, TODAY);
        var opinions = new ArrayList<Opinion>();
        for (var file : person.opinions()) {
            opinions.add(((OpinionJson.Reading.Parsed) OpinionJson.read(file.bytes())).opinion());
        }
        var knowledge = KnowledgeBase.load();
        var carried = records(person).facts().stream().map(Fact::codes).toList();
        return Comparison.of(opinions, knowledge, knowledge.crosswalk().with(carried));
    }

    private CaseFile records(SamplePerson person) throws IOException {
        var readings = new ArrayList<Reading>();
        for (var file : person.files()) {
            var path = folder.resolve(file.name());
            Files.write(path, file.bytes());
            readings.add(Readers.read(new Content(file.name(), file.name(), path)));
        }
        return CaseFile.of(readings);
    }
}
