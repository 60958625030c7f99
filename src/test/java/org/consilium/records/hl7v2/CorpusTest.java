package org.consilium.records.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Value;
import org.consilium.records.Content;
import org.consilium.records.Format;
import org.consilium.records.hl7v2.Harvest.Reason;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the real messages beside the project, when they are there, and compares with the FHIR that others made of them. */
class CorpusTest {
    private static final Path SHARED = Path.of("../shared/data");
    private static final Path UNPACKED = Path.of("target/shared-data");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, FactKind> KINDS = Map.of(
            "OBX", FactKind.LAB,
            "DG1", FactKind.CONDITION,
            "PRB", FactKind.CONDITION,
            "AL1", FactKind.ALLERGY,
            "IAM", FactKind.ALLERGY,
            "PR1", FactKind.PROCEDURE,
            "RXA", FactKind.IMMUNIZATION,
            "RXE", FactKind.MEDICATION,
            "SCH", FactKind.ENCOUNTER);

    @Test
    void readsEveryRealMessageAndAccountsForEveryObservation() throws Exception {
        var files = files();
        if (files.isEmpty()) {
            System.out.println("no real HL7 v2 messages beside the project: nothing to read");
            return;
        }
        var segments = new TreeMap<String, Integer>();
        var became = new TreeMap<String, Integer>();
        for (var file : files) {
            var content = new Content(file.toString(), file.getFileName().toString(), file);
            var harvest = new Harvest(content);
            var bytes = Files.readAllBytes(file);
            var reading = Hl7Reader.read(content, bytes, harvest);
            var characters = Characters.of(bytes);
            var observations = new HashSet<String>();
            Hl7Message.each(
                    characters.text(),
                    characters.charset(),
                    message -> message.segments().forEach(segment -> {
                        segments.merge(segment.name(), 1, Integer::sum);
                        if (KINDS.containsKey(segment.name())) {
                            observations.add(segment.place());
                        }
                    }));

            assertThat(reading.format()).isEqualTo(Format.HL7V2);
            var places = reading.facts().stream()
                    .flatMap(fact -> fact.sources().stream())
                    .map(source -> source.at().replaceAll("!.*", ""))
                    .collect(Collectors.toSet());
            places.stream()
                    .filter(observations::contains)
                    .forEach(place -> became.merge(place.replaceAll(".*/(\\w+)\\[.*", "$1"), 1, Integer::sum));
            var missing = observations.stream()
                    .filter(place -> !places.contains(place))
                    .count();
            var reasons = List.of(Reason.TEXT, Reason.EMPTY, Reason.EMPTY_FILE, Reason.BROKEN_FILE).stream()
                    .mapToInt(harvest::counted)
                    .sum();
            assertThat(missing).as(file.toString()).isLessThanOrEqualTo(reasons);
            List.of(Reason.values())
                    .forEach(reason -> became.merge("~" + reason, harvest.counted(reason), Integer::sum));
            reading.facts().forEach(fact -> became.merge("fact " + fact.kind().word(), 1, Integer::sum));
        }
        System.out.println("HL7 v2 files: " + files.size());
        KINDS.keySet().stream()
                .sorted()
                .forEach(name -> System.out.printf(
                        "HL7 v2 %s: %d segments, %d are places of facts%n",
                        name, segments.getOrDefault(name, 0), became.getOrDefault(name, 0)));
        became.forEach((what, count) -> System.out.println("HL7 v2 " + what + ": " + count));
    }

    /** The codes of one kind that the other reader found, and how many of them are here; likewise values and dates. */
    @Test
    void findsTheCodesValuesAndDatesThatAnotherReaderFound() throws Exception {
        var tally = new TreeMap<String, int[]>();
        for (var file : files()) {
            var expected = expected(file);
            if (expected == null) {
                continue;
            }
            var facts = Hl7Reader.read(new Content(file.toString(), "m", file)).facts();
            for (var entry : JSON.readTree(Files.readAllBytes(expected)).path("entry")) {
                compare(entry.path("resource"), facts, tally, file.getFileName().toString());
            }
        }
        tally.forEach((what, counts) -> System.out.printf(
                "HL7 v2 against other FHIR: %-40s %4d of %4d (%.1f %%)%n",
                what, counts[0], counts[1], 100.0 * counts[0] / counts[1]));
        tally.forEach((what, counts) -> {
            if (what.endsWith(" code") && !what.startsWith("Obs") && !what.startsWith("Diag")) {
                assertThat(counts[0]).as(what).isGreaterThanOrEqualTo(counts[1] * 8 / 10);
            }
            if (what.endsWith(" date") || what.endsWith(" number")) {
                assertThat(counts[0]).as(what).isEqualTo(counts[1]);
            }
        });
    }

