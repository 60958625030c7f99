package org.consilium.records.hl7v2;

import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The characters that part a message, as its header (MSH-1 and MSH-2) says, and what an escape sequence stands for (HL7 v2
 * chapter 2.7).
 */
record Delimiters(char field, char component, char repetition, char escape, char subcomponent, Charset charset) {
    private static final int LONGEST_ESCAPE = 200;

    /** @param header a line that begins with MSH, BHS or FHS */
    static Delimiters of(String header, Charset charset) {
        var field = header.length() > 3 ? header.charAt(3) : '|';
        var end = header.indexOf(field, 4);
        var rest = header.length() > 4 ? header.substring(4, end < 0 ? Math.min(header.length(), 9) : end) : "";
        return new Delimiters(
                field,
                at(rest, 0, '^', field),
                at(rest, 1, '~', field),
                at(rest, 2, '\\', field),
                at(rest, 3, '&', field),
                charset);
    }

    private static char at(String characters, int index, char usual, char field) {
        if (index >= characters.length()) {
            return usual;
        }
        var found = characters.charAt(index);
        return Character.isLetterOrDigit(found) || Character.isWhitespace(found) || found == field ? usual : found;
    }

    /** The words that raw text stands for: escapes replaced, characters that cannot be shown left out. */
    String plain(String raw) {
        var at = raw.indexOf(escape);
        if (at < 0) {
            return clean(raw);
        }
        var out = new StringBuilder(raw.length());
        var from = 0;
        while (at >= 0) {
            var end = raw.indexOf(escape, at + 1);
            if (end < 0) {
                break;
            }
            var meaning = end - at - 1 > LONGEST_ESCAPE ? null : meaning(raw.substring(at + 1, end));
            out.append(raw, from, at);
            if (meaning == null) {
                out.append(escape);
                from = at + 1;
            } else {
                out.append(meaning);
                from = end + 1;
            }
            at = raw.indexOf(escape, from);
        }
        return clean(out.append(raw, from, raw.length()).toString());
    }

    private @Nullable String meaning(String sequence) {
        if (sequence.isEmpty()) {
            return null;
        }
        return switch (sequence.charAt(0)) {
            case 'F' -> sequence.length() == 1 ? String.valueOf(field) : null;
            case 'S' -> sequence.length() == 1 ? String.valueOf(component) : null;
            case 'T' -> sequence.length() == 1 ? String.valueOf(subcomponent) : null;
            case 'R' -> sequence.length() == 1 ? String.valueOf(repetition) : null;
            case 'E' -> sequence.length() == 1 ? String.valueOf(escape) : null;
            case 'H', 'N' -> sequence.length() == 1 ? "" : null;
            case 'X' -> hex(sequence.substring(1));
            case 'C', 'M', 'Z' -> sequence.length() <= 7 && sequence.length() > 1 ? "" : null;
            case '.' -> format(sequence.substring(1).toLowerCase(Locale.ROOT));
            default -> null;
        };
    }

    private @Nullable String hex(String digits) {
        try {
            return new String(HexFormat.of().parseHex(digits), charset);
        } catch (IllegalArgumentException notHexadecimal) {
            return null;
        }
    }

    private static @Nullable String format(String command) {
        if (command.startsWith("br") || command.startsWith("sp") || command.startsWith("ce")) {
            return "\n";
        }
        return command.matches("(fi|nf|in|ti|sk)[ +-]?\\d{0,3}") ? (command.startsWith("sk") ? " " : "") : null;
    }

    private static String clean(String text) {
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if ((character < ' ' && character != '\n' && character != '\t')
                    || character == 0x7f
                    || Character.isSurrogate(character)) {
                return text.replace("\r\n", "\n").replace('\r', '\n').replaceAll("[\\p{Cntrl}&&[^\\n\\t]]|\\p{Cs}", "");
            }
        }
        return text;
    }
}
