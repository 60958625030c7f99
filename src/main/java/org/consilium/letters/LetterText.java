package org.consilium.letters;

import java.util.ArrayList;
import java.util.List;
import org.consilium.prose.Line;

/**
 * The words of a letter as one text, with the place of each of its lines.
 *
 * @param text the lines, each ended by one line break
 * @param lines in their order
 */
public record LetterText(String text, List<Place> lines) {
    /** No letter is longer; what follows is not read. */
    static final int MOST_LINES = 5_000;

    static final int MOST_LETTERS = 200_000;

    /**
     * Where a line stands.
     *
     * @param start its first character in the text
     * @param at for example {@code page 2, line 14}
     */
    public record Place(int start, String at) {}

    public LetterText {
        lines = List.copyOf(lines);
    }

    public static LetterText of(List<Line> lines) {
        var text = new StringBuilder();
        var places = new ArrayList<Place>();
        for (var line : read(lines)) {
            places.add(new Place(text.length(), line.at()));
            text.append(line.text()).append('\n');
        }
        return new LetterText(text.toString(), places);
    }

    /** As many lines as are read. */
    static List<Line> read(List<Line> lines) {
        var letters = 0;
        for (var index = 0; index < lines.size(); index++) {
            letters += lines.get(index).text().length() + 1;
            if (index >= MOST_LINES || letters > MOST_LETTERS) {
                return lines.subList(0, index);
            }
        }
        return lines;
    }

    /** The place of the line with this character; empty in a text without lines. */
    public String at(int offset) {
        var at = "";
        for (var line : lines) {
            if (line.start() > offset) {
                break;
            }
            at = line.at();
        }
        return at;
    }
}
