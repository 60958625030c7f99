package org.consilium.records.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.consilium.clinical.Detail;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.Value;
import org.consilium.records.Content;
import org.consilium.records.Problem;
import org.consilium.records.Problem.Severity;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileFilesTest {
    @TempDir
    Path folder;

    @Test
    void keepsWhatStandsBeforeTheBreakAndSaysWhereItIs() throws IOException {
        var reading = read(
                "{\"resourceType\":\"Bundle\",\"entry\":[\n{\"resource\":{\"resourceType\":\"Condition\",\"code\":{\"text\":\"Gout\"}}},\n{oops");

        assertThat(reading.status()).isEqualTo(Status.PARTLY);
        assertThat(reading.facts()).extracting(fact -> fact.text()).containsExactly("Gout");
        assertThat(errors(reading)).extracting(Problem::at).containsExactly("line 3");
    }

    @Test
    void keepsADeeplyNestedFileWithoutFallingOver() throws IOException {
        var reading = read("{\"resourceType\":\"Condition\",\"a\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}");

        assertThat(reading.status()).isEqualTo(Status.KEPT);
        assertThat(reading.facts()).extracting(fact -> fact.kind()).containsExactly(FactKind.DOCUMENT);
        assertThat(errors(reading)).hasSize(1);
    }

    @Test
    void readsResourcesWhoseFieldsAllHaveTheWrongType() throws IOException {
        for (var type : List.of(
                "Condition",
                "Observation",
                "MedicationRequest",
                "Procedure",
                "DiagnosticReport",
                "Encounter",
                "Patient",
                "CarePlan",
                "FamilyMemberHistory",
                "ImagingStudy",
                "DocumentReference",
                "AllergyIntolerance",
                "Composition",
                "Immunization",
                "Device",
                "Appointment",
                "Binary",
                "DeviceUseStatement",
                "ServiceRequest")) {
            for (var wrong : List.of(
                    "7", "true", "null", "[]", "{}", "[[1,[2]],null]", "\"\"", "{\"reference\":{\"reference\":{}}}")) {
                var fields = List.of(
                        "id",
                        "code",
                        "status",
                        "category",
                        "text",
                        "name",
                        "contained",
                        "onsetAge",
                        "component",
                        "valueQuantity",
                        "referenceRange",
                        "medicationReference",
                        "dosageInstruction",
                        "content",
                        "section",
                        "presentedForm",
                        "series",
                        "activity",
                        "condition",
                        "relationship",
                        "identifier",
                        "birthDate",
                        "class",
                        "reaction",
                        "stage",
                        "bodySite",
                        "performer",
                        "data",
                        "device",
                        "subject");
                var json = new StringBuilder("{\"resourceType\":\"" + type + "\"");
                fields.forEach(
                        field -> json.append(",\"").append(field).append("\":").append(wrong));

                var reading = read(json.append('}').toString());

                assertThat(reading.facts().size() + reading.problems().size())
                        .as(type + " " + wrong)
                        .isPositive();
            }
        }
    }

    @Test
    void readsANarrativeFullOfAmpersandsToItsEnd() throws IOException {
        var xml = "<Bundle xmlns=\"http://hl7.org/fhir\"><entry><resource><Condition><text><div>"
                + "a &amp;&lt;".repeat(150_000)
                + "</div></text><code><text value=\"Gout\"/></code></Condition></resource></entry></Bundle>";

        var reading = readXml(xml.getBytes(StandardCharsets.UTF_8));

        assertThat(reading.status()).isEqualTo(Status.READ);
        assertThat(reading.facts()).extracting(fact -> fact.text()).containsExactly("Gout");
    }

    @Test
    void takesAHugeNumberForWordsAndNeverWritesItOut() throws IOException {
        var reading = read(
                "{\"resourceType\":\"Observation\",\"code\":{\"text\":\"x\"},\"valueQuantity\":{\"value\":1e2000000000,\"unit\":\"g\"}}");

        assertThat(reading.facts().getFirst().value()).isEqualTo(new Value.Words("1e2000000000 g"));
    }

    @Test
    void leavesOutCharactersThatNoPageCanShow() throws IOException {
        var reading = read("{\"resourceType\":\"Condition\",\"code\":{\"text\":\"G\\u0000ou\\ud800t\\u0007\"}}");

        assertThat(reading.facts().getFirst().text()).isEqualTo("Gout");
    }

    @Test
    void readsOnWhenAnAttachmentIsTooLongToHold() throws IOException {
        var file = folder.resolve("long.json");
        try (var out = Files.newBufferedWriter(file)) {
            out.write(
                    "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"DocumentReference\","
                            + "\"type\":{\"text\":\"Scan\"},\"content\":[{\"attachment\":{\"contentType\":\"application/pdf\",\"data\":\"");
            for (var block = 0; block < 30_000; block++) {
                out.write("QUJD".repeat(250));
            }
            out.write("\"}}]}},{\"resource\":{\"resourceType\":\"Condition\",\"code\":{\"text\":\"Gout\"}}}]}");
        }

        var reading = FhirReader.readJson(new Content("long", "long.json", file));

        assertThat(reading.facts()).extracting(fact -> fact.text()).containsExactly("Scan", "Gout");
        assertThat(reading.problems())
                .extracting(problem -> problem.message().key())
                .containsExactly("records.fhir.attachments");
    }

    @Test
    void followsReferencesThatGoInACircleOnce() throws IOException {
        var reading = read("""
                {"resourceType": "Bundle", "entry": [
                 {"fullUrl": "urn:a", "resource": {"resourceType": "Condition", "id": "a", "stage": [{"assessment": {"reference": "urn:b"}}], "code": {"text": "A"}}},
                 {"fullUrl": "urn:b", "resource": {"resourceType": "Condition", "id": "b", "stage": [{"assessment": {"reference": "urn:a"}}], "code": {"text": "B"}}},
                 {"fullUrl": "urn:c", "resource": {"resourceType": "MedicationRequest", "id": "c", "medicationReference": {"reference": "urn:c"}}}]}
                """);

        assertThat(reading.facts())
                .extracting(
                        fact -> fact.text() + " " + fact.detail(Detail.STAGE).orElse(""))
                .containsExactlyInAnyOrder("A B", "B A", "MedicationRequest ");
    }

    @Test
    void readsOtherEncodings() throws IOException {
        var json = "{\"resourceType\":\"Condition\",\"code\":{\"text\":\"Ménière\"}}";
        for (var charset : List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16,
                StandardCharsets.UTF_16LE,
                Charset.forName("windows-1252"))) {
            var reading = read(json.getBytes(charset));

            assertThat(reading.facts())
                    .as(charset.name())
                    .extracting(fact -> fact.text())
                    .containsExactly("Ménière");
        }
    }

    @Test
    void neverFollowsAnEntityOutOfAnXmlFile() throws IOException {
        var file = folder.resolve("x.xml");
        Files.writeString(
                file,
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Condition xmlns=\"http://hl7.org/fhir\"><code><text value=\"&x;\"/></code></Condition>");

        var reading = FhirReader.readXml(new Content("x", "x.xml", file));

        assertThat(reading.status()).isEqualTo(Status.KEPT);
        assertThat(errors(reading)).hasSize(1);
    }

    @Test
    void readsEveryDamagedFileWithoutFailing() throws IOException {
        var random = new Random(20260101);
        for (var name :
                List.of("conditions.json", "medications.json", "observations.json", "reports.json", "histories.xml")) {
            var whole = Files.readAllBytes(Path.of("src/test/resources/records/fhir", name));
            for (var turn = 0; turn < 120; turn++) {
                var damaged = damaged(whole, random);
                var reading = name.endsWith(".xml") ? readXml(damaged) : read(damaged);

                assertThat(reading.facts().size() + reading.problems().size()).isPositive();
            }
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        if (random.nextInt(3) == 0) {
            return java.util.Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1));
        }
        var damaged = whole.clone();
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        return damaged;
    }

    private static List<Problem> errors(Reading reading) {
        return reading.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
    }

    private Reading read(String json) throws IOException {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    private Reading read(byte[] json) throws IOException {
        return FhirReader.readJson(content(json));
    }

    private Reading readXml(byte[] xml) throws IOException {
        return FhirReader.readXml(content(xml));
    }

    private Content content(byte[] bytes) throws IOException {
        var file = folder.resolve("file");
        Files.write(file, bytes);
        return new Content("file", "file", file);
    }
}
