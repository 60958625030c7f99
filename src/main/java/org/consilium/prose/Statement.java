package org.consilium.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A statement of a text: an item of a list or a sentence, put together again where lines were broken.
 *
 * @param at where it begins
 * @param start its first character in the texts of all lines, each ended by one line break
 * @param item true when it begins with a number, a letter or a dash of a list
 */
public record Statement(String text, String at, int start, boolean sure, boolean item) {
    private static final Pattern ITEM = Pattern.compile(
            "\\s*(?:(?:\\(?[A-Z]\\d?|\\(?\\d{1,2})[.):](?!\\d)(?:\\s*-)?\\s+|\\(?[a-h]\\)\\s+|[-\u2013\u2022\u25cf\u25aa\u2023\u00b7*>+]+\\s+(?=\\S))");
    private static final Pattern SENTENCE = Pattern.compile(
            "(?<=(?:[\\p{L}\\d)%\\]]{2}|\\s[IVX])[.;])(?<!\\b(?:Dr|Dra|Mr|Mrs|Ms|Prof|Sr|Sra|St)\\.)\\s+(?=[\\p{Lu}\\d(\u00bf])");
    private static final Pattern OPEN_END = Pattern.compile(
            "(?s).*(?:[,(/-]|\\b(?:of|with|and|or|the|for|in|to|by|de|del|con|y|o|la|el|en|para|por|sin|no))");

    /** All statements of some lines. */
    public static List<Statement> of(List<Line> lines) {
        var statements = new ArrayList<Statement>();
        var widest = lines.stream().mapToInt(line -> line.text().length()).max().orElse(0);
        var text = new StringBuilder();
        var at = "";
        var sure = true;
        var item = false;
        var before = "";
        var from = 0;
        var offset = 0;
        for (var line : lines) {
            var next = line.text();
            var mark = ITEM.matcher(next);
            var isItem = mark.lookingAt();
            if (!text.isEmpty() && (next.isEmpty() || isItem || !goesOn(before, next, widest))) {
                split(text.toString(), at, from, sure, item, statements);
                text.setLength(0);
            }
            if (text.isEmpty()) {
                at = line.at();
                sure = true;
                item = isItem;
                from = offset + (isItem ? mark.end() : 0);
                next = isItem ? next.substring(mark.end()) : next;
            } else {
                text.append(' ');
            }
            text.append(next);
            sure &= line.isSure();
            before = line.text();
            offset += line.text().length() + 1;
        }
        if (!text.isEmpty()) {
            split(text.toString(), at, from, sure, item, statements);
        }
        return statements;
    }

    /** {@code page 2}, or empty in a text without pages. */
    public String page() {
        var comma = at.lastIndexOf(", line ");
        return comma < 0 ? "" : at.substring(0, comma);
    }

    private static boolean goesOn(String before, String next, int widest) {
        if (Character.isLowerCase(next.charAt(0)) || OPEN_END.matcher(before).matches()) {
            return true;
        }
        return before.length() * 4 >= widest * 3 && before.length() > 40 && !before.matches("(?s).*[.:;]");
    }

    private static void split(String text, String at, int from, boolean sure, boolean item, List<Statement> into) {
        var mark = SENTENCE.matcher(text);
        var start = 0;
        while (start <= text.length()) {
            var isMore = mark.find();
            var sentence = text.substring(start, isMore ? mark.start() : text.length());
            if (!sentence.isBlank()) {
                var indent = sentence.length() - sentence.stripLeading().length();
                into.add(new Statement(sentence.strip(), at, from + start + indent, sure, item));
            }
            start = isMore ? mark.end() : text.length() + 1;
        }
    }
}
