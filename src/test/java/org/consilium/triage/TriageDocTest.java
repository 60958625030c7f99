package org.consilium.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.knowledge.Knowledge;
import org.consilium.knowledge.KnowledgeBase;
import org.junit.jupiter.api.Test;

/** Writes {@code docs/TRIAGE.md} from the vignettes; {@code -Dgolden=update} writes it anew. */
class TriageDocTest {
    private static final Path FILE = Path.of("docs/TRIAGE.md");
    private static final Knowledge KNOWLEDGE = KnowledgeBase.load();
    private static final String HEAD = """
            # How often the assessment finds what we expect
            Written by `TriageDocTest` from the cases in `src/test/resources/triage`; run it with `-Dgolden=update` after a change.

            **These figures are agreement with our own expectations. They are not clinical accuracy.** The cases are made up, and
            the same people wrote the rules and what is expected of them. No clinician has checked either. What real people's
            records would give is not known.
            """;

    private record Seen(Vignette vignette, Assessment assessment) {}

    @Test
    void theTablesAreThoseOfTheCasesAsTheyAre() throws IOException {
        var now = written();
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(FILE, now);
        }

        assertThat(FILE).as("run this test with -Dgolden=update").exists();
        assertThat(Files.readString(FILE))
                .as("run this test with -Dgolden=update")
                .isEqualTo(now);
    }

    private static String written() {
        var seen = Stream.concat(Vignette.all(), Vignette.oneCondition())
                .map(vignette -> new Seen(vignette, vignette.assess(KNOWLEDGE)))
                .toList();
        return String.join(
                "\n",
                HEAD,
                "## What the cases are\n" + cases(seen),
                "## Emergencies and the reasons T1 to T8\nThe row of emergencies also has each code of the emergency list: today, "
                        + "the day before its last day and on it; and the same codes when they are over, taken back, of the past, "
                        + "of a relative or too old.\n\n"
                        + Confusion.ofAll(KNOWLEDGE).table(),
                "## Urgency\n" + square("expected", pairs(seen, TriageDocTest::urgency)),
                "## Windows: which one, how many days are left, what is advised\n" + windows(seen),
                "## Completeness: what is there, what is not\n" + square("expected", items(seen)));
    }

    private static String cases(List<Seen> seen) {
        var text = new StringBuilder(
                "%d cases, %d of them one condition ten days old. Groups of conditions: %d of %d. Windows: %d of %d.%n"
                        .formatted(
                                seen.size(),
                                Vignette.oneCondition().count(),
                                groups(seen),
                                KNOWLEDGE.groups().size(),
                                seen.stream()
                                        .flatMap(one -> one.assessment.windows().stream())
                                        .map(budget -> budget.window().id())
                                        .distinct()
                                        .count(),
                                KNOWLEDGE.windows().size()));
        text.append(
                "The windows that no case reaches stand behind another one of the same code that always governs.\n\n");
        text.append("| a case with | how many |\n|---|---|\n");
        Situations.all()
                .forEach((name, is) -> text.append("| %s | %d |%n"
                        .formatted(
                                name,
                                seen.stream()
                                        .filter(one -> is.test(one.vignette))
                                        .count())));
        return text.toString();
    }

    private static long groups(List<Seen> seen) {
        return seen.stream()
                .map(one -> one.assessment.completeness())
                .filter(Objects::nonNull)
                .map(Assessment.Completeness::group)
                .distinct()
                .count();
    }

    private record Pair(String expected, String found) {}

    private static List<Pair> pairs(List<Seen> seen, Function<Seen, Pair> pair) {
        return seen.stream().map(pair).toList();
    }

    private static Pair urgency(Seen one) {
        return new Pair(one.vignette.urgency(), Vignette.urgency(one.assessment));
    }

    /** Each item that a case expects something of. */
    private static List<Pair> items(List<Seen> seen) {
        var pairs = new ArrayList<Pair>();
        for (var one : seen) {
            var completeness = one.assessment.completeness();
            for (var wanted : one.vignette.completeness().split(" ")) {
                var equals = wanted.indexOf('=');
                if (equals > 0 && completeness != null) {
                    var found = completeness.items().stream()
                            .filter(state -> state.item().id().equals(wanted.substring(0, equals)))
                            .map(state -> state.status().word())
                            .findFirst()
                            .orElse("not asked for");
                    pairs.add(new Pair(wanted.substring(equals + 1), found));
                }
            }
        }
        return pairs;
    }

    private static String windows(List<Seen> seen) {
        var table = new StringBuilder("| expected | cases | as expected |\n|---|---|---|\n");
        Map<String, List<Seen>> kinds =
                seen.stream().collect(Collectors.groupingBy(TriageDocTest::kind, TreeMap::new, Collectors.toList()));
        kinds.forEach((kind, cases) -> table.append("| %s | %d | %d |%n"
                .formatted(
                        kind,
                        cases.size(),
                        cases.stream()
                                .filter(one -> one.vignette.windows().equals(one.vignette.windows(one.assessment)))
                                .count())));
        return table.toString();
    }

    private static String kind(Seen one) {
        var wanted = one.vignette.windows();
        if (wanted.equals("-")) {
            return "no window";
        }
        return wanted.matches(".*:-?\\d+.*") ? "a window with its days left" : "a window";
    }

    private static String square(String corner, List<Pair> pairs) {
        var words = pairs.stream()
                .flatMap(pair -> Stream.of(pair.expected, pair.found))
                .distinct()
                .sorted()
                .toList();
        var table = new StringBuilder("| " + corner + " | found: " + String.join(" | ", words) + " |\n|---"
                + "|---".repeat(words.size()) + "|\n");
        for (var row : words) {
            table.append("| ").append(row);
            for (var column : words) {
                var count = pairs.stream().filter(new Pair(row, column)::equals).count();
                table.append(" | ").append(count == 0 ? "" : count);
            }
            table.append(" |\n");
        }
        return table.toString();
    }
}
