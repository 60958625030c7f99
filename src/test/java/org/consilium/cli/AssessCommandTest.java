package org.consilium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AssessCommandTest {
    private static final String BREAST = """
            {"resourceType": "Bundle", "type": "collection", "entry": [
              {"resource": {"resourceType": "Patient", "id": "p", "birthDate": "1966-05-01", "gender": "female"}},
              {"resource": {"resourceType": "Condition", "id": "c", "subject": {"reference": "Patient/p"},
                "clinicalStatus": {"coding": [{"code": "active",
                  "system": "http://terminology.hl7.org/CodeSystem/condition-clinical"}]},
                "code": {"text": "Breast cancer", "coding": [
                  {"system": "http://hl7.org/fhir/sid/icd-10-cm", "code": "C50.911"}]},
                "onsetDateTime": "2025-01-02"}}
              %s]}
            """;
    private static final String VISIT = """
            ,{"resource": {"resourceType": "Encounter", "id": "e", "status": "finished",
              "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "EMER"},
              "type": [{"text": "Emergency visit"}],
              "reasonCode": [{"coding": [{"system": "http://hl7.org/fhir/sid/icd-10-cm", "code": "I21.4"}]}],
              "period": {"start": "2025-01-11"}}}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path record;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        record = Files.writeString(folder.resolve("record.json"), BREAST.formatted(""));
    }

    private int assess(String... words) {
        return new CommandLine(new AssessCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }

    private JsonNode json() {
        return JsonMapper.shared().readTree(out.toString());
    }

    @Test
    void answersAsTheContractSays() throws IOException {
        var answers = Files.writeString(folder.resolve("a.txt"), """
                {"symptoms": ["no chest pain"], "planned": [{"text": "mastectomy", "date": "2025-02-03"}],
                 "feelsUninformed": true, "treatmentDate": "2025-02-03", "country": "ES"}
                """);

        assertThat(assess(record.toString(), "--answers", answers.toString(), "--on", "2025-01-12", "--json"))
                .isZero();

        var json = json();
        assertThat(json.at("/urgency").asString()).isEqualTo("U4");
        assertThat(json.at("/verdict").asString()).isEqualTo("worth-seeking");
        assertThat(json.at("/emergencies")).isEmpty();
        assertThat(json.at("/triggers")).hasSize(8);
        assertThat(json.at("/triggers/0/met").asString()).isEqualTo("yes");
        assertThat(json.at("/triggers/0/because/0").asString())
                .contains("Breast cancer", "2025-01-02", record.toString());
        assertThat(json.at("/triggers/4/met").asString()).isEqualTo("yes");
        assertThat(json.at("/window/id").asString()).isEqualTo("W01");
        assertThat(json.at("/window/days").asInt()).isEqualTo(56);
        assertThat(json.at("/window/clockStart").asString()).isEqualTo("2025-01-02");
        assertThat(json.at("/window/budget").asInt()).isEqualTo(21);
        assertThat(json.at("/window/advice").asString()).isEqualTo("in-person");
        assertThat(json.at("/window/source").asString()).isNotBlank();
        assertThat(json.at("/completeness/group").asString()).isEqualTo("CA-BREAST");
        assertThat(json.at("/completeness/items/0/status").asString()).isEqualTo("missing");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void anEmergencyVisitWithACodedReasonStopsEverything() throws IOException {
        Files.writeString(record, BREAST.formatted(VISIT));

        assertThat(assess(folder.toString(), "--on", "2025-01-12", "--json")).isZero();

        assertThat(json().at("/verdict").asString()).isEqualTo("seek-now");
        assertThat(json().at("/emergencies/0/id").asString()).isEqualTo("RF02");
        assertThat(json().at("/emergencies/0/because").asString()).contains("2025-01-11");
        assertThat(json().at("/window").isNull()).isTrue();
    }

    @Test
    void tellsItInWordsToo() {
        assertThat(assess(record.toString(), "--on", "2025-01-12")).isZero();

        assertThat(out.toString())
                .contains(
                        "A second opinion is worth seeking.",
                        "T1  A serious diagnosis: yes",
                        "W01",
                        "not medical advice")
                .doesNotContain("{0}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | Name the record files",
                "nowhere.json | There is no file",
                "RECORD --on tomorrow | --on needs a date",
                "RECORD --answers nowhere.json | There is no answers file",
                "RECORD --answers RECORD.bad | not a JSON object",
                "RECORD --answers RECORD.date | treatmentDate is no date",
                "RECORD --answers RECORD.kind | symptoms has the wrong form",
                "RECORD.empty | RECORD.empty"
            })
    void saysInOneLineWhatCanNotBeUsed(String words, String line) throws IOException {
        Files.writeString(folder.resolve("record.json.bad"), "{nonsense");
        Files.writeString(folder.resolve("record.json.date"), "{\"treatmentDate\": \"3 Feb\"}");
        Files.writeString(folder.resolve("record.json.kind"), "{\"symptoms\": \"pain\"}");
        Files.writeString(folder.resolve("record.json.empty"), "");
        var arguments = List.of(words.strip().split(" ")).stream()
                .filter(word -> !word.isEmpty())
                .map(word -> word.replace("RECORD", record.toString()))
                .toArray(String[]::new);

        assertThat(assess(arguments)).isEqualTo(2);
        assertThat(err.toString().strip().lines()).hasSize(1);
        assertThat(err.toString()).contains(line.replace("RECORD", record.toString()));
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void recentTestsThatNeedNoRepeatAreNamedWithDayPlaceAndFile() throws IOException {
        var test = """
                ,{"resource": {"resourceType": "Observation", "id": "o", "status": "final",
                  "subject": {"reference": "Patient/p"}, "effectiveDateTime": "2025-01-05",
                  "performer": [{"display": "North Laboratory"}],
                  "code": {"text": "Ki-67", "coding": [{"system": "http://loinc.org", "code": "85330-9"}]},
                  "valueQuantity": {"value": 20, "unit": "%"}}}
                """;
        Files.writeString(record, BREAST.formatted(test));

        assess(record.toString(), "--json", "--on", "2025-01-12");

        var repeats = JsonMapper.builder().build().readTree(out.toString()).at("/completeness/repeats");
        assertThat(repeats.at("/0/test").asString()).isEqualTo("Ki-67");
        assertThat(repeats.at("/0/date").asString()).isEqualTo("2025-01-05");
        assertThat(repeats.at("/0/place").asString()).isEqualTo("North Laboratory");
        assertThat(repeats.at("/0/file").asString()).isEqualTo(record.toString());
    }
}
