package org.consilium.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.consilium.knowledge.Fingerprint.Side;
import org.consilium.knowledge.KnowledgeDiff.Change;
import org.consilium.knowledge.Statement.Kind;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The history of the knowledge base; {@code -Dgolden=update} writes it anew, to be reviewed in the diff. */
class KnowledgeHistoryTest {
    private static final Path FILE = Path.of("src/main/resources/knowledge/history.yaml");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HEAD = """
            # The name and short hashes of every entry of the first version, and of what each later one adds, changes or takes
            # away (~). Written by KnowledgeHistoryTest: run it with -Dgolden=update after any change of the content. A new date
            # in index.yaml begins a new version.
            """;

    @Test
    void theHistoryEndsWithWhatTheFilesSayNow() throws IOException {
        var now = KnowledgeBase.fingerprints(KnowledgeBase::resource);
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(FILE, written(kept().with(now)));
        }

        var last = kept().versions().getLast();

        assertThat(KnowledgeDiff.of(last, now).kinds())
                .as("entries that are not as history.yaml has them: run this test with -Dgolden=update")
                .isEmpty();
        assertThat(last.date()).isEqualTo(now.date());
    }

    @Test
    void everyEntryHasAFingerprint() {
        var knowledge = KnowledgeBase.load();
        var now = KnowledgeBase.fingerprints(KnowledgeBase::resource);

        for (var statement : Statement.all(knowledge)) {
            assertThat(now.entries().getOrDefault(statement.kind(), Map.of())).containsKey(statement.id());
        }
        assertThat(now.entries().values().stream().mapToInt(Map::size).sum()).isGreaterThan(1000);
    }

    @Test
    void theVersionsAreInTheirOrder() {
        var dates = KnowledgeHistory.load().versions().stream()
                .map(Fingerprints::date)
                .toList();

        assertThat(dates).isNotEmpty().isSorted().doesNotHaveDuplicates();
        assertThat(KnowledgeHistory.load().steps()).hasSize(dates.size() - 1);
    }

    @Test
    void tellsWhatWasAddedTakenAwayAndChanged() {
        var older = questions(
                "2026-01-01",
                "{id: Q1, text: {en: one, es: uno}}, {id: Q2, text: {en: two, es: dos}}, {id: Q3, to: B}");
        var newer = questions(
                "2026-02-01",
                "{id: Q3, to: B}, {to: '1', text: {en: two, es: dos}, id: Q2}, {id: Q4, text: {en: four, es: cuatro}}");

        var diff = KnowledgeDiff.of(older, newer);

        assertThat(diff.kinds())
                .containsExactly(Map.entry(
                        Kind.QUESTION,
                        List.of(
                                new Change.Removed("Q1", new Words("one", "uno")),
                                new Change.Changed("Q2", new Words("two", "dos"), Set.of(Side.RULE)),
                                new Change.Added("Q4", new Words("four", "cuatro")))));
        assertThat(diff.isEmpty()).isFalse();
    }

    @Test
    void tellsWhichSideOfAnEntryChanged() {
        var was = questions(
                "2026-01-01", "{id: Q1, text: {en: a}, codes: {icd10cm: [C50]}, days: 3, source: {tag: READ}}");

        assertThat(sides(was, "{id: Q1, text: {en: b}, codes: {icd10cm: [C50]}, days: 3, source: {tag: READ}}"))
                .containsExactly(Side.WORDS);
        assertThat(sides(was, "{id: Q1, text: {en: a}, codes: {icd10cm: [C51]}, days: 3, source: {tag: READ}}"))
                .containsExactly(Side.DETECTION);
        assertThat(sides(was, "{id: Q1, text: {en: a}, codes: {icd10cm: [C50]}, days: 4, source: {tag: READ}}"))
                .containsExactly(Side.RULE);
        assertThat(sides(was, "{id: Q1, text: {en: a}, codes: {icd10cm: [C50]}, source: {tag: CHECKED}}"))
                .containsExactly(Side.RULE, Side.SOURCE);
    }

    private static Set<Side> sides(Fingerprints was, String entry) {
        var changes = Objects.requireNonNull(
                KnowledgeDiff.of(was, questions("2026-02-01", entry)).kinds().get(Kind.QUESTION));
        assertThat(changes).singleElement().isInstanceOf(Change.Changed.class);
        return ((Change.Changed) changes.getFirst()).sides();
    }

    @Test
    void theOrderOfEntriesAndFieldsIsNoChange() {
        var one = questions("2026-01-01", "{id: Q1, to: B, topic: x}, {id: Q2, to: B}");
        var other = questions("2026-01-01", "{id: Q2, to: B}, {topic: x, to: B, id: Q1}");

        assertThat(KnowledgeDiff.of(one, other).isEmpty()).isTrue();
    }

    @Test
    void whatHoldsForAWholeFileCountsForEachOfItsEntries() {
        var one = files("2026-01-01", "reviewBy: '2027-01-01'\nquestions: [{id: Q1}, {id: Q2}]");
        var other = files("2026-01-01", "reviewBy: '2028-01-01'\nquestions: [{id: Q1}, {id: Q2}]");

        assertThat(KnowledgeDiff.of(one, other).kinds().get(Kind.QUESTION))
                .isEqualTo(List.of(
                        new Change.Changed("Q1", new Words("", ""), Set.of(Side.SOURCE)),
                        new Change.Changed("Q2", new Words("", ""), Set.of(Side.SOURCE))));
    }

    @Test
    void aNewDateBeginsAVersionAndTheSameDateReplacesTheLast() {
        var first = questions("2026-01-01", "{id: Q1}");
        var second = questions("2026-02-01", "{id: Q1}, {id: Q2}");
        var corrected = questions("2026-02-01", "{id: Q1}, {id: Q3}");

        var history = new KnowledgeHistory(List.of()).with(first).with(second).with(corrected);

        assertThat(history.versions()).containsExactly(first, corrected);
        assertThat(history.steps()).singleElement().satisfies(step -> {
            assertThat(step.since()).isEqualTo(LocalDate.of(2026, 1, 1));
            assertThat(step.date()).isEqualTo(LocalDate.of(2026, 2, 1));
            assertThat(step.diff().kinds()).containsOnlyKeys(Kind.QUESTION);
        });
        assertThat(KnowledgeHistory.read(new YAMLMapper().readTree(written(history))))
                .isEqualTo(history);
    }

    private static KnowledgeHistory kept() throws IOException {
        return Files.exists(FILE)
                ? KnowledgeHistory.read(new YAMLMapper().readTree(Files.readString(FILE)))
                : new KnowledgeHistory(List.of());
    }

    private static Fingerprints questions(String date, String entries) {
        return files(date, "questions: [" + entries + "]");
    }

    private static Fingerprints files(String date, String content) {
        return KnowledgeBase.fingerprints(
                name -> (name.equals("index") ? "date: '" + date + "'\nfiles: [all]" : content)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static String written(KnowledgeHistory history) {
        var text = new StringBuilder(HEAD).append("versions:\n");
        var before = new Fingerprints(LocalDate.EPOCH, Map.of());
        for (var version : history.versions()) {
            text.append("  - date: \"").append(version.date()).append("\"\n    entries:\n");
            for (var kind : Kind.values()) {
                var lines = lines(
                        before.entries().getOrDefault(kind, Map.of()),
                        version.entries().getOrDefault(kind, Map.of()));
                text.append("      ").append(kind.section()).append(lines.isEmpty() ? ": {}\n" : ":\n");
                lines.forEach((id, line) -> text.append("        \"%s\": %s\n".formatted(id, line)));
            }
            before = version;
        }
        return text.toString();
    }

    private static Map<String, String> lines(Map<String, Fingerprint> before, Map<String, Fingerprint> now) {
        var lines = new TreeMap<String, String>();
        before.keySet().stream().filter(id -> !now.containsKey(id)).forEach(id -> lines.put(id, "~"));
        now.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .forEach(entry -> lines.put(entry.getKey(), line(entry.getKey(), entry.getValue())));
        return lines;
    }

    private static String line(String id, Fingerprint print) {
        var hashes = print.hashes().entrySet().stream()
                .map(hash -> hash.getKey().word() + ":" + hash.getValue())
                .collect(Collectors.joining(" "));
        var isPair = id.endsWith(":" + print.name().en());
        return JSON.writeValueAsString(
                isPair
                        ? List.of(hashes)
                        : List.of(hashes, print.name().en(), print.name().es()));
    }
}
