package org.consilium.records;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.language.Messages;
import org.consilium.records.Problem.Severity;
import org.consilium.records.Reading.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersTest {
    private static final String CONDITION = "{\"resourceType\":\"Condition\",\"code\":{\"text\":\"Gout\"}}";

    @TempDir
    Path folder;

    @Test
    void tellsFilesApartByTheirContentAndNotByTheirName() throws IOException {
        var files = Map.ofEntries(
                Map.entry("\0".repeat(128) + "DICM", Format.DICOM),
                Map.entry("%PDF-1.7", Format.PDF),
                Map.entry("\u00ff\u00d8\u00ff\u00e0", Format.IMAGE),
                Map.entry("\u0089PNG\r\n\u001a\n", Format.IMAGE),
                Map.entry("GIF89a", Format.IMAGE),
                Map.entry("II*\0rest", Format.IMAGE),
                Map.entry("RIFF1234WEBP", Format.IMAGE),
                Map.entry("\0\0\0\u0018ftypheic", Format.IMAGE),
                Map.entry("PK\3\4", Format.ARCHIVE),
                Map.entry("\u001f\u008b\b", Format.ARCHIVE),
                Map.entry("\0".repeat(257) + "ustar", Format.ARCHIVE),
                Map.entry(
                        "<?xml version=\"1.0\"?><!DOCTYPE HealthData [<!ELEMENT x ANY>]><HealthData/>",
                        Format.APPLE_HEALTH),
                Map.entry("{\"verifiableCredential\":[\"eyJ\"]}", Format.HEALTH_CARD),
                Map.entry("shc:/5676295953265460346029", Format.HEALTH_CARD),
                Map.entry("Dear doctor,", Format.TEXT),
                Map.entry("{\"a\":1}", Format.UNKNOWN),
                Map.entry("\1\2\3\4\0\0\7", Format.UNKNOWN));
        for (var file : files.entrySet()) {
            var reading = read(file.getKey().getBytes(ISO_8859_1));

            assertThat(reading.format()).as(file.getKey()).isEqualTo(file.getValue());
            assertThat(reading.status()).isEqualTo(Status.KEPT);
            assertThat(reading.facts()).extracting(fact -> fact.kind()).containsExactly(FactKind.DOCUMENT);
            assertThat(reading.facts().getFirst().text()).isEqualTo("any.name");
            assertThat(reading.problems()).hasSize(1);
        }
    }

    @Test
    void readsFhirInAnyUnicodeEncoding() throws IOException {
        for (var bytes : new byte[][] {
            CONDITION.getBytes(UTF_8),
            ("\ufeff" + CONDITION).getBytes(UTF_8),
            CONDITION.getBytes(UTF_16),
            CONDITION.getBytes(UTF_16LE)
        }) {
            var reading = read(bytes);

            assertThat(reading.format()).isEqualTo(Format.FHIR_R4);
            assertThat(reading.status()).isEqualTo(Status.READ);
            assertThat(reading.facts()).extracting(fact -> fact.text()).containsExactly("Gout");
        }
    }

    @Test
    void readsFhirXml() throws IOException {
        var reading = read(
                "<Condition xmlns='http://hl7.org/fhir'><code><text value='Gout'/></code></Condition>".getBytes(UTF_8));

        assertThat(reading.format()).isEqualTo(Format.FHIR_R4);
        assertThat(reading.facts()).extracting(fact -> fact.text()).containsExactly("Gout");
    }

    @Test
    void readsAClinicalDocumentAndKeepsABrokenOneAsADocument() throws IOException {
        var document = "<ClinicalDocument xmlns='urn:hl7-org:v3'><title>Summary</title></ClinicalDocument>";

        assertThat(read(document.getBytes(UTF_8)).format()).isEqualTo(Format.CCDA);

        var broken = read("<ClinicalDocument xmlns='urn:hl7-org:v3'\n<oops".getBytes(UTF_8));
        assertThat(broken.format()).isEqualTo(Format.CCDA);
        assertThat(broken.facts()).extracting(fact -> fact.kind()).containsExactly(FactKind.DOCUMENT);
        assertThat(broken.problems()).extracting(Problem::severity).containsExactly(Severity.ERROR);
    }

    /** A file that begins as one thing and goes on as another is read as what it begins with, and as nothing else. */
    @Test
    void aFileThatIsTwoThingsIsReadAsOneOfThem() throws IOException {
        var zip = org.consilium.records.archive.Samples.zip("a.json", org.consilium.records.archive.Samples.GOUT);
        for (var start :
                List.of("%PDF-1.4\n", "GIF89a", "{\\rtf1 hello}", "<html><body>hello</body></html>", "hello there\n")) {
            var both = new java.io.ByteArrayOutputStream();
            both.writeBytes(start.getBytes(ISO_8859_1));
            both.writeBytes(zip);

            var reading = Readers.read(Samples.file(folder, "both.zip", both.toByteArray()));

            assertThat(reading.format()).as(start).isNotEqualTo(Format.ARCHIVE);
            assertThat(reading.parts()).as(start).isEmpty();
            assertThat(reading.facts()).as(start).extracting(Fact::text).doesNotContain("Gout");
        }
        for (var preamble : List.of("PK\3\4", "%PDF-1.4", "MZ", "II*\0", "<html><script>")) {
            var file = org.consilium.records.dicom.Slices.small(1, 1);
            System.arraycopy(preamble.getBytes(ISO_8859_1), 0, file, 0, preamble.length());

            var reading = Readers.read(Samples.file(folder, "slice", file));

            assertThat(reading.format()).as(preamble).isEqualTo(Format.DICOM);
            assertThat(reading.parts()).as(preamble).isEmpty();
        }
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        for (var nothing : new byte[][] {{}, " \n\n".getBytes(UTF_8)}) {
            var reading = read(nothing);

            assertThat(reading.status()).isEqualTo(Status.REFUSED);
            assertThat(reading.problems()).extracting(Problem::severity).containsExactly(Severity.ERROR);
        }
    }

    @Test
    void saysInWhichLineAFileIsBroken() throws IOException {
        for (var broken : new String[] {
            "{\"resourceType\":\"Condition\",\n\"code\": oops}",
            "{\"a\":\n[1,}",
            "<a>\n<b></a>",
            "<ClinicalDocument xmlns='urn:hl7-org:v3'\n<oops"
        }) {
            var reading = read(broken.getBytes(UTF_8));

            assertThat(reading.status()).as(broken).isEqualTo(Status.KEPT);
            assertThat(reading.facts()).hasSize(1);
            assertThat(reading.problems()).isNotEmpty();
        }
        assertThat(read("{\"a\":\n[1,}".getBytes(UTF_8)).problems())
                .extracting(Problem::at)
                .containsExactly("line 2");
    }

    @Test
    void keepsTheWordsOfPlainText() throws IOException {
        var reading = read("Dear Dr. Example,\nthe knee is better.".getBytes(UTF_8));

        assertThat(reading.facts().getFirst().detail(Detail.NARRATIVE))
                .hasValue("Dear Dr. Example,\nthe knee is better.");
    }

    @Test
    void hasEverySentenceInBothLanguages() {
        for (var locale : Messages.SPOKEN) {
            var words = java.util.ResourceBundle.getBundle("messages/records", locale)
                    .keySet();

            assertThat(words).as(locale.toString()).contains("records.empty", "records.fhir.kept.other");
            words.forEach(key ->
                    assertThat(Messages.in(Locale.of("es")).has(key)).as(key).isTrue());
        }
    }

    private Reading read(byte[] bytes) throws IOException {
        return Readers.read(Samples.file(folder, "any.name", bytes));
    }
}
