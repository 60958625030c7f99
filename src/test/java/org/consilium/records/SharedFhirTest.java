package org.consilium.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Reads the FHIR files that others wrote, when they lie beside the project; says so when they do not. */
class SharedFhirTest {
    private static final Path UNPACK = Path.of("../shared/data/unpack");
    private static final Path TARGET = Path.of("target/shared-data");

    @Test
    void readsEveryFileAndDropsNothingSilently() throws IOException, InterruptedException {
        if (!Files.isExecutable(UNPACK)) {
            System.out.println("shared FHIR files: not here, nothing read");
            assertThat(UNPACK).doesNotExist();
            return;
        }
        var counts = new TreeMap<String, Integer>();
        for (var file : files()) {
            var content = new Content(file.toString(), file.getFileName().toString(), file);
            assertThatCode(() -> Readers.read(content)).as(file.toString()).doesNotThrowAnyException();
            var reading = Readers.read(content);

            assertThat(reading.facts().size() + reading.problems().size())
                    .as(file.toString())
                    .isPositive();
            assertThat(reading.problems())
                    .as(file.toString())
                    .extracting(problem -> problem.message().key())
                    .doesNotContain("records.unforeseen");
            counts.merge(
                    "file " + reading.format().word() + " " + reading.status().word(), 1, Integer::sum);
            reading.facts().forEach(fact -> counts.merge("fact " + fact.kind().word(), 1, Integer::sum));
        }
        counts.forEach((what, count) -> System.out.printf("shared FHIR files: %6d %s%n", count, what));
        assertThat(counts).containsKeys("file fhir-r4 read", "fact condition", "fact lab", "fact medication");
    }

    private static List<Path> files() throws IOException, InterruptedException {
        Files.createDirectories(TARGET);
        var unpacking = new ProcessBuilder(UNPACK.toAbsolutePath().toString(), TARGET.toString(), "fhir-r4")
                .inheritIO()
                .start();
        assertThat(unpacking.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(unpacking.exitValue()).isZero();
        try (var all = Files.walk(TARGET.resolve("fhir-r4"))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
