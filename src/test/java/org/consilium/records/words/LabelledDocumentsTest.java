package org.consilium.records.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.consilium.clinical.Code;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.prose.Plain;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Documents written for this test, with what a careful person would propose from them. */
class LabelledDocumentsTest {
    private static final Path FOLDER = Path.of("src/test/resources/records/words");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Of one kind of fact: how many were expected, proposed, and both. */
    private static final class Score {
        private int expected;
        private int proposed;
        private int right;

        double precision() {
            return proposed == 0 ? 1 : (double) right / proposed;
        }

        double recall() {
            return expected == 0 ? 1 : (double) right / expected;
        }
    }

    @Test
    void proposesWhatIsThereAndHardlyAnythingElse() throws IOException {
        var scores = new TreeMap<String, Score>();
        var wrong = new ArrayList<String>();
        for (var file : documents()) {
            var labelled = JSON.readTree(Files.readString(file));
            var found = read(labelled);
            var name = file.getFileName().toString();
            compare(name, "diagnoses", labelled.path("conditions"), facts(found, FactKind.CONDITION), scores, wrong);
            compare(name, "values", labelled.path("labs"), facts(found, FactKind.LAB), scores, wrong);
            compare(name, "medicines", labelled.path("medications"), facts(found, FactKind.MEDICATION), scores, wrong);
        }
        scores.forEach((what, score) -> System.out.printf(
                Locale.ROOT,
                "labelled documents: %-10s expected %3d, proposed %3d, right %3d: precision %.3f, recall %.3f%n",
                what,
                score.expected,
                score.proposed,
                score.right,
                score.precision(),
                score.recall()));
        assertThat(Objects.requireNonNull(scores.get("diagnoses")).precision())
                .as("%s", wrong)
                .isGreaterThanOrEqualTo(0.95);
        assertThat(Objects.requireNonNull(scores.get("diagnoses")).recall())
                .as("%s", wrong)
                .isGreaterThanOrEqualTo(0.9);
        assertThat(Objects.requireNonNull(scores.get("values")).precision())
                .as("%s", wrong)
                .isGreaterThanOrEqualTo(0.95);
        assertThat(Objects.requireNonNull(scores.get("values")).recall())
                .as("%s", wrong)
                .isGreaterThanOrEqualTo(0.9);
        assertThat(Objects.requireNonNull(scores.get("medicines")).precision())
                .as("%s", wrong)
                .isGreaterThanOrEqualTo(0.95);
        assertThat(Objects.requireNonNull(scores.get("medicines")).recall())
                .as("%s", wrong)
                .isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void tellsKindDateAndPersonOfEveryDocument() throws IOException {
        for (var file : documents()) {
            var labelled = JSON.readTree(Files.readString(file));
            var found = read(labelled);
            var name = file.getFileName().toString();

            assertThat(found.kind())
                    .as(name)
                    .isEqualTo(DocumentKind.valueOf(labelled.path("kind").asString()));
            assertThat(String.valueOf(found.document().date()))
                    .as(name)
                    .isEqualTo(
                            labelled.path("date").isNull()
                                    ? "null"
                                    : labelled.path("date").asString());
            assertThat(found.document().isProposed()).isFalse();
            assertThat(found.proposals()).allMatch(Fact::isProposed);
            var patient = labelled.path("patient");
            if (patient.isNull()) {
                continue;
            }
            assertThat(found.patient()).as(name).isNotNull();
            if (patient.has("name")) {
                assertThat(Objects.requireNonNull(found.patient()).names())
                        .as(name)
                        .containsExactly(patient.path("name").asString());
            }
            if (patient.has("born")) {
                assertThat(Objects.requireNonNull(found.patient()).birthDate())
                        .as(name)
                        .hasToString(patient.path("born").asString());
            }
            if (patient.has("sex")) {
                assertThat(Objects.requireNonNull(found.patient()).sex())
                        .as(name)
                        .hasToString(patient.path("sex").asString());
            }
        }
    }

    private static List<Path> documents() throws IOException {
        try (var all = Files.list(FOLDER)) {
            var documents = all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            assertThat(documents).hasSizeGreaterThanOrEqualTo(12);
            return documents;
        }
    }

    private static Found read(JsonNode labelled) {
        var text = new StringBuilder();
        labelled.path("text").forEach(line -> text.append(line.asString()).append('\n'));
        return Proposals.of("file", "name", text.toString());
    }

    private static List<Fact> facts(Found found, FactKind kind) {
        return found.proposals().stream().filter(fact -> fact.kind() == kind).toList();
    }

    private static void compare(
            String name,
            String what,
            JsonNode expected,
            List<Fact> proposed,
            Map<String, Score> scores,
            List<String> wrong) {
        var score = scores.computeIfAbsent(what, first -> new Score());
        var left = new ArrayList<>(proposed);
        score.expected += expected.size();
        score.proposed += proposed.size();
        for (var each : expected) {
            var match = left.stream().filter(fits(each)).findFirst();
            if (match.isPresent()) {
                score.right++;
                left.remove(match.get());
            } else {
                wrong.add(name + " missed " + each);
            }
        }
        left.forEach(fact -> wrong.add(name + " wrongly proposed " + fact.text() + " " + fact.value() + " "
                + fact.codes() + " " + fact.details()));
    }

    private static Predicate<Fact> fits(JsonNode expected) {
        if (expected.isString()) {
            return fact -> fact.text().equals(expected.asString());
        }
        if (expected.has("doubt")) {
            return fact -> contains(fact.text(), expected.path("text").asString())
                    && expected.path("doubt").asBoolean()
                            == fact.detail(Detail.VERIFICATION).isPresent()
                    && hasCode(fact, expected.path("code"));
        }
        return fact -> fact.text().equals(expected.path("name").asString())
                && fact.value() != null
                && contains(
                        Objects.requireNonNull(fact.value()).text(),
                        expected.path("value").asString())
                && hasCode(fact, expected.path("code"))
                && (expected.path("flag").isNull()
                        || fact.detail(Detail.INTERPRETATION)
                                .filter(expected.path("flag").asString()::equals)
                                .isPresent());
    }

    private static boolean contains(String text, String words) {
        return Plain.of(text).startsWith(Plain.of(words))
                || Plain.of(text).contains(" " + Plain.of(words))
                || Plain.of(text).contains("(" + Plain.of(words));
    }

    private static boolean hasCode(Fact fact, JsonNode code) {
        return code.isNull() || fact.codes().stream().map(Code::code).anyMatch(code.asString()::equals);
    }
}
