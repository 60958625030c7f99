package org.consilium.records.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.consilium.clinical.Fact;
import org.consilium.records.Content;
import org.consilium.records.Problem;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {
    private static final String GOUT = "{\"resourceType\":\"Condition\",\"code\":{\"text\":\"Gout\"}}";
    private static final String ASTHMA = "{\"resourceType\":\"Condition\",\"code\":{\"text\":\"Asthma\"}}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1}\n{\"b\":2}",
                "\ufeff{\"a\":1}\r\n{\"b\":2}\r\n",
                "\n\n{\"a\":\"}\\\"{\"}\n\nbroken",
                "{\"broken\n{\"b\":2}\n{\"c\":3}"
            })
    void knowsLinesOfResources(String text) throws IOException {
        assertThat(Lines.areIn(stream(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"a\":1}",
                "{\"a\":1}\n\n",
                "{\n\"a\":1\n}",
                "[\n{\"a\":1}\n]",
                "{\"entry\":[\n{\"a\":1},\n{\"a\":2}\n]}",
                "{\"entry\":[\n{\"a\":1}\n]}",
                "{\"a\":1}{\n\"b\":2}"
            })
    void doesNotTakeOtherJsonForLines(String text) throws IOException {
        assertThat(Lines.areIn(stream(text))).isFalse();
    }

    @Test
    void readsTheLinesAroundABadOneAndTellsItsNumber() throws IOException {
        for (var bad : List.of("{\"resourceType\":\"Cond", "}", "NaN", "\"\ud800", "[".repeat(100_000))) {
            var reading = read((GOUT + "\n" + bad + "\n" + ASTHMA).getBytes(StandardCharsets.UTF_8));

            assertThat(reading.status()).isEqualTo(Status.PARTLY);
            assertThat(reading.facts()).extracting(Fact::text).containsExactly("Gout", "Asthma");
            assertThat(reading.problems()).extracting(Problem::at).containsExactly("line 2");
        }
    }

    @Test
    void countsBadLinesBeyondTheFirst() throws IOException {
        var reading = read((GOUT + "\n" + "{bad\n".repeat(1000)).getBytes(StandardCharsets.UTF_8));

        assertThat(reading.facts()).hasSize(1);
        assertThat(reading.problems()).hasSize(21);
        assertThat(reading.problems().getLast().message().args()).containsExactly(980);
    }

    @Test
    void readsALineInAnotherEncodingAndSaysSo() throws IOException {
        var western = "{\"resourceType\":\"Condition\",\"code\":{\"text\":\"Ménière\"}}"
                .getBytes(Charset.forName("windows-1252"));
        var bytes = new java.io.ByteArrayOutputStream();
        bytes.writeBytes((GOUT + "\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(western);

        var reading = read(bytes.toByteArray());

        assertThat(reading.facts()).extracting(Fact::text).containsExactly("Gout", "Ménière");
        assertThat(reading.problems())
                .extracting(problem -> problem.message().key())
                .containsExactly("records.letters");
    }

    @Test
    void resolvesWhatStandsInLaterLinesHoweverManyWait() throws IOException {
        var file = folder.resolve("many");
        try (var out = Files.newBufferedWriter(file)) {
            for (var index = 0; index < 45_000; index++) {
                out.write("{\"resourceType\":\"MedicationRequest\",\"id\":\"r" + index
                        + "\",\"medicationReference\":{\"reference\":\"Medication/m" + index + "\"}}\n");
            }
            for (var index = 0; index < 45_001; index++) {
                out.write("{\"resourceType\":\"Medication\",\"id\":\"m" + index + "\",\"code\":{\"text\":\"Drug "
                        + index + "\"}}\n");
            }
        }

        var reading = FhirReader.readJson(new Content("many", "many", file));

        assertThat(reading.facts()).hasSize(45_001);
        assertThat(reading.facts())
                .extracting(Fact::text)
                .doesNotHaveDuplicates()
                .contains("Drug 0", "Drug 44999");
        assertThat(reading.facts().getLast().sources().getFirst().at()).isEqualTo("[90000].Medication");
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private Reading read(byte[] bytes) throws IOException {
        var file = folder.resolve("lines");
        Files.write(file, bytes);
        return FhirReader.readJson(new Content("lines", "lines.ndjson", file));
    }
}
