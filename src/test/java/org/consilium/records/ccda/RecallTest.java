package org.consilium.records.ccda;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consilium.clinical.Fact;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Value;
import org.consilium.records.CaseFile;
import org.consilium.records.Reading;
import org.consilium.records.RecallTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Recall over the real documents: what a second, independent walk finds in the coded entries has to be a fact of the case file,
 * after merging, with its codes, its date, its value and unit. A statement is found again when a fact cites its element, or
 * one inside of it, or one around it.
 */
class RecallTest {
    private static final List<String> GOAL =
            List.of("problem", "medication", "allergy", "result", "procedure", "immunization");

    /** Counts of one row of the table. */
    private static final class Row {
        private int entries;
        private int empty;
        private int facts;
        private int codes;
        private int dates;
        private int values;
        private int asText;

        private List<Integer> counts() {
            return List.of(entries, facts, codes, dates, values, asText, entries - facts);
        }
    }

    private final Map<String, Map<String, Row>> table = new TreeMap<>();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private final List<String> misses = new ArrayList<>();

    @Test
    void everyCodedStatementOfTheRealDocumentsBecomesAFact() throws Exception {
        var files = Corpus.files();
        if (files.isEmpty()) {
            return;
        }
        for (var file : files) {
            var root = Dom.of(file);
            var reading = CcdaReader.read(Corpus.content(file));
            if (root.isPresent()) {
                compare(file, Expectations.in(root.get()), reading);
            }
        }
        print();
        for (var kind : GOAL) {
            var rows = table.values().stream()
                    .map(kinds -> kinds.getOrDefault(kind, new Row()))
                    .toList();
            var entries = rows.stream().mapToInt(row -> row.entries - row.empty).sum();
            assertThat(entries).as(kind).isPositive();
            assertThat(rows.stream().mapToInt(row -> row.facts).sum()).as(kind).isGreaterThanOrEqualTo(goal(entries));
            assertThat(rows.stream().mapToInt(row -> row.codes).sum()).as(kind).isGreaterThanOrEqualTo(goal(entries));
            assertThat(rows.stream().mapToInt(row -> row.dates).sum()).as(kind).isGreaterThanOrEqualTo(goal(entries));
            assertThat(rows.stream().mapToInt(row -> row.values).sum()).as(kind).isGreaterThanOrEqualTo(goal(entries));
        }
    }

    /** 99 of 100. */
    private static int goal(int entries) {
        return (int) Math.ceil(entries * 0.99);
    }

    private void compare(Path file, List<Expected> expected, Reading reading) {
        var facts = CaseFile.of(List.of(reading)).facts();
        Map<String, List<Fact>> byPlace = new HashMap<>();
        for (var fact : facts) {
            for (var source : fact.sources()) {
                byPlace.computeIfAbsent(source.at(), any -> new ArrayList<>()).add(fact);
            }
        }
        for (var each : expected) {
            var row = table.computeIfAbsent(Corpus.vendor(file), any -> new TreeMap<>())
                    .computeIfAbsent(each.kind(), any -> new Row());
            row.entries++;
            if (each.isEmpty() && around(byPlace, each.path()).isEmpty()) {
                row.empty++;
                reasons.merge(each.kind() + ": neither code nor value, words or date", 1, Integer::sum);
                assertThat(each.date())
                        .as("an entry with a date alone: %s %s", file, each)
                        .isEmpty();
                continue;
            }
            count(row, each, around(byPlace, each.path()), file);
        }
    }

    private void count(Row row, Expected each, List<Fact> candidates, Path file) {
        if (candidates.isEmpty()) {
            reasons.merge(each.kind() + ": no stated reason", 1, Integer::sum);
            misses.add("lost  " + file + " " + each);
            return;
        }
        row.facts++;
        row.asText += each.codes().isEmpty() ? 1 : 0;
        var coded = candidates.stream()
                .filter(fact -> codes(fact).containsAll(each.codes()))
                .toList();
        var dated = candidates.stream().filter(fact -> dated(fact, each)).toList();
        var valued = candidates.stream().filter(fact -> valued(fact, each)).toList();
        row.codes += coded.isEmpty() ? 0 : 1;
        row.dates += dated.isEmpty() ? 0 : 1;
        row.values += valued.isEmpty() ? 0 : 1;
        if (coded.isEmpty() || dated.isEmpty() || valued.isEmpty()) {
            var what = coded.isEmpty() ? "code" : dated.isEmpty() ? "date" : "value";
            reasons.merge(each.kind() + ": a fact, but with another " + what, 1, Integer::sum);
            misses.add(what + "  " + file + " " + each + " <> " + candidates);
        }
    }

