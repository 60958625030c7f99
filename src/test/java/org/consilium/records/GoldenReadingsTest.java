package org.consilium.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.consilium.clinical.Fact;
import org.consilium.language.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares whole readings of messages, exports and cards with files; {@code -Dgolden=update} writes them anew. */
class GoldenReadingsTest {
    private static final Path FOLDER = Path.of("src/test/resources/records");

    @ParameterizedTest
    @CsvSource({"hl7v2, clinic.in.hl7", "apple, export.in.xml", "card, card.in.smart-health-card", "card, codes.in.txt"
    })
    void readsAsBefore(String room, String name) throws IOException {
        var reading = Readers.read(new Content(name, name, FOLDER.resolve(room).resolve(name)));
        var found = print(reading);
        var file = FOLDER.resolve(room).resolve(name.replaceAll("\\.in\\..*", ".expected.txt"));
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(file, found);
        }
        assertThat(found).isEqualTo(Files.readString(file));
    }

    private static String print(Reading reading) {
        return reading.format().word() + " " + reading.status() + " " + reading.patient() + "\n"
                + reading.facts().stream().map(GoldenReadingsTest::line).collect(Collectors.joining())
                + reading.problems().stream().map(GoldenReadingsTest::line).collect(Collectors.joining())
                + reading.parts().stream()
                        .map(part ->
                                "part " + part.place() + " " + part.format().word() + " " + part.status() + " "
                                        + part.facts() + " " + part.patient() + "\n")
                        .collect(Collectors.joining());
    }

    private static String line(Problem problem) {
        return problem.severity() + " " + Messages.english().say(problem.message()) + " " + problem.at() + "\n";
    }

    private static String line(Fact fact) {
        var value = fact.value();
        return "%s «%s» %s..%s %s%s %s\n  %s\n  %s, %s\n"
                .formatted(
                        fact.kind().word(),
                        fact.text(),
                        fact.date(),
                        fact.end(),
                        fact.status(),
                        value == null ? "" : " = " + value.text(),
                        fact.codes().stream()
                                .map(code -> code.system() + "|" + code.code())
                                .toList(),
                        String.valueOf(new TreeMap<>(fact.details())).replace("\n", " / "),
                        fact.sources().stream().map(source -> source.at()).toList(),
                        Piles.pileOf(fact));
    }
}
