package org.consilium.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.comparison.Comparison;
import org.consilium.comparison.Comparison.DiagnosisLevel;
import org.consilium.knowledge.KnowledgeBase;
import org.consilium.opinions.Opinion;
import org.consilium.opinions.Samples;
import org.consilium.terminology.Relation.Kind;
import org.consilium.terminology.Terminologies.Loading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads the real ontology files beside the project, when they are there, and holds the relations against their own. */
class RealTerminologiesTest {
    private static final Path SHARED = Path.of("../shared/data");
    private static final Path UNPACKED = Path.of("target/shared-data");
    private static final String MONDO = "http://purl.obolibrary.org/obo/mondo.owl";
    private static final int SOME = 1_000;
    private static final int COMPARED = 500;

    @TempDir
    private Path folder;

    @Test
    void mondosOwnEquivalencesAndHierarchyComeOutAsTheyAre() throws Exception {
        var mappings = files(".*/mondo_exactmatch_(sctid|orphanet|icd10cm)\\.sssom\\.tsv");
        var edges = files(".*/edges\\.tsv");
        if (mappings.size() < 3 || edges.isEmpty()) {
            System.out.println("no real ontology files beside the project: nothing to load");
            return;
        }
        try (var terminologies = Terminologies.in(folder)) {
            for (var file : mappings) {
                var loaded = load(terminologies, file);
                assertThat(loaded.mappings())
                        .as(file.getFileName().toString())
                        .isEqualTo(lines(file, "skos:exactMatch").size());
            }
            load(terminologies, edges.getFirst());
            var equal = equivalences(mappings);
            var isA = hierarchy(edges.getFirst());
            var random = new Random(7);
            Collections.shuffle(equal, random);
            Collections.shuffle(isA, random);
            var same = count(terminologies, equal.subList(0, SOME));
            var below = count(terminologies, isA.subList(0, SOME));
            var apart = count(terminologies, apart(isA, random));
            System.out.println("equivalent by Mondo: " + same);
            System.out.println("is-a by Mondo: " + below);
            System.out.println("two Mondo diseases taken at random: " + apart);
            var found = same.getOrDefault(Kind.SAME, 0);
            var wrong = apart.getOrDefault(Kind.SAME, 0);
            System.out.println("the same by Mondo: recall %d of %d, precision %d of %d"
                    .formatted(found, SOME, found, found + wrong));
            levels(terminologies, "equivalent by Mondo", equal, Set.of(DiagnosisLevel.D0));
            levels(terminologies, "is-a by Mondo", isA, Set.of(DiagnosisLevel.D1));
            levels(
                    terminologies,
                    "two Mondo diseases taken at random",
                    apart(isA, random),
                    Set.of(DiagnosisLevel.D3, DiagnosisLevel.D4, DiagnosisLevel.D5));
            assertThat(found).isEqualTo(SOME);
            assertThat(below.getOrDefault(Kind.FIRST_REFINES, 0)).isEqualTo(SOME);
            assertThat(wrong).isZero();
        }
    }

    private static LoadedVocabulary load(Terminologies terminologies, Path file) {
        return switch (terminologies.load(file, count -> {})) {
            case Loading.Done(var vocabulary) -> vocabulary;
            case Loading.Refused(var why) -> throw new AssertionError(file + ": " + why.key());
        };
    }

    private record Two(Code first, Code second) {}

    /** Codes of two systems that Mondo says are the same as one Mondo disease. */
    private static List<Two> equivalences(List<Path> mappings) throws IOException {
        var byDisease = new TreeMap<String, List<Code>>();
        for (var file : mappings) {
            for (var cells : lines(file, "skos:exactMatch")) {
                var object = cells[3].split(":", 2);
                var system = switch (object[0]) {
                    case "SCTID" -> CodeSystems.SNOMED;
                    case "Orphanet" -> CodeSystems.ORPHA;
                    default -> CodeSystems.ICD10CM;
                };
                byDisease
                        .computeIfAbsent(cells[0], disease -> new ArrayList<>())
                        .add(Code.of(system, object[1]));
            }
        }
        var pairs = new ArrayList<Two>();
        for (var codes : byDisease.values()) {
            for (var one : codes) {
                codes.stream()
                        .filter(other -> !other.system().equals(one.system()))
                        .forEach(other -> pairs.add(new Two(one, other)));
            }
        }
        return pairs;
    }

