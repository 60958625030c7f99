package org.consilium.records.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.clinical.Code;
import org.consilium.clinical.Fact;
import org.consilium.language.Messages;
import org.consilium.records.Content;
import org.consilium.records.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FhirReaderTest {
    private static final Path FILES = Path.of("src/test/resources/records/fhir");

    /** Golden files; {@code -Dgolden=update} writes them anew, to be reviewed in the diff. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "conditions.json",
                "medications.json",
                "observations.json",
                "procedures.json",
                "reports.json",
                "histories.xml",
                "other-version.json",
                "lines.ndjson",
                "lines-damaged.ndjson",
                "attachments.json",
                "tumours.json",
                "bills.json",
                "shapes.json",
                "versions.json",
                "carried.json",
                "cut.json"
            })
    void readsWhatTheFileSays(String name) throws IOException {
        var content = new Content(name, name, FILES.resolve(name));

        var reading = name.endsWith(".xml") ? FhirReader.readXml(content) : FhirReader.readJson(content);

        var expected = FILES.resolve(name.replaceAll("\\.\\w+$", ".expected"));
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(expected, written(reading));
        }
        assertThat(written(reading)).isEqualTo(Files.readString(expected));
    }

    private static String written(Reading reading) {
        var head = Stream.of(reading.format().word() + " " + reading.status().word(), "patient " + reading.patient());
        var facts = reading.facts().stream().map(FhirReaderTest::written);
        var problems = reading.problems().stream()
                .map(problem ->
                        problem.severity() + " " + Messages.english().say(problem.message()) + " @" + problem.at());
        return Stream.of(head, facts, problems).flatMap(lines -> lines).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String written(Fact fact) {
        var codes = fact.codes().stream().map(FhirReaderTest::written).collect(Collectors.joining(", "));
        var details = new java.util.TreeMap<>(fact.details()).toString().replace("\n", "\\n");
        return "%s «%s» %s..%s %s = %s\n    [%s]\n    %s\n    %s"
                .formatted(
                        fact.kind().word(),
                        fact.text(),
                        fact.date(),
                        fact.end(),
                        fact.status(),
                        fact.value(),
                        codes,
                        details,
                        fact.sources().getFirst().at());
    }

    private static String written(Code code) {
        return code.system() + "|" + code.code() + "|" + code.display();
    }
}
