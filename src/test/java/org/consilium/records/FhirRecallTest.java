package org.consilium.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Looks, for every entry of the FHIR files that others wrote, for the fact made of it. The files are gone through a second
 * time by {@link PlainTrees}, which shares no code with the reader. Says so when the files are not here.
 */
class FhirRecallTest {
    private static final Path UNPACK = Path.of("../shared/data/unpack");
    private static final Path TARGET = Path.of("target/shared-data");
    private static final List<String> COUNTED = List.of(
            "entries",
            "coded",
            "facts",
            "code right",
            "date given",
            "date right",
            "value given",
            "value right",
            "status given",
            "status right",
            "as text",
            "not mapped");

    private final Map<String, Map<String, Integer>> table = new TreeMap<>();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private final List<String> misses = new ArrayList<>();

    @Test
    void findsAFactForEveryEntry() throws IOException, InterruptedException {
        if (!Files.isExecutable(UNPACK)) {
            System.out.println("recall of FHIR: the shared files are not here, nothing compared");
            assertThat(UNPACK).doesNotExist();
            return;
        }
        for (var file : files()) {
            compare(file);
        }
        print();
        for (var type : Expected.TYPES) {
            var all = table.getOrDefault("~ " + type, Map.of());
            assertThat(all.getOrDefault("code right", 0))
                    .as("%s: %s", type, misses)
                    .isGreaterThanOrEqualTo((int) Math.ceil(0.99 * all.getOrDefault("coded", 0)));
            assertThat(all.getOrDefault("date right", 0))
                    .as("dates of %s: %s", type, misses)
                    .isGreaterThanOrEqualTo((int) Math.ceil(0.99 * all.getOrDefault("date given", 0)));
            assertThat(all.getOrDefault("value right", 0))
                    .as("values of %s: %s", type, misses)
                    .isGreaterThanOrEqualTo((int) Math.ceil(0.99 * all.getOrDefault("value given", 0)));
        }
    }

    private void compare(Path file) throws IOException {
        var resources = PlainTrees.of(file);
        if (resources.isEmpty()) {
            return;
        }
        var reading =
                Readers.read(new Content(file.toString(), file.getFileName().toString(), file));
        var byPlace = new HashMap<String, Fact>();
        for (var fact : CaseFile.of(List.of(reading)).facts()) {
            fact.sources().forEach(source -> byPlace.putIfAbsent(source.at(), fact));
        }
        var unmapped = new Unmapped(resources, reading);
        for (var resource : resources) {
            for (var expected : Expected.of(resource, resources)) {
                var fact = fact(byPlace, expected);
                if (fact == null) {
                    unmapped(file, expected, unmapped);
                } else {
                    mapped(file, expected, fact);
                }
            }
        }
    }

