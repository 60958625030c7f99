package org.consilium.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One line of a text.
 *
 * @param at its place in the file, for example {@code page 2, line 14}
 * @param cells the pieces that wide gaps part, from left to right; one when there is no gap
 */
public record Line(String at, List<Cell> cells) {
    private static final Pattern GAP = Pattern.compile("\\t+| {3,}|\\s*\\|\\s*| {2,}(?=\\S)");
    private static final Pattern BREAK = Pattern.compile("\\R|\\f");

    /**
     * A piece of a line.
     *
     * @param left where it begins, in any unit that is the same for the whole page
     * @param sure false when it was read from a picture and may be misread
     */
    public record Cell(String text, float left, float right, boolean sure) {}

    public Line {
        cells = List.copyOf(cells);
    }

    /** The lines of a plain text; their places are {@code line 1}, {@code line 2} and so on. */
    public static List<Line> of(String text) {
        return of(List.of(BREAK.split(text, -1)), "");
    }

    /** Lines of words at places that begin with these words, for example {@code page 2, } or none. */
    public static List<Line> of(List<String> lines, String place) {
        var all = new ArrayList<Line>();
        for (var index = 0; index < lines.size(); index++) {
            all.add(of(lines.get(index), place + "line " + (index + 1), true));
        }
        return all;
    }

    /** One line of words; two spaces, a tab or a bar part its cells. */
    public static Line of(String text, String at, boolean sure) {
        var cells = new ArrayList<Cell>();
        var gap = GAP.matcher(text);
        var start = 0;
        while (gap.find()) {
            add(cells, text, start, gap.start(), sure);
            start = gap.end();
        }
        add(cells, text, start, text.length(), sure);
        return new Line(at, cells);
    }

    private static void add(List<Cell> cells, String text, int start, int end, boolean sure) {
        var piece = text.substring(start, end).strip();
        if (!piece.isEmpty()) {
            cells.add(new Cell(piece, start, end, sure));
        }
    }

    /** The words, cells parted by two spaces. */
    public String text() {
        return cells.size() == 1
                ? cells.getFirst().text()
                : cells.stream().map(Cell::text).collect(Collectors.joining("  "));
    }

    public boolean isBlank() {
        return cells.isEmpty();
    }

    /** True when no piece of it may be misread. */
    public boolean isSure() {
        return cells.stream().allMatch(Cell::sure);
    }

    /** What stands before the line's own number: {@code page 2}, or empty in a text without pages. */
    public String page() {
        var comma = at.lastIndexOf(", line ");
        return comma < 0 ? "" : at.substring(0, comma);
    }
}
