package org.consilium.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.Value;
import org.junit.jupiter.api.Test;

/**
 * The C-CDA documents for which somebody else's converter left the FHIR it makes of them: its codes, dates and values have to be
 * in our facts too. Says so when the files are not here.
 */
class CcdaAgainstFhirTest {
    private static final Path UNPACK = Path.of("../shared/data/unpack");
    private static final Path TARGET = Path.of("target/shared-data");
    private static final List<String> COMPARED = List.of(
            "AllergyIntolerance",
            "Condition",
            "Immunization",
            "MedicationRequest",
            "MedicationStatement",
            "Observation",
            "Procedure");

    private final Map<String, int[]> table = new TreeMap<>();
    private final Map<String, Integer> reasons = new TreeMap<>();

    @Test
    void findsTheCodesDatesAndValuesThatAnotherConverterFound() throws Exception {
        if (!Files.isExecutable(UNPACK)) {
            System.out.println("C-CDA against FHIR: the shared files are not here, nothing compared");
            assertThat(UNPACK).doesNotExist();
            return;
        }
        for (var expected : files(".json")) {
            var name = expected.getFileName().toString().replace("-expected.json", ".ccda");
            for (var document : files("/" + name)) {
                compare(expected, document);
            }
        }
        print();
        assertThat(table.keySet()).containsAll(List.of("Condition", "Observation", "Procedure"));
        table.forEach((type, counts) -> {
            assertThat(counts[1]).as("codes of " + type + reasons).isGreaterThanOrEqualTo(goal(counts[0]));
            assertThat(counts[3]).as("dates of " + type + reasons).isGreaterThanOrEqualTo(goal(counts[2]));
            assertThat(counts[5]).as("values of " + type + reasons).isGreaterThanOrEqualTo(goal(counts[4]));
        });
    }

    private static int goal(int entries) {
        return (int) Math.ceil(entries * 0.99);
    }

    private void compare(Path file, Path document) throws IOException {
        var reading = Readers.read(
                new Content(document.toString(), document.getFileName().toString(), document));
        var facts = CaseFile.of(List.of(reading)).facts();
        var resources = PlainTrees.of(file);
        for (var resource : resources) {
            if (COMPARED.contains(resource.type())) {
                Expected.of(resource, resources).stream()
                        .filter(expected -> !expected.codes().isEmpty())
                        .forEach(expected -> compare(expected, facts, document));
            }
        }
    }

    private void compare(Expected expected, List<Fact> facts, Path document) {
        var type = expected.from().type();
        var counts = table.computeIfAbsent(type, any -> new int[6]);
        var same = facts.stream()
                .filter(fact -> codes(fact).stream()
                        .anyMatch(code -> code.equals(plain(expected.value()))
                                || expected.codes().stream()
                                        .anyMatch(wanted -> plain(wanted).equals(code))))
                .toList();
        tell(counts, 0, !same.isEmpty(), type + " code", expected, document);
        if (same.isEmpty()) {
            return;
        }
        if (!expected.date().isEmpty()) {
            var right = same.stream()
                    .anyMatch(fact -> dates(fact).stream()
                            .anyMatch(date -> date.startsWith(expected.date())
                                    || expected.date().startsWith(date)));
            tell(counts, 2, right, type + " date", expected, document);
        }
        if (!expected.value().isEmpty()) {
            var right = same.stream().anyMatch(fact -> isValue(fact, expected.value()));
            tell(counts, 4, right, type + " value", expected, document);
        }
    }

    private static boolean isValue(Fact fact, String wanted) {
        if (codes(fact).contains(plain(wanted))) {
            return true;
        }
        return switch (fact.value()) {
            case null -> false;
            case Value.Quantity quantity ->
                wanted.matches("-?[0-9]+([.][0-9]+)?") && quantity.number().compareTo(new BigDecimal(wanted)) == 0;
            case Value.Words words -> oneSpace(words.text()).contains(oneSpace(wanted));
            case Value.Coded coded -> coded.text().equals(wanted);
        };
    }

    private static String oneSpace(String words) {
        return words.replaceAll("\\s+", " ");
    }

    private void tell(int[] counts, int at, boolean right, String what, Expected expected, Path document) {
        counts[at]++;
        counts[at + 1] += right ? 1 : 0;
        if (!right) {
            reasons.merge(
                    what + " " + expected.codes() + " " + expected.date() + " in " + document.getFileName(),
                    1,
                    Integer::sum);
        }
    }

    private static List<String> dates(Fact fact) {
        var dates = new ArrayList<String>();
        if (fact.date() != null) {
            dates.add(fact.date().withoutTime().toString());
        }
        fact.detail(Detail.RECORDED).ifPresent(recorded -> dates.add(recorded.replaceAll("T.*", "")));
        return dates;
    }

    private static List<String> codes(Fact fact) {
        var codes = new ArrayList<>(fact.codes());
        if (fact.value() instanceof Value.Coded coded) {
            codes.addAll(coded.codes());
        }
        return codes.stream().map(code -> plain(code.code())).toList();
    }

    private static String plain(String code) {
        return code.replace(".", "").toLowerCase(Locale.ROOT);
    }

    private void print() throws IOException {
        var rows = new ArrayList<List<?>>();
        table.forEach((type, counts) ->
                rows.add(List.of(type, counts[0], counts[1], counts[2], counts[3], counts[4], counts[5])));
        rows.forEach(row -> System.out.println("C-CDA against FHIR: " + row));
        reasons.forEach((why, count) -> System.out.println("C-CDA against FHIR: " + count + " " + why));
        RecallTable.write(
                "ccda-against-fhir",
                List.of("resource", "coded", "code here", "dated", "date here", "with value", "value here"),
                rows,
                reasons);
    }

    private static List<Path> files(String end) throws IOException, InterruptedException {
        var folder = TARGET.resolve("ccda/microsoft+FHIR-Converter");
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(TARGET);
            var unpacking = new ProcessBuilder(UNPACK.toAbsolutePath().toString(), TARGET.toString(), "ccda")
                    .inheritIO()
                    .start();
            assertThat(unpacking.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(unpacking.exitValue()).isZero();
        }
        try (var all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }
}
