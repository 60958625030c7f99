package org.consilium.records.ccda;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.consilium.clinical.Fact;
import org.consilium.records.Format;
import org.consilium.records.Problem;
import org.consilium.records.Reading;
import org.junit.jupiter.api.Test;

/** Reads the real files beside the project, when they are there. */
class CorpusTest {
    @Test
    void readsEveryRealFileWithoutAnException() throws Exception {
        var files = Corpus.files();
        if (files.isEmpty()) {
            return;
        }
        var readings = new TreeMap<Path, Reading>();
        var bytes = 0L;
        for (var file : files) {
            bytes += Files.size(file);
            readings.put(file, CcdaReader.read(Corpus.content(file)));
        }
        var clock = ManagementFactory.getThreadMXBean();
        var started = clock.getCurrentThreadCpuTime();
        for (var file : files) {
            CcdaReader.read(Corpus.content(file));
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
                .filter(reading -> reading.problems().stream()
                        .noneMatch(problem -> problem.message().key().equals("ccda.piece.read")))
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
            var vendor = Corpus.vendor(file);
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
}
