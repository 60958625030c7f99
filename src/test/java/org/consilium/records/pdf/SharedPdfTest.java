package org.consilium.records.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.consilium.clinical.Fact;
import org.consilium.records.Content;
import org.consilium.records.Readers;
import org.consilium.records.Reading.Status;
import org.consilium.records.words.Proposals;
import org.junit.jupiter.api.Test;

/** Reads the PDF documents, pictures and texts that others wrote, when they lie beside the project; says so when they do not. */
class SharedPdfTest {
    private static final Path UNPACK = Path.of("../shared/data/unpack");
    private static final Path TARGET = Path.of("target/shared-data");

    @Test
    void readsEveryFileOrSaysWhyNot() throws IOException, InterruptedException {
        if (!Files.isExecutable(UNPACK)) {
            System.out.println("shared PDF files: not here, nothing read");
            assertThat(UNPACK).doesNotExist();
            return;
        }
        var counts = new TreeMap<String, Integer>();
        for (var file : files()) {
            var content = new Content(file.toString(), file.getFileName().toString(), file);
            var reading = Readers.read(content);

            assertThat(reading.facts()).as(file.toString()).isNotEmpty();
            assertThat(reading.status() == Status.READ || !reading.problems().isEmpty())
                    .as(file.toString())
                    .isTrue();
            assertThat(reading.problems())
                    .as(file.toString())
                    .extracting(problem -> problem.message().key())
                    .doesNotContain("records.unforeseen");
            counts.merge(
                    "file " + reading.format().word() + " " + reading.status().word(), 1, Integer::sum);
            reading.facts()
                    .forEach(fact -> counts.merge(
                            (fact.isProposed() ? "proposed " : "fact ")
                                    + fact.kind().word(),
                            1,
                            Integer::sum));
        }
        counts.forEach((what, count) -> System.out.printf("shared PDF files: %4d %s%n", count, what));
        assertThat(counts).containsKeys("file pdf read", "fact report", "proposed lab");
    }

    @Test
    void proposesTheDiagnosesOfThePathologyTextsAndNoOthers() throws IOException, InterruptedException {
        if (!Files.isExecutable(UNPACK)) {
            return;
        }
        var diagnoses = new TreeMap<String, List<String>>();
        for (var file : files()) {
            var name = file.getFileName().toString();
            if (name.startsWith("gastric") || name.startsWith("cytology") || name.equals("report.txt")) {
                diagnoses.put(
                        name,
                        Proposals.of("file", name, Files.readString(file)).proposals().stream()
                                .filter(fact -> fact.kind() == org.consilium.clinical.FactKind.CONDITION)
                                .map(Fact::text)
                                .toList());
            }
        }
        assertThat(diagnoses.get("gastric-incomplete.txt"))
                .singleElement()
                .asString()
                .startsWith("Adenocarcinoma g");
        assertThat(diagnoses.get("report.txt")).singleElement().asString().endsWith("meningioma");
        assertThat(diagnoses.get("cytology-cervical-hsil.txt")).hasSize(2);
    }

    private static List<Path> files() throws IOException, InterruptedException {
        Files.createDirectories(TARGET);
        var unpacking = new ProcessBuilder(UNPACK.toAbsolutePath().toString(), TARGET.toString(), "pdf")
                .inheritIO()
                .start();
        assertThat(unpacking.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(unpacking.exitValue()).isZero();
        try (var all = Files.walk(TARGET.resolve("pdf"))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
