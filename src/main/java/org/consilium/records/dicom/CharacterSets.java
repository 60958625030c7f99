package org.consilium.records.dicom;

import static java.util.Map.entry;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The character sets of a data set (PS3.3 section C.12.1.1.2, PS3.5 section 6.1), with code extensions by ISO 2022 escape
 * sequences. Misspelt names, missing escape sequences and letters that no character set announced are read as well as can be.
 */
final class CharacterSets {
    static final CharacterSets DEFAULT = new CharacterSets(null, null, null);

    private static final byte ESCAPE = 0x1B;
    private static final Charset KATAKANA = named("JIS_X0201");
    private static final Charset KANJI = named("x-JIS0208");
    private static final Charset MORE_KANJI = named("JIS_X0212-1990");
    private static final Charset KOREAN = named("EUC-KR");
    private static final Charset CHINESE = named("GB2312");

    /** The upper half (G1) that each registered set brings; sets without one bring nothing. */
    private static final Map<String, Charset> UPPER = Map.ofEntries(
            entry("100", StandardCharsets.ISO_8859_1),
            entry("101", named("ISO-8859-2")),
            entry("109", named("ISO-8859-3")),
            entry("110", named("ISO-8859-4")),
            entry("144", named("ISO-8859-5")),
            entry("127", named("ISO-8859-6")),
            entry("126", named("ISO-8859-7")),
            entry("138", named("ISO-8859-8")),
            entry("148", named("ISO-8859-9")),
            entry("203", named("ISO-8859-15")),
            entry("13", KATAKANA),
            entry("166", named("x-windows-874")),
            entry("149", KOREAN),
            entry("58", CHINESE));

    private static final Map<String, Charset> WHOLE = Map.of(
            "192",
            StandardCharsets.UTF_8,
            "UTF8",
            StandardCharsets.UTF_8,
            "GB18030",
            named("GB18030"),
            "GBK",
            named("GBK"));

    /** Escape sequences, without the escape, that choose an upper half. */
    private static final Map<String, Charset> TO_UPPER = Map.ofEntries(
            entry("-A", StandardCharsets.ISO_8859_1),
            entry("-B", named("ISO-8859-2")),
            entry("-C", named("ISO-8859-3")),
            entry("-D", named("ISO-8859-4")),
            entry("-L", named("ISO-8859-5")),
            entry("-G", named("ISO-8859-6")),
            entry("-F", named("ISO-8859-7")),
            entry("-H", named("ISO-8859-8")),
            entry("-M", named("ISO-8859-9")),
            entry("-b", named("ISO-8859-15")),
            entry("-T", named("x-windows-874")),
            entry(")I", KATAKANA),
            entry("$)C", KOREAN),
            entry("$)A", CHINESE));

    private final @Nullable Charset whole;
    private final @Nullable Charset upper;
    private final @Nullable Charset unannounced;

    /** @param unannounced for upper letters that come without the escape sequence they need */
    private CharacterSets(@Nullable Charset whole, @Nullable Charset upper, @Nullable Charset unannounced) {
        this.whole = whole;
        this.upper = upper;
        this.unannounced = unannounced;
    }

    private static Charset named(String name) {
        try {
            return Charset.forName(name);
        } catch (UnsupportedCharsetException | IllegalCharsetNameException notInThisJava) {
            return StandardCharsets.ISO_8859_1;
        }
    }

    /** @param terms the values of Specific Character Set (0008,0005) */
    static CharacterSets of(List<String> terms) {
        Charset extension = null;
        for (var term : terms) {
            var whole = WHOLE.get(plain(term));
            if (whole != null) {
                return new CharacterSets(whole, null, null);
            }
            extension = extension == null ? UPPER.get(plain(term)) : extension;
        }
        return new CharacterSets(null, terms.isEmpty() ? null : UPPER.get(plain(terms.getFirst())), extension);
    }

    /** The number or name that tells the set: {@code 100} for ISO_IR 100, {@code ISO 2022 IR 100} and what files make of them. */
    private static String plain(String term) {
        var letters = term.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        if (letters.startsWith("ISO88591") && letters.length() == 8) {
            return "100";
        }
        return letters.replaceFirst("^ISO(2022|IR)*", "").replaceFirst("^IR", "");
    }

    /** @param delimited true when carets and equal signs end what escape sequences chose, as in names of persons */
    String decode(byte[] bytes, boolean delimited) {
        if (whole != null) {
            return new String(bytes, whole);
        }
        return isAscii(bytes) ? new String(bytes, StandardCharsets.US_ASCII) : new Run(delimited).decode(bytes);
    }

    private static boolean isAscii(byte[] bytes) {
        for (var one : bytes) {
            if (one < 0 || one == ESCAPE) {
                return false;
            }
        }
        return true;
    }

    /** Decodes one value: the sets in force change with escape sequences and go back at delimiters. */
    private final class Run {
        private final boolean delimited;
        private final StringBuilder text = new StringBuilder();
        private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
        private @Nullable Charset kanji;
        private @Nullable Charset high = upper;

        Run(boolean delimited) {
            this.delimited = delimited;
        }

        String decode(byte[] bytes) {
            var at = 0;
            while (at < bytes.length) {
                if (bytes[at] == ESCAPE) {
                    flush();
                    at += 1 + escape(bytes, at + 1);
                } else if (kanji != null && bytes[at] > ' ' && at + 1 < bytes.length) {
                    pending.write(bytes, at, 2);
                    at += 2;
                } else {
                    if (isDelimiter(bytes[at])) {
                        flush();
                        kanji = null;
                        high = upper;
                    }
                    pending.write(bytes[at++]);
                }
            }
            flush();
            return text.toString();
        }

        private boolean isDelimiter(byte one) {
            return switch (one) {
                case '\\', '\r', '\n', '\f', '\t' -> true;
                case '^', '=' -> delimited;
                default -> false;
            };
        }

        /** How many bytes the escape sequence has after the escape. */
        private int escape(byte[] bytes, int from) {
            for (var length = 2; length <= 3 && from + length <= bytes.length; length++) {
                var sequence = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
                var chosen = TO_UPPER.get(sequence);
                if (chosen != null) {
                    high = chosen;
                    return length;
                }
                switch (sequence) {
                    case "(B", "(J" -> kanji = null;
                    case "$B" -> kanji = KANJI;
                    case "$(D" -> kanji = MORE_KANJI;
                    default -> {
                        continue;
                    }
                }
                return length;
            }
            return 0;
        }

        private void flush() {
            if (pending.size() == 0) {
                return;
            }
            var bytes = pending.toByteArray();
            pending.reset();
            if (kanji != null) {
                text.append(new String(bytes, kanji));
            } else if (isAscii(bytes)) {
                text.append(new String(bytes, StandardCharsets.US_ASCII));
            } else {
                var chosen = high == null ? unannounced : high;
                text.append(chosen == null ? guess(bytes) : letters(bytes, chosen));
            }
        }
    }

    /** In the Japanese set a backslash is written as a yen sign, but parts values all the same. */
    private static String letters(byte[] bytes, Charset chosen) {
        var letters = new String(bytes, chosen);
        return Objects.equals(chosen, KATAKANA) ? letters.replace('\u00a5', '\\') : letters;
    }

    /** Letters that nothing announced: UTF-8 if they can be, else western European. */
    private static String guess(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
