package org.consilium.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.knowledge.ConditionNames;
import org.consilium.knowledge.KnowledgeBase;
import org.consilium.terminology.Icd10Titles;
import org.consilium.terminology.LoadedVocabulary;
import org.consilium.terminology.Terminologies;

/**
 * How soon the search box for conditions has its first ten results among a million terms, with every letter that somebody types.
 *
 * <p>Arguments: a folder to work in, a folder with official files (those of Mondo, the Disease Ontology and HPO are loaded; it may
 * be empty). Made-up diseases fill up to the million.
 */
public final class SearchBench {
    private static final int TERMS = 1_000_000;
    private static final int MOST = 10;
    private static final int MOST_LOADED = 30;
    private static final int ROUNDS = 5;

    private static final List<String> WORDS = List.of(
            "lung cancer",
            "chronic kidney disease",
            "heart failure",
            "multiple sclerosis",
            "hereditary heart disease",
            "prostate cancer stage 2",
            "parkinson's disease",
            "acute hepatneph",
            "disease");
    private static final List<String> SPANISH = List.of(
            "cáncer de mama",
            "insuficiencia de corazón",
            "enfermedad de riñón",
            "síndrome de tunel",
            "esclerosis multiple");
    private static final List<String> TYPOS = List.of(
            "lugn cancer",
            "cronic kidny disease",
            "multiple sclerossis",
            "pancraetic cancer",
            "hart failure",
            "esclerosis multipel",
            "insuficensia cardiaca",
            "herditary brest carcinma",
            "parkinsns disese");
    private static final List<String> CODES =
            List.of("C50.911", "C34", "G35", "MONDO:8999990", "8123456", "89", "I10", "DOID:1612", "E11.9");

    private final ConditionNames names = KnowledgeBase.load().names();
    private final Terminologies terminologies;

    private SearchBench(Terminologies terminologies) {
        this.terminologies = terminologies;
    }

    public static void main(String[] arguments) throws Exception {
        var scratch = Files.createDirectories(Path.of(arguments[0]));
        try (var terminologies = Terminologies.in(scratch.resolve("terminology"))) {
            load(terminologies, scratch, Path.of(arguments[1]));
            var bench = new SearchBench(terminologies);
            for (var round = 0; round < ROUNDS; round++) {
                all().forEach(bench::first);
            }
            bench.measure("letter by letter", letterByLetter(WORDS));
            bench.measure("letter by letter, Spanish", letterByLetter(SPANISH));
            bench.measure("letter by letter, with typing errors", letterByLetter(TYPOS));
            bench.measure("codes", letterByLetter(CODES));
            bench.measure("all of these", all());
        }
    }

    private static List<String> all() {
        return Stream.of(WORDS, SPANISH, TYPOS, CODES)
                .flatMap(words -> letterByLetter(words).stream())
                .toList();
    }

    private static void load(Terminologies terminologies, Path scratch, Path official) throws IOException {
        for (var file : official(official)) {
            terminologies.load(file, count -> {});
        }
        var real = terminologies.loaded().stream()
                .mapToLong(LoadedVocabulary::names)
                .sum();
        var made = scratch.resolve("made.obo");
        new MadeTerms().write(made, TERMS - (int) real);
        var begin = System.nanoTime();
        terminologies.load(made, count -> {});
        Figure.print("load %,d terms".formatted(TERMS - real), "%.1f s".formatted((System.nanoTime() - begin) / 1e9));
        Figure.print("terms of official files", "%,d".formatted(real));
    }

    private static List<Path> official(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var walk = Files.walk(folder)) {
            return walk.filter(path -> path.toString()
                            .matches(".*(/doid\\.obo|/hp\\.[^/]*json\\.gz|/mondo_exactmatch_[a-z0-9]+\\.sssom\\.tsv)"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> letterByLetter(List<String> words) {
        var typed = new ArrayList<String>();
        for (var whole : words) {
            for (var to = 1; to <= whole.length(); to++) {
                typed.add(whole.substring(0, to));
            }
        }
        return typed;
    }

    /** As the search box does: names of the knowledge, titles of ICD-10-CM, loaded terminologies. */
    private int first(String typed) {
        return names.search(typed, MOST).size()
                + Icd10Titles.search(typed, MOST).size()
                + terminologies.search(typed, MOST_LOADED).size();
    }

    private void measure(String what, List<String> queries) {
        record Timed(String query, long nanos) {}
        var times = new ArrayList<Timed>();
        var found = 0;
        for (var round = 0; round < ROUNDS; round++) {
            for (var query : queries) {
                var begin = System.nanoTime();
                found += Math.min(1, first(query));
                times.add(new Timed(query, System.nanoTime() - begin));
            }
        }
        var sorted = times.stream().mapToLong(Timed::nanos).sorted().toArray();
        var slowest = times.stream()
                .sorted((one, other) -> Long.compare(other.nanos, one.nanos))
                .map(Timed::query)
                .distinct()
                .limit(3)
                .toList();
        Figure.print(
                what,
                "%.1f ms median, %.1f ms p99, %.1f ms slowest of %,d; %,d with results; slowest %s"
                        .formatted(
                                at(sorted, 0.5),
                                at(sorted, 0.99),
                                Arrays.stream(sorted).max().orElse(0) / 1e6,
                                sorted.length,
                                found,
                                slowest));
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(Math.ceil(sorted.length * share)) - 1)] / 1e6;
    }
}
