package org.consilium.records.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.records.BoundedXml;
import org.consilium.records.Content;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HugeFilesTest {
    private static final String GOUT = "{\"resourceType\":\"Condition\",\"code\":{\"text\":\"Gout\"}}";

    @TempDir
    Path folder;

    private interface Writing {
        void to(Writer out) throws IOException;
    }

    @Test
    void readsWhatStandsBeforeAStringOf200Megabytes() throws IOException {
        var reading = readJson(out -> {
            out.write("{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":" + GOUT
                    + "},{\"resource\":{\"resourceType\":\"Condition\",\"code\":{\"text\":\"");
            repeat(out, "x".repeat(1000), 200_000);
            out.write("\"}}}]}");
        });

        assertThat(reading.status()).isEqualTo(Status.PARTLY);
        assertThat(reading.facts()).extracting(Fact::text).containsExactly("Gout");
    }

    @Test
    void readsTheLinesAroundOneOf200Megabytes() throws IOException {
        var reading = readJson(out -> {
            out.write(GOUT + "\n{\"resourceType\":\"Condition\",\"code\":{\"text\":\"");
            repeat(out, "x".repeat(1000), 200_000);
            out.write("\"}}\n" + GOUT.replace("Gout", "Asthma") + "\n");
        });

        assertThat(reading.facts()).extracting(Fact::text).containsExactly("Gout", "Asthma");
        assertThat(reading.problems()).extracting(problem -> problem.at()).containsExactly("line 2");
    }

    @Test
    void cutsAnAttributeOf200MegabytesAndReadsOn() throws IOException {
        var reading = readXml(out -> {
            out.write("<Bundle xmlns=\"http://hl7.org/fhir\"><entry><resource><Condition><code><text value=\"");
            repeat(out, "x".repeat(1000), 200_000);
            out.write(
                    "\"/></code></Condition></resource></entry><entry><resource><Condition><code><text value=\"Gout\"/>"
                            + "</code></Condition></resource></entry></Bundle>");
        });

        assertThat(reading.status()).isEqualTo(Status.READ);
        assertThat(reading.facts()).extracting(fact -> fact.text().length()).containsExactly(1000, 4);
    }

    @Test
    void cutsOnlyWhatIsTooLong() throws IOException {
        var text = "<a b=\"12345\">123456789012</a><c d='12345678901'/>";
        var read = new StringBuilder();
        try (var in = new BoundedXml(new StringReader(text), 10)) {
            for (var next = in.read(); next >= 0; next = in.read()) {
                read.append((char) next);
            }
        }
        assertThat(read).hasToString("<a b=\"12345\">123456789\ufffc</a><c d='123456789\ufffc'/>");
    }

    @Test
    void readsAMillionEntries() throws IOException {
        var reading = readJson(out -> {
            out.write("{\"resourceType\":\"Bundle\",\"entry\":[");
            repeat(out, "{\"resource\":{\"resourceType\":\"Basic\"}},", 1_000_000);
            out.write("{\"resource\":" + GOUT + "}]}");
        });

        assertThat(reading.facts()).extracting(Fact::text).containsExactly("Gout");
        assertThat(reading.problems())
                .extracting(problem -> problem.message().args())
                .containsExactly(java.util.List.of(1_000_000, "Basic"));
    }

    @Test
    void readsAMillionFieldsOfOneResourceAndAMillionValuesOfOneField() throws IOException {
        var fields = readJson(out -> {
            out.write("{\"resourceType\":\"Condition\"");
            for (var index = 0; index < 1_000_000; index++) {
                out.write(",\"f" + index + "\":1");
            }
            out.write(",\"code\":{\"text\":\"Gout\"}}");
        });
        var values = readJson(out -> {
            out.write("{\"resourceType\":\"Condition\",\"code\":{\"text\":\"Gout\"}");
            repeat(out, ",\"note\":{\"text\":\"x\"}", 1_000_000);
            out.write("}");
        });

        assertThat(fields.facts()).extracting(Fact::text).containsExactly("Gout");
        assertThat(values.facts()).extracting(Fact::text).containsExactly("Gout");
    }

    @Test
    void keepsAFileNested100000Deep() throws IOException {
        for (var open : new String[] {"{\"contained\":[", "{\"a\":", "["}) {
            var reading = readJson(out -> {
                out.write("{\"resourceType\":\"Condition\",\"code\":{\"text\":\"Gout\"},\"b\":");
                repeat(out, open, 100_000);
            });
            assertThat(reading.status()).isEqualTo(Status.KEPT);
            assertThat(reading.facts()).extracting(Fact::kind).containsExactly(FactKind.DOCUMENT);
        }
        var xml = readXml(out -> {
            out.write("<Condition xmlns=\"http://hl7.org/fhir\">");
            repeat(out, "<a>", 100_000);
        });
        assertThat(xml.status()).isEqualTo(Status.KEPT);
    }

    @Test
    void neverExpandsEntities() throws IOException {
        var entities = IntStream.range(1, 10)
                .mapToObj(index -> "<!ENTITY e" + index + " \"" + ("&e" + (index - 1) + ";").repeat(10) + "\">")
                .collect(Collectors.joining("", "<!ENTITY e0 \"0123456789\">", ""));
        var reading = readXml(out -> out.write("<!DOCTYPE Condition [" + entities
                + "]><Condition xmlns=\"http://hl7.org/fhir\"><code><text value=\"&e9;\"/></code></Condition>"));

        assertThat(reading.status()).isEqualTo(Status.KEPT);
    }

    @Test
    void takesTheFirstOfTwoEqualFieldsAndStopsAtWhatIsNoJson() throws IOException {
        var twice = readJson(
                out -> out.write(
                        "{\"resourceType\":\"Condition\",\"code\":{\"text\":\"Gout\"},\"code\":{\"text\":\"Asthma\"},\"resourceType\":\"Patient\"}"));
        var notANumber = readJson(out -> out.write("{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":" + GOUT
                + "},{\"resource\":{\"resourceType\":\"Observation\",\"valueQuantity\":{\"value\":NaN}}}]}"));
        var halves = readJson(
                out -> out.write("{\"resourceType\":\"Condition\",\"code\":{\"text\":\"\\ud800Gout\\udc00\"}}"));

        assertThat(twice.facts()).extracting(Fact::text).containsExactly("Gout");
        assertThat(notANumber.status()).isEqualTo(Status.PARTLY);
        assertThat(notANumber.facts()).extracting(Fact::text).containsExactly("Gout");
        assertThat(halves.facts()).extracting(Fact::text).containsExactly("Gout");
    }

    @Test
    void followsContainedResourcesThatPointAtEachOtherOnce() throws IOException {
        var reading = readJson(out -> out.write("""
                {"resourceType": "MedicationRequest", "id": "r", "status": "active",
                 "contained": [
                  {"resourceType": "Medication", "id": "a", "ingredient": [{"itemReference": {"reference": "#b"}}]},
                  {"resourceType": "Medication", "id": "b", "ingredient": [{"itemReference": {"reference": "#a"}}]},
                  {"resourceType": "Binary", "id": "c", "contentType": "text/plain", "url": "#c"},
                  {"resourceType": "DocumentReference", "id": "d", "type": {"text": "Letter"},
                   "contained": [{"resourceType": "Binary", "id": "c", "url": "#c"}],
                   "content": [{"attachment": {"url": "#c"}}]}],
                 "medicationReference": {"reference": "#a"}}
                """));

        assertThat(reading.facts()).extracting(Fact::text).containsExactly("MedicationRequest", "Letter");
    }

    @Test
    void readsAnAttachmentThatHoldsItselfOnlySoDeep() throws IOException {
        var inner = GOUT;
        for (var depth = 0; depth < 12; depth++) {
            var data = java.util.Base64.getEncoder().encodeToString(inner.getBytes(StandardCharsets.UTF_8));
            inner =
                    "{\"resourceType\":\"DocumentReference\",\"type\":{\"text\":\"Level\"},\"content\":[{\"attachment\":"
                            + "{\"contentType\":\"application/fhir+json\",\"data\":\"" + data + "\"}}]}";
        }
        var whole = inner;
        var reading = readJson(out -> out.write(whole));

        assertThat(reading.facts()).extracting(Fact::text).contains("Level").doesNotContain("Gout");
        assertThat(reading.parts())
                .last()
                .satisfies(part -> assertThat(part.problems())
                        .extracting(problem -> problem.message().key())
                        .containsExactly("records.part.deep"));
    }

    private static void repeat(Writer out, String words, int times) throws IOException {
        for (var time = 0; time < times; time++) {
            out.write(words);
        }
    }

    private Reading readJson(Writing writing) throws IOException {
        return FhirReader.readJson(written(writing));
    }

    private Reading readXml(Writing writing) throws IOException {
        return FhirReader.readXml(written(writing));
    }

    private Content written(Writing writing) throws IOException {
        var file = Files.createTempFile(folder, "huge", "");
        try (var out = Files.newBufferedWriter(file)) {
            writing.to(out);
        }
        return new Content("huge", "huge", file);
    }
}
