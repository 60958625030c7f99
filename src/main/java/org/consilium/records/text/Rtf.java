package org.consilium.records.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The words of a rich text file (Microsoft's Rich Text Format Specification 1.9.1); pictures and objects are passed over. */
final class Rtf {
    private static final Set<String> UNSAID = Set.of(
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "object",
            "themedata",
            "datastore",
            "latentstyles",
            "listtable",
            "listoverridetable",
            "rsidtbl",
            "generator",
            "fldinst",
            "filetbl",
            "revtbl",
            "xmlnstbl",
            "colorschememapping",
            "bkmkstart",
            "bkmkend",
            "htmltag",
            "mmathPr",
            "nonshppict",
            "objdata",
            "template",
            "header",
            "footer");
    private static final Map<String, String> SAID = Map.ofEntries(
            Map.entry("par", "\n"),
            Map.entry("line", "\n"),
            Map.entry("row", "\n"),
            Map.entry("sect", "\n"),
            Map.entry("page", "\n"),
            Map.entry("cell", "\t"),
            Map.entry("nestcell", "\t"),
            Map.entry("tab", "\t"),
            Map.entry("emdash", "—"),
            Map.entry("endash", "–"),
            Map.entry("bullet", "•"),
            Map.entry("lquote", "‘"),
            Map.entry("rquote", "’"),
            Map.entry("ldblquote", "“"),
            Map.entry("rdblquote", "”"));
    private static final int DEEPEST = 10_000;

    private final byte[] file;
    private final StringBuilder words = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final Map<Integer, Charset> fonts = new HashMap<>();
    private final ArrayDeque<State> outer = new ArrayDeque<>();
    private Charset usual = charset("windows-1252");
    private State state = new State(false, false, usual, 1);
    private int at;
    private int font;
    private int toSkip;

    /**
     * What holds inside of one group.
     *
     * @param unsaid true where nothing is for people
     * @param fontTable true inside of the list of fonts
     * @param fallback how many characters stand for one Unicode character for old programs
     */
    private record State(boolean unsaid, boolean fontTable, Charset charset, int fallback) {
        State silent() {
            return new State(true, fontTable, charset, fallback);
        }

        State in(Charset other) {
            return new State(unsaid, fontTable, other, fallback);
        }
    }

    private Rtf(byte[] file) {
        this.file = file;
    }

    static String words(byte[] file) {
        var rtf = new Rtf(file);
        while (rtf.at < file.length && rtf.words.length() <= 2 * Written.LONGEST) {
            rtf.step();
        }
        rtf.flush();
        return rtf.words.toString();
    }

    private void step() {
        var character = (char) (file[at++] & 0xff);
        switch (character) {
            case '{' -> {
                flush();
                if (outer.size() < DEEPEST) {
                    outer.push(state);
                }
            }
            case '}' -> {
                flush();
                state = outer.isEmpty() ? state : outer.pop();
            }
            case '\\' -> control();
            case '\r', '\n' -> {
                // says nothing in this format
            }
            default -> say(character);
        }
    }

    private void say(int one) {
        if (toSkip > 0) {
            toSkip--;
        } else if (!state.unsaid && !state.fontTable) {
            pending.write(one);
        }
    }

    private void flush() {
        if (pending.size() > 0) {
            words.append(pending.toString(state.charset));
            pending.reset();
        }
    }

    private void tell(String text) {
        if (!state.unsaid && !state.fontTable) {
            flush();
            words.append(text);
        }
    }

    private void control() {
        if (at >= file.length) {
            return;
        }
        var character = (char) (file[at] & 0xff);
        if (!isLetter(character)) {
            at++;
            symbol(character);
            return;
        }
        var from = at;
        while (at < file.length && isLetter((char) file[at]) && at - from < 32) {
            at++;
        }
        var word = new String(file, from, at - from, StandardCharsets.US_ASCII);
        var start = at;
        if (at < file.length && file[at] == '-') {
            at++;
        }
        while (at < file.length && file[at] >= '0' && file[at] <= '9' && at - start < 11) {
            at++;
        }
        var digits = new String(file, start, at - start, StandardCharsets.US_ASCII);
        if (at < file.length && file[at] == ' ') {
            at++;
        }
        obey(word, number(digits));
    }

    private static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    private static int number(String digits) {
        try {
            return digits.isEmpty() ? 1 : Integer.parseInt(digits);
        } catch (NumberFormatException tooLong) {
            return 0;
        }
    }

    private void symbol(char character) {
        switch (character) {
            case '\'' -> hexadecimal();
            case '\\', '{', '}' -> say(character);
            case '~' -> tell("\u00a0");
            case '_' -> tell("-");
            case '\r', '\n' -> tell("\n");
            case '*' -> state = state.silent();
            default -> {
                // a hyphen that may stand here, or nothing
            }
        }
    }

    private void hexadecimal() {
        if (at + 2 > file.length) {
            at = file.length;
            return;
        }
        var high = Character.digit(file[at], 16);
        var low = Character.digit(file[at + 1], 16);
        at += 2;
        if (high >= 0 && low >= 0) {
            say(high * 16 + low);
        }
    }

    private void obey(String word, int number) {
        if (SAID.containsKey(word)) {
            tell(SAID.getOrDefault(word, ""));
        } else if (UNSAID.contains(word)) {
            flush();
            state = state.silent();
        } else {
            switch (word) {
                case "u" -> unicode(number);
                case "uc" -> state = new State(state.unsaid, state.fontTable, state.charset, Math.clamp(number, 0, 16));
                case "bin" -> at = (int) Math.min(file.length, at + (long) Math.max(0, number));
                case "fonttbl" -> state = new State(state.unsaid, true, state.charset, state.fallback);
                case "ansicpg" -> page(charset("windows-" + number, "cp" + number));
                case "mac" -> page(charset("x-MacRoman"));
                case "pc" -> page(charset("IBM437"));
                case "pca" -> page(charset("IBM850"));
                case "f" -> font(number);
                case "fcharset" -> fonts.put(font, ofFont(number));
                case "plain" -> change(usual);
                default -> {
                    // how it looks
                }
            }
        }
    }

    private void unicode(int number) {
        tell(Character.toString((char) number));
        toSkip = state.fallback;
    }

    private void page(Charset charset) {
        usual = charset;
        change(charset);
    }

    private void font(int number) {
        font = number;
        if (!state.fontTable) {
            change(fonts.getOrDefault(number, usual));
        }
    }

    private void change(Charset charset) {
        flush();
        state = state.in(charset);
    }

    /** The character sets of Windows fonts. */
    private Charset ofFont(int number) {
        return switch (number) {
            case 128 -> charset("windows-31j");
            case 129 -> charset("x-windows-949");
            case 134 -> charset("GBK");
            case 136 -> charset("Big5");
            case 161 -> charset("windows-1253");
            case 162 -> charset("windows-1254");
            case 177 -> charset("windows-1255");
            case 178 -> charset("windows-1256");
            case 186 -> charset("windows-1257");
            case 204 -> charset("windows-1251");
            case 222 -> charset("x-windows-874");
            case 238 -> charset("windows-1250");
            case 77 -> charset("x-MacRoman");
            default -> usual;
        };
    }

    private static Charset charset(String... names) {
        for (var name : names) {
            if (Charset.isSupported(name)) {
                return Charset.forName(name);
            }
        }
        return StandardCharsets.ISO_8859_1;
    }
}
