package org.consilium.records.ccda;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words of a section for people: as plain text, and piece by piece for the entries that point into it. */
final class Narrative {
    static final int MOST_CHARACTERS = 60_000;

    private final @Nullable Element text;
    private final Map<String, String> words = new HashMap<>();
    private @Nullable Map<String, Element> pieces;

    Narrative(@Nullable Element text) {
        this.text = text;
    }

    /** Plain text: a line per paragraph, list item and table row, cells parted by « | »; empty when there are no words. */
    String plain() {
        return text == null ? "" : plain(text);
    }

    /** The words that {@code #id} points at. */
    Optional<String> at(String reference) {
        if (pieces == null) {
            pieces = new HashMap<>();
            if (text != null) {
                gather(text, pieces);
            }
        }
        var id = reference.startsWith("#") ? reference.substring(1) : reference;
        var piece = pieces.get(id);
        return piece == null
                ? Optional.empty()
                : Optional.of(words.computeIfAbsent(id, any -> plain(piece))).filter(found -> !found.isEmpty());
    }

    private static void gather(Element element, Map<String, Element> pieces) {
        element.attribute("ID").ifPresent(id -> pieces.putIfAbsent(id, element));
        for (var child : element.elements()) {
            gather(child, pieces);
        }
    }

    static String plain(Element element) {
        var out = new StringBuilder();
        write(element, out);
        return tidy(out);
    }

    private static void write(Element element, StringBuilder out) {
        for (var node : element.content()) {
            if (out.length() > MOST_CHARACTERS) {
                return;
            }
            switch (node) {
                case Text words -> Words.append(words.characters(), out);
                case Element child -> writeChild(child, out);
            }
        }
    }

    private static void writeChild(Element child, StringBuilder out) {
        switch (child.name()) {
            case "br" -> out.append('\n');
            case "td", "th" -> {
                var cell = new StringBuilder();
                write(child, cell);
                out.append(tidy(cell).replace('\n', ' ')).append(" | ");
            }
            case "item" -> {
                out.append("\n- ");
                write(child, out);
            }
            case "paragraph", "table", "thead", "tbody", "tfoot", "tr", "list", "caption", "title" -> {
                out.append('\n');
                write(child, out);
                out.append('\n');
            }
            case "colgroup", "col", "renderMultiMedia" -> {
                // layout and pictures have no words
            }
            default -> write(child, out);
        }
    }

    private static String tidy(StringBuilder raw) {
        var lines = new StringBuilder();
        for (var line : raw.toString().split("\n")) {
            var words = Words.collapsed(line);
            while (words.endsWith("|")) {
                words = words.substring(0, words.length() - 1).strip();
            }
            if (!words.isEmpty() && !words.equals("-")) {
                lines.append(lines.isEmpty() ? "" : "\n").append(words);
            }
        }
        return lines.length() > MOST_CHARACTERS ? lines.substring(0, MOST_CHARACTERS) : lines.toString();
    }
}
