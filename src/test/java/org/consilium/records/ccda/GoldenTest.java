package org.consilium.records.ccda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.consilium.clinical.Code;
import org.consilium.clinical.Fact;
import org.consilium.language.Messages;
import org.consilium.records.Reading;
import org.junit.jupiter.api.Test;

/** Compares whole readings with files; {@code -Dgolden=update} writes them anew. */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/records/ccda");

    @Test
    void readsEveryKindOfSection() throws IOException {
        same("clinic");
    }

    @Test
    void readsAnUnstructuredDocumentOfPlainText() throws IOException {
        same("letter");
    }

    @Test
    void tablesWithoutEntriesBecomeFactsOfWords() throws IOException {
        same("words");
    }

    @Test
    void readsTimesAndValuesOfEveryShape() throws IOException {
        same("times");
    }

    private static void same(String name) throws IOException {
        var found = print(Samples.golden(name + ".in.xml"));
        var file = FOLDER.resolve(name + ".expected.txt");
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(file, found);
        }
        assertThat(found).isEqualTo(Files.readString(file));
    }

    private static String print(Reading reading) {
        return reading.status() + " " + reading.patient() + "\n"
                + reading.facts().stream().map(GoldenTest::line).collect(Collectors.joining())
                + reading.problems().stream()
                        .map(problem -> problem.severity() + " "
                                + Messages.english().say(problem.message()) + " " + problem.at() + "\n")
                        .collect(Collectors.joining());
    }

    private static String line(Fact fact) {
        return "%s «%s» %s..%s %s%s %s\n  %s\n  %s\n"
                .formatted(
                        fact.kind().word(),
                        fact.text(),
                        fact.date(),
                        fact.end(),
                        fact.status(),
                        fact.value() == null ? "" : " = " + fact.value().text(),
                        fact.codes().stream().map(GoldenTest::word).toList(),
                        String.valueOf(new TreeMap<>(fact.details())).replace("\n", " / "),
                        fact.sources().getFirst().at());
    }

    private static String word(Code code) {
        return code.system() + "|" + code.code();
    }
}
