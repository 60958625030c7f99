package org.consilium.records.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.consilium.prose.Line;
import org.consilium.prose.Line.Cell;

/**
 * Puts the words of a page into lines, in the order in which a person reads them. Words at one height make a line; wide gaps
 * part its cells, as in a table. A page with two columns of sentences is read column by column.
 */
final class Layout {
    /** A gap this many times as wide as the letters are high parts two cells. */
    private static final float GAP = 1.1f;

    private static final int FEWEST_ROWS = 6;
    private static final int SENTENCE = 22;

    private Layout() {}

    /** The lines, with the places {@code page 2, line 1} and so on. */
    static List<Line> lines(List<Word> words, String page) {
        var rows = new ArrayList<List<Word>>();
        if (words.isEmpty()) {
            return List.of();
        }
        var gutter = gutter(words);
        if (Float.isNaN(gutter)) {
            rows.addAll(rows(words));
        } else {
            columns(words, gutter, rows);
        }
        var lines = new ArrayList<Line>(rows.size());
        var usual = pitch(rows);
        List<Word> before = List.of();
        for (var row : rows) {
            if (!before.isEmpty() && usual > 0 && top(row) - top(before) > usual * 1.7f) {
                lines.add(new Line(page + ", line " + (lines.size() + 1), List.of()));
            }
            before = row;
            lines.add(new Line(page + ", line " + (lines.size() + 1), cells(row)));
        }
        return lines;
    }

    private static float top(List<Word> row) {
        return row.getFirst().middle();
    }

    /** From one line to the next, as most lines of the page have it. */
    private static float pitch(List<List<Word>> rows) {
        var steps = new ArrayList<Float>();
        for (var index = 1; index < rows.size(); index++) {
            var step = top(rows.get(index)) - top(rows.get(index - 1));
            if (step > 0) {
                steps.add(step);
            }
        }
        steps.sort(Comparator.naturalOrder());
        return steps.isEmpty() ? 0 : steps.get(steps.size() * 2 / 5);
    }

    /** Words whose middles are at one height, from top to bottom, each row from left to right. */
    static List<List<Word>> rows(List<Word> words) {
        var sorted = new ArrayList<>(words);
        sorted.sort(Comparator.comparingDouble(Word::middle));
        var rows = new ArrayList<List<Word>>();
        var row = new ArrayList<Word>();
        var middle = 0f;
        var height = 0f;
        for (var word : sorted) {
            if (!row.isEmpty() && word.middle() - middle > Math.max(height, word.height()) * 0.5f) {
                rows.add(row);
                row = new ArrayList<>();
            }
            if (row.isEmpty()) {
                middle = word.middle();
                height = word.height();
            } else {
                middle += (word.middle() - middle) / (row.size() + 1);
                height = Math.max(height, word.height());
            }
            row.add(word);
        }
        rows.add(row);
        rows.forEach(each -> each.sort(Comparator.comparingDouble(Word::left)));
        return rows;
    }

    private static List<Cell> cells(List<Word> row) {
        var cells = new ArrayList<Cell>();
        var text = new StringBuilder();
        var left = row.getFirst().left();
        var right = left;
        var sure = true;
        for (var word : row) {
            if (!text.isEmpty()) {
                if (word.left() - right > GAP * word.height()) {
                    cells.add(new Cell(text.toString(), left, right, sure));
                    text.setLength(0);
                    left = word.left();
                    sure = true;
                } else {
                    text.append(' ');
                }
            }
            text.append(word.text());
            right = Math.max(text.length() == word.text().length() ? word.right() : right, word.right());
            sure &= word.sure();
        }
        cells.add(new Cell(text.toString(), left, right, sure));
        return cells;
    }

    /** Where the space between two columns of sentences is; not a number when there are none. */
    private static float gutter(List<Word> words) {
        var left = (float) words.stream().mapToDouble(Word::left).min().orElse(0);
        var right = (float) words.stream().mapToDouble(Word::right).max().orElse(0);
        var best = Float.NaN;
        var fewest = Integer.MAX_VALUE;
        for (var step = 35; step <= 65; step++) {
            var at = left + (right - left) * step / 100;
            var crossing = 0;
            for (var word : words) {
                crossing += word.left() < at && word.right() > at ? 1 : 0;
            }
            if (crossing < fewest || (crossing == fewest && Math.abs(step - 50) < 3)) {
                fewest = crossing;
                best = at;
            }
        }
        return isBetweenSentences(words, best) ? best : Float.NaN;
    }

    private static boolean isBetweenSentences(List<Word> words, float at) {
        var spanning = spanning(words, at);
        var beside = words.stream().filter(word -> !spanning.contains(word)).toList();
        var leftSide = beside.stream().filter(word -> word.right() <= at).toList();
        var rightSide = beside.stream().filter(word -> word.right() > at).toList();
        return spanning.size() <= words.size() / 2 && isProse(leftSide) && isProse(rightSide);
    }

    private static boolean isProse(List<Word> side) {
        if (side.isEmpty()) {
            return false;
        }
        var rows = rows(side);
        var single = 0;
        var letters = 0;
        for (var row : rows) {
            var cells = cells(row);
            single += cells.size() == 1 ? 1 : 0;
            letters += cells.stream().mapToInt(cell -> cell.text().length()).sum();
        }
        return rows.size() >= FEWEST_ROWS && single * 10 >= rows.size() * 9 && letters >= rows.size() * SENTENCE;
    }

    /** The words of rows that run across: where a line goes over the space between the columns without a gap. */
    private static java.util.Set<Word> spanning(List<Word> words, float at) {
        var spanning = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<Word, Boolean>());
        for (var row : rows(words)) {
            for (var index = 0; index < row.size(); index++) {
                var word = row.get(index);
                var crosses = word.left() < at && word.right() > at;
                var next = index + 1 < row.size() ? row.get(index + 1) : null;
                var runsOver = next != null
                        && word.right() <= at
                        && next.left() >= at
                        && Math.abs(next.middle() - word.middle()) < word.height() * 0.2f
                        && next.left() - word.right() < word.height() * 0.8f;
                if (crosses || runsOver) {
                    spanning.addAll(row);
                    break;
                }
            }
        }
        return spanning;
    }

    /** Bands between lines that run across: first their left column, then their right one. */
    private static void columns(List<Word> words, float at, List<List<Word>> rows) {
        var spanning = spanning(words, at);
        var left = new ArrayList<Word>();
        var right = new ArrayList<Word>();
        for (var row : rows(words)) {
            if (spanning.contains(row.getFirst())) {
                flush(left, rows);
                flush(right, rows);
                rows.add(row);
                continue;
            }
            row.forEach(word -> (word.right() <= at ? left : right).add(word));
        }
        flush(left, rows);
        flush(right, rows);
    }

    private static void flush(List<Word> column, List<List<Word>> rows) {
        if (!column.isEmpty()) {
            rows.addAll(rows(List.copyOf(column)));
            column.clear();
        }
    }
}