    private static @Nullable Fact fact(Map<String, Fact> byPlace, Expected expected) {
        var here = byPlace.get(expected.at());
        if (here != null) {
            return here;
        }
        return byPlace.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(expected.at() + ".")
                        && !entry.getKey().contains(".contained[")
                        && !entry.getKey().contains("!"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private void unmapped(Path file, Expected expected, Unmapped unmapped) {
        var why = unmapped.reason(expected);
        reasons.merge(expected.from().type() + ": " + why, 1, Integer::sum);
        count(file, expected, "entries", true);
        count(file, expected, "not mapped", true);
        if (why.equals(Unmapped.UNSAID)) {
            count(file, expected, "coded", !expected.codes().isEmpty());
            misses.add("no fact " + file + " " + expected.at());
        }
    }

    private void mapped(Path file, Expected expected, Fact fact) {
        var codes = fact.codes().stream()
                .map(code -> code.code().toLowerCase(Locale.ROOT))
                .toList();
        var codesRight = expected.codes().stream().allMatch(code -> codes.contains(code.toLowerCase(Locale.ROOT)));
        var coded = !expected.codes().isEmpty();
        count(file, expected, "entries", true);
        count(file, expected, "facts", true);
        count(file, expected, "coded", coded);
        check(file, expected, "code right", coded, codesRight, fact);
        var dated = !expected.date().isEmpty();
        count(file, expected, "date given", dated);
        check(file, expected, "date right", dated, isDate(expected.date(), fact), fact);
        var valued = !expected.value().isEmpty();
        count(file, expected, "value given", valued);
        check(file, expected, "value right", valued, fact.value() != null && isValue(expected, fact.value()), fact);
        var hasStatus = !expected.status().isEmpty();
        count(file, expected, "status given", hasStatus);
        check(file, expected, "status right", hasStatus, fact.status().equals(expected.status()), fact);
        count(file, expected, "as text", fact.details().containsKey(Detail.NARRATIVE) && !coded);
    }

    private void check(Path file, Expected expected, String what, boolean given, boolean right, Fact fact) {
        count(file, expected, what, given && right);
        if (given && !right) {
            misses.add("not " + what + " " + file + " " + expected.at() + " " + expected.codes() + expected.date()
                    + " = " + expected.value() + expected.units() + expected.status() + " but " + fact.date() + " "
                    + fact.value() + " " + fact.status());
        }
    }

    private static boolean isDate(String expected, Fact fact) {
        return fact.date() != null && fact.date().withoutTime().toString().startsWith(expected);
    }

    private static boolean isValue(Expected expected, Value value) {
        return switch (value) {
            case null -> false;
            case Value.Quantity quantity ->
                quantity.number().compareTo(new BigDecimal(expected.value())) == 0
                        && (expected.units().isEmpty() || expected.units().contains(quantity.unit()));
            case Value.Coded coded ->
                coded.codes().stream().anyMatch(code -> code.code().equals(expected.value()))
                        || coded.text().equals(expected.value());
            case Value.Words words ->
                words.text().strip().startsWith(bounded(expected.value()))
                        || isNumber(words.text().split(" ")[0], expected.value());
        };
    }

    /** A number too large or too small for any measurement is kept digit for digit as words. */
    private static boolean isNumber(String written, String expected) {
        try {
            return new BigDecimal(written).compareTo(new BigDecimal(expected)) == 0;
        } catch (NumberFormatException words) {
            return false;
        }
    }

    private static String bounded(String words) {
        return words.substring(0, Math.min(900, words.length())).strip();
    }

    private void count(Path file, Expected expected, String what, boolean so) {
        var from = TARGET.relativize(file).subpath(0, 2).toString();
        for (var row : List.of(from, "~ " + expected.from().type(), "~~ all")) {
            table.computeIfAbsent(row, key -> new HashMap<>()).merge(what, so ? 1 : 0, Integer::sum);
        }
    }

    private void print() throws IOException {
        System.out.printf("recall of FHIR: %-44s%s%n", "", String.join(" | ", COUNTED));
        table.forEach((from, counts) -> {
            var line = new StringBuilder();
            COUNTED.forEach(
                    what -> line.append(String.format("%" + what.length() + "d | ", counts.getOrDefault(what, 0))));
            System.out.printf("recall of FHIR: %-44s%s%n", from, line);
        });
        var columns = new ArrayList<>(List.of("source, or kind of resource"));
        columns.addAll(COUNTED);
        var rows = new ArrayList<List<?>>();
        table.forEach((from, counts) -> {
            var row = new ArrayList<Object>(List.of(from));
            COUNTED.forEach(what -> row.add(counts.getOrDefault(what, 0)));
            rows.add(row);
        });
        RecallTable.write("fhir", columns, rows, reasons);
        reasons.forEach((why, count) -> System.out.printf("recall of FHIR: not mapped %6d %s%n", count, why));
        misses.stream().limit(Integer.getInteger("misses", 20)).forEach(miss -> System.out.println("  " + miss));
    }

    private static List<Path> files() throws IOException, InterruptedException {
        Files.createDirectories(TARGET);
        var unpacking = new ProcessBuilder(
                        UNPACK.toAbsolutePath().toString(), TARGET.toString(), "fhir-r4", "drugs-claims")
                .inheritIO()
                .start();
        assertThat(unpacking.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(unpacking.exitValue()).isZero();
        try (var all = Files.walk(TARGET)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.startsWith(TARGET.resolve("fhir-r4"))
                            || file.startsWith(TARGET.resolve("drugs-claims")))
                    .sorted()
                    .toList();
        }
    }
}