    private static List<Two> hierarchy(Path edges) throws IOException {
        return new ArrayList<>(lines(edges, "rdfs:subClassOf").stream()
                .filter(cells -> cells[0].startsWith("MONDO:") && cells[2].startsWith("MONDO:"))
                .map(cells -> new Two(Code.of(MONDO, cells[0].substring(6)), Code.of(MONDO, cells[2].substring(6))))
                .toList());
    }

    private static List<Two> apart(List<Two> isA, Random random) {
        return random.ints(SOME, 0, isA.size())
                .mapToObj(place -> new Two(
                        isA.get(place).first(),
                        isA.get((place + isA.size() / 2) % isA.size()).first()))
                .filter(two -> !two.first().equals(two.second()))
                .toList();
    }

    private static Map<Kind, Integer> count(Terminologies terminologies, List<Two> pairs) {
        var counts = new TreeMap<Kind, Integer>();
        for (var pair : pairs) {
            var crosswalk = terminologies.relating(List.of(pair.first(), pair.second()), Crosswalk.EMPTY);
            counts.merge(
                    Relation.of(List.of(pair.first()), List.of(pair.second()), crosswalk)
                            .kind(),
                    1,
                    Integer::sum);
        }
        return counts;
    }

    /** The same pairs as diagnoses of two opinions that are compared; one of a hundred at random may really be a kind of the other. */
    private static void levels(
            Terminologies terminologies, String what, List<Two> pairs, Set<DiagnosisLevel> expected) {
        var knowledge = KnowledgeBase.load();
        var levels = new TreeMap<DiagnosisLevel, Integer>();
        for (var pair : pairs.subList(0, COMPARED)) {
            var crosswalk = terminologies.relating(List.of(pair.first(), pair.second()), Crosswalk.EMPTY);
            var comparison = Comparison.of(
                    List.of(opinion("Dr. First", pair.first()), opinion("Dr. Second", pair.second())),
                    knowledge,
                    crosswalk);
            levels.merge(comparison.diagnosis(), 1, Integer::sum);
            if (!expected.contains(comparison.diagnosis())) {
                System.out.println("levels, otherwise: " + pair + " " + comparison.diagnosis());
            }
        }
        System.out.println("levels, " + what + ": " + levels);
        var right = expected.stream()
                .mapToInt(level -> levels.getOrDefault(level, 0))
                .sum();
        assertThat(right).as(what).isGreaterThanOrEqualTo(COMPARED * 99 / 100);
    }

    private static Opinion opinion(String doctor, Code code) {
        return Samples.by(
                doctor,
                "2026-01-10",
                "'diagnoses': [{'text': 'the illness of %s', 'codes': [{'system': '%s', 'code': '%s'}]}]"
                        .formatted(doctor, code.system(), code.code()));
    }

    private static List<String[]> lines(Path file, String predicate) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split("\t"))
                .filter(cells -> cells.length > 2 && (cells[1].equals(predicate) || cells[2].equals(predicate)))
                .toList();
    }

    private static List<Path> files(String name) throws Exception {
        if (!Files.isExecutable(SHARED.resolve("unpack"))) {
            return List.of();
        }
        if (!Files.isDirectory(UNPACKED.resolve("ontology"))) {
            var unpack = new ProcessBuilder(SHARED.resolve("unpack").toString(), UNPACKED.toString(), "ontology")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(unpack.waitFor()).isZero();
        }
        try (var walk = Files.walk(UNPACKED.resolve("ontology"))) {
            return walk.filter(path -> path.toString().matches(name)).sorted().toList();
        }
    }
}
