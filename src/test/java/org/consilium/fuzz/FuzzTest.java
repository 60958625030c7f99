package org.consilium.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A short look for input that a reader cannot stand, each time other input; {@code ./bench fuzz} looks longer. */
class FuzzTest {
    private static final Duration TIME = Duration.ofSeconds(25);

    /** Two processes, each with about half of the work. */
    private static final List<List<String>> SHARES = List.of(
            List.of("fhir-json", "fhir-xml", "ndjson", "ccda", "apple-health", "health-card", "opinion", "web-page"),
            List.of("hl7v2", "dicom", "pdf", "archive", "office", "rich-text", "blue-button", "any"));

    @TempDir
    Path folder;

    @Test
    @Timeout(240)
    void noReaderFailsOrHangsOrFillsTheMemoryOnMadeUpInput()
            throws IOException, InterruptedException, ExecutionException {
        try (var runs = Executors.newFixedThreadPool(SHARES.size())) {
            for (var done : runs.invokeAll(SHARES.stream().map(this::run).toList())) {
                var result = done.get();
                System.out.println("fuzz: " + result.targets() + ": " + result.figures());
                assertThat(result.findings()).as(result.words()).isEmpty();
                assertThat(result.runs()).isPositive();
            }
        }
    }

    private Callable<Fuzzer.Result> run(List<String> share) {
        return () -> Fuzzer.run(share, folder.resolve(share.getFirst()), TIME, 1);
    }

    @Test
    void everyTargetRunsInTheShortLook() {
        assertThat(SHARES.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(Fuzzer.targets());
    }

    @Test
    void everySeedIsReadByItsTarget() throws IOException {
        for (var target : Target.values()) {
            assertThat(target.seeds()).as(target.word()).isNotEmpty();
            for (var seed : target.seeds()) {
                FuzzTarget.read(List.of(target), FuzzTarget.seed(0, seed), folder.resolve("seed"));
            }
        }
    }
}