    private static void compare(JsonNode resource, List<Fact> facts, Map<String, int[]> tally, String file) {
        var type = resource.path("resourceType").asString("");
        var concept = resource.path(
                switch (type) {
                    case "Immunization" -> "vaccineCode";
                    case "MedicationRequest", "MedicationDispense", "MedicationStatement" ->
                        "medicationCodeableConcept";
                    case "Observation",
                            "Condition",
                            "AllergyIntolerance",
                            "Procedure",
                            "DiagnosticReport",
                            "Medication" -> "code";
                    default -> "none";
                });
        var code = concept.path("coding").path(0).path("code").asString("");
        if (code.isEmpty()) {
            return;
        }
        var same = facts.stream()
                .filter(fact -> fact.codes().stream()
                        .anyMatch(each -> plain(each.code()).equals(plain(code))))
                .toList();
        var counts = tally.computeIfAbsent(type + " code", any -> new int[2]);
        counts[1]++;
        if (!same.isEmpty()) {
            counts[0]++;
        } else {
            System.out.println("HL7 v2: other code not here: " + type + " in " + file);
        }
        var number = resource.path("valueQuantity").path("value");
        if (number.isNumber()) {
            tally(
                    tally,
                    type + " number",
                    same,
                    fact -> fact.value() instanceof Value.Quantity quantity
                            && quantity.number().compareTo(number.decimalValue()) == 0);
        }
        if (same.isEmpty()) {
            return;
        }
        for (var field : Set.of("effectiveDateTime", "onsetDateTime", "performedDateTime", "occurrenceDateTime")) {
            PartialDate.parse(resource.path(field).asString(null))
                    .ifPresent(date -> tally(
                            tally, type + " date", same, fact -> fact.date() != null && sameDay(fact.date(), date)));
        }
    }

    /** The same day as written, or the same instant told in another zone. */
    private static boolean sameDay(PartialDate one, PartialDate other) {
        return one.withoutTime().equals(other.withoutTime())
                || (zoned(one)
                        && zoned(other)
                        && OffsetDateTime.parse(one.toString()).isEqual(OffsetDateTime.parse(other.toString())));
    }

    private static boolean zoned(PartialDate date) {
        return date.time() != null && date.time().matches(".*([+-]\\d\\d:\\d\\d|Z)");
    }

    private static void tally(
            Map<String, int[]> tally, String what, List<Fact> same, java.util.function.Predicate<Fact> test) {
        var counts = tally.computeIfAbsent(what, any -> new int[2]);
        counts[1]++;
        if (same.stream().anyMatch(test)) {
            counts[0]++;
        }
    }

    private static String plain(String code) {
        return code.replace(".", "").toLowerCase(java.util.Locale.ROOT);
    }

    private static @org.jspecify.annotations.Nullable Path expected(Path message) throws IOException {
        var name = message.getFileName().toString().replace(".hl7", "-expected.json");
        try (var all = Files.walk(UNPACKED.resolve("hl7v2"))) {
            return all.filter(file -> file.getFileName().toString().equals(name))
                    .findFirst()
                    .orElse(null);
        }
    }

    private static List<Path> files() throws IOException, InterruptedException {
        if (!Files.exists(UNPACKED.resolve("hl7v2"))) {
            if (!Files.exists(SHARED.resolve("hl7v2.tar.xz"))) {
                return List.of();
            }
            new ProcessBuilder(SHARED.resolve("unpack").toString(), UNPACKED.toString(), "hl7v2")
                    .inheritIO()
                    .start()
                    .waitFor();
        }
        var files = new ArrayList<Path>();
        try (var all = Files.walk(UNPACKED.resolve("hl7v2"))) {
            all.filter(file -> file.toString().endsWith(".hl7")).sorted().forEach(files::add);
        }
        return files;
    }
}
