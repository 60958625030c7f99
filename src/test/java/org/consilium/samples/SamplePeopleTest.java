package org.consilium.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.language.Messages;
import org.consilium.opinions.OpinionJson;
import org.consilium.records.Content;
import org.consilium.records.Format;
import org.consilium.records.Problem;
import org.consilium.records.Readers;
import org.consilium.records.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplePeopleTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @TempDir
    Path folder;

    @Test
    void thereAreSixAndEachHasRecordsOfThreeKindsAndTwoOpinions() {
        assertThat(SamplePeople.all(TODAY)).hasSize(6).allSatisfy(person -> {
            assertThat(person.opinions()).hasSize(2);
            assertThat(person.files())
                    .extracting(file -> file.name().replaceAll(".*\\.", ""))
                    .containsExactlyInAnyOrder("json", "xml", "txt");
        });
        assertThat(SamplePeople.ids()).containsExactly("fusion", "breast", "thyroid", "redflag", "missing", "child");
    }

    @Test
    void everyRecordFileIsReadWholeWithoutAWarning() throws IOException {
        for (var person : SamplePeople.all(TODAY)) {
            for (var file : person.files()) {
                var reading = read(file);
                assertThat(reading.facts()).as(file.name()).isNotEmpty();
                if (reading.format() == Format.TEXT) {
                    continue;
                }
                assertThat(reading.status()).as(file.name()).isEqualTo(Reading.Status.READ);
                assertThat(reading.problems())
                        .as(file.name())
                        .filteredOn(problem -> problem.severity() != Problem.Severity.INFORMATION)
                        .isEmpty();
                var patient = java.util.Objects.requireNonNull(reading.patient());
                assertThat(patient.names()).as(file.name()).contains(person.name());
            }
        }
    }

    @Test
    void bothFilesOfAPersonNameTheSameBirthDate() throws IOException {
        for (var person : SamplePeople.all(TODAY)) {
            var dates = new java.util.HashSet<String>();
            for (var file : person.files()) {
                var patient = read(file).patient();
                if (patient != null && patient.birthDate() != null) {
                    dates.add(patient.birthDate().toString());
                }
            }
            assertThat(dates).as(person.id()).hasSize(1);
        }
    }

    @Test
    void everyOpinionFitsTheSchema() {
        for (var person : SamplePeople.all(TODAY)) {
            for (var file : person.opinions()) {
                assertThat(OpinionJson.read(file.bytes()))
                        .as(person.id() + " " + file.name())
                        .isInstanceOf(OpinionJson.Reading.Parsed.class);
            }
        }
    }

    @Test
    void theSameDayGivesTheSameFilesAndAnotherDayMovesTheDates() {
        assertThat(SamplePeople.all(TODAY)).isEqualTo(SamplePeople.all(TODAY));
        var later = SamplePeople.one("fusion", TODAY.plusDays(365));
        assertThat(later.answers().text()).contains("2027-04-05");
        assertThat(SamplePeople.one("fusion", TODAY).answers().text()).contains("2026-04-05");
    }

    @Test
    void everyFileSaysThatItIsSyntheticAndKeepsNoPlaceOpen() {
        for (var person : SamplePeople.all(TODAY)) {
            for (var file : person.files()) {
                assertThat(file.name()).startsWith("synthetic-");
                assertThat(file.text().toLowerCase(Locale.ROOT))
                        .as(file.name())
                        .containsAnyOf("synthetic sample", "htest")
                        .doesNotContain("{{");
            }
            for (var file : person.opinions()) {
                assertThat(file.text()).contains("Synthetic sample.").doesNotContain("{{");
            }
        }
    }

    @Test
    void theEmergencyIsInTheRecordsOfTheEmergency() throws IOException {
        var facts = facts("redflag");
        assertThat(facts).filteredOn(fact -> fact.kind() == FactKind.CONDITION).anySatisfy(fact -> {
            assertThat(fact.codeIn(CodeSystems.ICD10CM)).map(Code::code).contains("G83.4");
            assertThat(fact.date()).hasToString("2026-02-28");
        });
        assertThat(SamplePeople.one("redflag", TODAY).answers().text()).contains("saddle numbness");
    }

    @Test
    void theRecordsOfTheConfirmationCarryBothCodes() throws IOException {
        assertThat(facts("thyroid")).anySatisfy(fact -> {
            assertThat(fact.codeIn(CodeSystems.ICD10CM)).map(Code::code).contains("C73");
            assertThat(fact.codeIn(CodeSystems.SNOMED)).map(Code::code).contains("363478007");
        });
    }

    @Test
    void plannedOperationsAreInTheRecords() throws IOException {
        for (var id : List.of("fusion", "breast", "thyroid", "child")) {
            assertThat(facts(id)).as(id).anyMatch(fact -> fact.kind() == FactKind.PLANNED_PROCEDURE);
        }
    }

    @Test
    void everyPersonHasATitleAndAStoryInBothLanguages() {
        for (var person : SamplePeople.all(TODAY)) {
            for (var language : Messages.SPOKEN) {
                var messages = Messages.in(language);
                assertThat(Stream.of(person.title(), person.story()).map(messages::say))
                        .noneMatch(String::isBlank);
            }
        }
    }

    @Test
    void nobodyHasAnUnknownId() {
        assertThatThrownBy(() -> SamplePeople.one("nobody", TODAY)).isInstanceOf(IllegalArgumentException.class);
    }

    private List<Fact> facts(String id) throws IOException {
        var facts = new java.util.ArrayList<Fact>();
        for (var file : SamplePeople.one(id, TODAY).files()) {
            facts.addAll(read(file).facts());
        }
        return facts;
    }

    private Reading read(SampleFile file) throws IOException {
        var path = folder.resolve(file.name());
        Files.write(path, file.bytes());
        return Readers.read(new Content(file.name(), file.name(), path));
    }
}
