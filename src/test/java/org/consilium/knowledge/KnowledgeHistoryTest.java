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
import org.consilium.knowledge.KnowledgeDiff.Changes;
import org.consilium.knowledge.Statement.Kind;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The history of the knowledge base; {@code -Dgolden=update} writes it anew, to be reviewed in the diff. */
class KnowledgeHistoryTest {
    private static final Path FILE = Path.of("src/main/resources/knowledge/history.yaml");
    private static final String HEAD = """
            # A short hash of every entry of every version, to say what changed. Written by KnowledgeHistoryTest: run it with
            # -Dgolden=update after any change of the content. A new date in index.yaml begins a new version.
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
        var older = questions("2026-01-01", "{id: Q1, to: B}, {id: Q2, to: B}, {id: Q3, to: B}");
        var newer = questions("2026-02-01", "{id: Q3, to: B}, {to: '1', id: Q2}, {id: Q4, to: B}");

        var diff = KnowledgeDiff.of(older, newer);

        assertThat(diff.kinds())
                .containsExactly(Map.entry(Kind.QUESTION, new Changes(List.of("Q4"), List.of("Q1"), List.of("Q2"))));
        assertThat(diff.isEmpty()).isFalse();
        assertThat(KnowledgeDiff.of(newer, older).kinds().get(Kind.QUESTION)).satisfies(back -> {
            assertThat(Objects.requireNonNull(back).added()).containsExactly("Q1");
            assertThat(back.removed()).containsExactly("Q4");
        });
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
                .isEqualTo(new Changes(List.of(), List.of(), List.of("Q1", "Q2")));
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
        for (var version : history.versions()) {
            text.append("  - date: \"").append(version.date()).append("\"\n    entries:\n");
            version.entries().forEach((kind, hashes) -> {
                text.append("      ").append(kind.section()).append(hashes.isEmpty() ? ": {}\n" : ":\n");
                hashes.forEach((id, hash) -> text.append("        \"")
                        .append(id)
                        .append("\": \"")
                        .append(hash)
                        .append("\"\n"));
            });
        }
        return text.toString();
    }
}
