package org.consilium.records.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.prose.Line;
import org.consilium.prose.Plain;
import org.jspecify.annotations.Nullable;

/**
 * Finds what stands behind a label: {@code Date of birth: 4 May 1960}, in the next cell of the line, or in the cell below when
 * labels stand above their values.
 */
final class Labels {
    private static final Pattern ONLY_MARKS = Pattern.compile("[\\s:._/()\\[\\]-]*");
    private static final Pattern LABEL = Pattern.compile(".{2,40}:\\s*");

    private final List<Line> lines;

    Labels(List<Line> lines) {
        this.lines = lines;
    }

    /** @param line where the label stands */
    record Found(String value, Line line, boolean sure) {}

    /** All values of a label. The label must begin a cell, or follow a gap, a semicolon or a bar. */
    List<Found> all(Pattern label) {
        var found = new ArrayList<Found>();
        for (var index = 0; index < lines.size(); index++) {
            var line = lines.get(index);
            for (var cell = 0; cell < line.cells().size(); cell++) {
                at(index, cell, label).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Found> at(int index, int cell, Pattern label) {
        var line = lines.get(index);
        var piece = line.cells().get(cell);
        var match = label.matcher(Plain.of(piece.text()));
        while (match.find()) {
            if (match.start() > 0 && !begins(piece.text(), match.start())) {
                continue;
            }
            var rest = piece.text().substring(match.end());
            if (!ONLY_MARKS.matcher(rest).matches()) {
                return Optional.of(new Found(trimmed(rest), line, piece.sure()));
            }
            var next = cell + 1 < line.cells().size() ? line.cells().get(cell + 1) : null;
            if (next != null
                    && !LABEL.matcher(next.text()).matches()
                    && piece.text().strip().endsWith(":")) {
                return Optional.of(new Found(trimmed(next.text()), line, next.sure()));
            }
            var below = below(index, piece);
            if (below != null) {
                return Optional.of(new Found(trimmed(below.text()), line, below.sure()));
            }
            return next == null || LABEL.matcher(next.text()).matches()
                    ? Optional.empty()
                    : Optional.of(new Found(trimmed(next.text()), line, next.sure()));
        }
        return Optional.empty();
    }

    private static boolean begins(String text, int at) {
        var before = text.substring(0, at);
        return before.isBlank()
                || before.stripTrailing().matches("(?s).*[;|,)\\d]")
                || before.endsWith("  ")
                || (before.contains(":") && before.matches("(?s).*(?:\\s[MFHV]|\\p{L}) "));
    }

    /** The cell of the next line that stands under this one. */
    private Line.@Nullable Cell below(int index, Line.Cell label) {
        if (index + 1 >= lines.size()
                || !lines.get(index + 1).page().equals(lines.get(index).page())) {
            return null;
        }
        var wide = label.right() - label.left();
        for (var cell : lines.get(index + 1).cells()) {
            var shared =
                    Math.min(cell.right(), label.right() + wide / 4) - Math.max(cell.left(), label.left() - wide / 4);
            if (shared > 0 && !cell.text().strip().endsWith(":")) {
                return cell;
            }
        }
        return null;
    }

    private static String trimmed(String value) {
        return value.replaceFirst("^[\\s:.#_-]+", "").strip();
    }
}
