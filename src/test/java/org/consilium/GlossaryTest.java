package org.consilium;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The outcomes that the glossary lists are those of the code, each of them and no other. */
class GlossaryTest {
    private static final Pattern ROW = Pattern.compile("\\| `([a-z]+\\.[A-Za-z0-9.]+)` \\| (.+) \\|");

    @Test
    void listsEveryOutcomeOfTheCode() throws Exception {
        var rows = rows();
        assertThat(rows).hasSizeGreaterThan(12);
        for (var row : rows) {
            var type = type(row.getFirst());
            var listed = Arrays.stream(row.getLast().split(", (?=[A-Z])"))
                    .map(words -> words.strip().split(" ")[0])
                    .toList();

            assertThat(listed).as(row.getFirst()).containsExactlyInAnyOrderElementsOf(cases(type));
        }
    }

    private static List<List<String>> rows() throws IOException {
        var rows = new ArrayList<List<String>>();
        for (var line : Files.readAllLines(Path.of("docs", "GLOSSARY.md"))) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(List.of(row.group(1), row.group(2)));
            }
        }
        return rows;
    }

    /** {@code triage.Assessment.Verdict} is the class {@code org.consilium.triage.Assessment$Verdict}. */
    private static Class<?> type(String name) throws ClassNotFoundException {
        var parts = name.split("\\.", 2);
        return Class.forName("org.consilium." + parts[0] + "." + parts[1].replace('.', '$'));
    }

    private static List<String> cases(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(Object::toString).toList()
                : Arrays.stream(type.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList();
    }
}
