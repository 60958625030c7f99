package org.consilium.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Counts of what a comparison with the real files found, kept under target for the reader of docs/READING.md. */
public final class RecallTable {
    private static final Path FOLDER = Path.of("target", "recall");

    private RecallTable() {}

    /**
     * Writes {@code name.md}.
     *
     * @param rows each with its name first
     * @param reasons why something is missing, and how often
     */
    public static void write(String name, List<String> columns, List<List<?>> rows, Map<String, Integer> reasons)
            throws IOException {
        var text = new StringBuilder(line(columns))
                .append("|---".repeat(columns.size()))
                .append("|\n");
        rows.forEach(row -> text.append(line(row)));
        if (!reasons.isEmpty()) {
            text.append("\nNot mapped, or not the same:\n\n");
            reasons.forEach((reason, count) ->
                    text.append("- ").append(count).append(": ").append(reason).append('\n'));
        }
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(name + ".md"), text);
    }

    private static String line(List<?> cells) {
        var line = new StringBuilder("|");
        cells.forEach(cell -> line.append(' ').append(cell).append(" |"));
        return line.append('\n').toString();
    }
}