    /** The facts at the element itself; else inside of it; else around it, but not those of a whole section. */
    private static List<Fact> around(Map<String, List<Fact>> byPlace, String path) {
        var exact = byPlace.get(path);
        if (exact != null) {
            return exact;
        }
        var inside = byPlace.entrySet().stream()
                .filter(place -> place.getKey().startsWith(path + "/"))
                .flatMap(place -> place.getValue().stream())
                .toList();
        if (!inside.isEmpty()) {
            return inside;
        }
        var above = path;
        while (above.lastIndexOf('/') > 0) {
            above = above.substring(0, above.lastIndexOf('/'));
            if (above.matches(".*/(section|entry)(\\[\\d+])?")) {
                return List.of();
            }
            var facts = byPlace.get(above);
            if (facts != null) {
                return facts;
            }
        }
        return List.of();
    }

    private static List<String> codes(Fact fact) {
        var codes = new ArrayList<>(fact.codes());
        if (fact.value() instanceof Value.Coded coded) {
            codes.addAll(coded.codes());
        }
        return codes.stream()
                .flatMap(code ->
                        List.of(Expectations.plain(code.system(), code.code()), Expectations.plain("", code.code()))
                                .stream())
                .toList();
    }

    private static boolean dated(Fact fact, Expected each) {
        return says(fact.date(), each.date()) && says(fact.end(), each.end());
    }

    private static boolean says(@Nullable PartialDate date, String wanted) {
        return wanted.isEmpty() || (date != null && date.toString().startsWith(wanted));
    }

    private static boolean valued(Fact fact, Expected each) {
        if (each.value().isEmpty()) {
            return true;
        }
        var said = switch (fact.value()) {
            case null -> fact.text() + " " + fact.details();
            case Value.Quantity quantity -> quantity.number().toPlainString();
            case Value.Coded coded -> codes(fact) + coded.text();
            case Value.Words words -> words.text();
        };
        var unit = fact.value() instanceof Value.Quantity quantity && quantity.unit() != null ? quantity.unit() : said;
        return holds(said, each.value()) && (each.unit().isEmpty() || holds(unit, each.unit()));
    }

    private static boolean holds(String said, String wanted) {
        var plain = said.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return plain.contains(wanted.toLowerCase(Locale.ROOT)) || sameNumber(said, wanted);
    }

    private static boolean sameNumber(String said, String wanted) {
        try {
            return new BigDecimal(said).compareTo(new BigDecimal(wanted.replace(",", ""))) == 0;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    private void print() throws Exception {
        var rows = new ArrayList<List<?>>();
        var sums = new TreeMap<String, List<Integer>>();
        table.forEach((vendor, kinds) -> kinds.forEach((kind, row) -> {
            rows.add(line(vendor, kind, row.counts()));
            sums.merge(kind, row.counts(), RecallTest::sum);
        }));
        sums.forEach((kind, counts) -> rows.add(line("all", kind, counts)));
        rows.forEach(row -> System.out.println("recall of C-CDA: " + row));
        RecallTable.write(
                "ccda",
                List.of(
                        "source",
                        "kind",
                        "entries",
                        "facts",
                        "code right",
                        "date right",
                        "value right",
                        "as text",
                        "not mapped"),
                rows,
                reasons);
        Files.writeString(Path.of("target/ccda-misses.txt"), misses.stream().collect(Collectors.joining("\n")));
    }

    private static List<?> line(String vendor, String kind, List<Integer> counts) {
        return Stream.concat(Stream.of(vendor, kind), counts.stream()).toList();
    }

    private static List<Integer> sum(List<Integer> one, List<Integer> other) {
        return IntStream.range(0, one.size())
                .mapToObj(i -> one.get(i) + other.get(i))
                .toList();
    }
}
