package org.consilium.records.ccda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consilium.clinical.Fact;
import org.consilium.records.Content;
import org.consilium.records.Format;
import org.consilium.records.Problem;
import org.consilium.records.Reading;
import org.junit.jupiter.api.Test;

/** Reads the real files beside the project, when they are there. */
class CorpusTest {
    private static final Path SHARED = Path.of("../shared/data");
    private static final Path UNPACKED = Path.of("target/shared-data");

    @Test
    void readsEveryRealFileWithoutAnException() throws Exception {
        var files = files();
        if (files.isEmpty()) {
            System.out.println("no real C-CDA files beside the project: nothing to read");
            return;
        }
        var readings = new TreeMap<Path, Reading>();
        var bytes = 0L;
        for (var file : files) {
            bytes += Files.size(file);
            readings.put(file, CcdaReader.read(content(file)));
        }
        var clock = ManagementFactory.getThreadMXBean();
        var started = clock.getCurrentThreadCpuTime();
        for (var file : files) {
            CcdaReader.read(content(file));
        }
        var seconds = (clock.getCurrentThreadCpuTime() - started) / 1e9;
        System.out.printf(
                "%d files, %.1f MB: %.0f files, %.0f documents of 100 kB per second of one processor%n",
                files.size(), bytes / 1e6, files.size() / seconds, bytes / 1e5 / seconds);
        report(readings);
        assertThat(readings.values()).allSatisfy(reading -> {
            assertThat(reading.format()).isEqualTo(Format.CCDA);
            assertThat(reading.facts().isEmpty() && reading.problems().isEmpty())
                    .isFalse();
        });
        var documents = readings.values().stream()
                .filter(reading -> reading.status() != Reading.Status.KEPT)
                .toList();
        assertThat(documents).hasSizeGreaterThan(500).allSatisfy(reading -> {
            assertThat(reading.facts()).isNotEmpty();
            assertThat(reading.patient()).isNotNull();
        });
    }

    private static void report(Map<Path, Reading> readings) {
        var perVendor = new TreeMap<String, Map<String, Integer>>();
        var status = new TreeMap<String, Integer>();
        var problems = new TreeMap<String, Integer>();
        readings.forEach((file, reading) -> {
            var vendor = vendor(file);
            var kinds = perVendor.computeIfAbsent(vendor, any -> new TreeMap<>());
            for (Fact fact : reading.facts()) {
                kinds.merge(fact.kind().word(), 1, Integer::sum);
            }
            status.merge(vendor + " " + reading.status().word(), 1, Integer::sum);
            for (Problem problem : reading.problems()) {
                problems.merge(problem.severity() + " " + problem.message().key(), 1, Integer::sum);
            }
        });
        perVendor.forEach((vendor, kinds) -> System.out.println(vendor + ": " + kinds));
        System.out.println(status);
        System.out.println(problems);
    }

    private static String vendor(Path file) {
        var name = file.toString();
        var from = name.indexOf("sample_ccdas/");
        return from < 0
                ? file.getName(UNPACKED.getNameCount() + 1).toString()
                : name.substring(from + "sample_ccdas/".length()).replaceAll("/.*", "");
    }

    private static Content content(Path file) {
        return new Content(file.toString(), file.getFileName().toString(), file);
    }

    private static List<Path> files() throws IOException, InterruptedException {
        if (!Files.exists(UNPACKED.resolve("ccda"))) {
            if (!Files.exists(SHARED.resolve("ccda.tar.xz"))) {
                return List.of();
            }
            new ProcessBuilder(SHARED.resolve("unpack").toString(), UNPACKED.toString(), "ccda")
                    .inheritIO()
                    .start()
                    .waitFor();
        }
        var files = new ArrayList<Path>();
        try (var all = Files.walk(UNPACKED.resolve("ccda"))) {
            all.filter(file ->
                            file.toString().endsWith(".xml") || file.toString().endsWith(".ccda"))
                    .sorted()
                    .forEach(files::add);
        }
        return files;
    }
}
