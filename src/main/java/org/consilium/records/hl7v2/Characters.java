package org.consilium.records.hl7v2;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file of messages. What can only be UTF-8 is read as UTF-8 whatever the header says; else the character set of
 * MSH-18 decides (HL7 table 0211), else windows-1252.
 *
 * @param sure false when the file did not say how its letters are written and they are not plain
 */
record Characters(String text, Charset charset, boolean sure) {
    private static final int HEADER = 4096;
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("8859/1", "windows-1252"),
            Map.entry("8859/2", "ISO-8859-2"),
            Map.entry("8859/3", "ISO-8859-3"),
            Map.entry("8859/4", "ISO-8859-4"),
            Map.entry("8859/5", "ISO-8859-5"),
            Map.entry("8859/6", "ISO-8859-6"),
            Map.entry("8859/7", "ISO-8859-7"),
            Map.entry("8859/8", "ISO-8859-8"),
            Map.entry("8859/9", "ISO-8859-9"),
            Map.entry("8859/15", "ISO-8859-15"),
            Map.entry("ISO IR14", "ISO-2022-JP"),
            Map.entry("ISO IR87", "ISO-2022-JP"),
            Map.entry("ISO IR159", "ISO-2022-JP-2"),
            Map.entry("GB 18030-2000", "GB18030"),
            Map.entry("KS X 1001", "EUC-KR"),
            Map.entry("BIG-5", "Big5"),
            Map.entry("UNICODE", "UTF-16"),
            Map.entry("UNICODE UTF-16", "UTF-16"));

    static Characters of(byte[] bytes) {
        var wide = wide(bytes);
        if (wide != null) {
            return new Characters(without(new String(bytes, wide)), wide, true);
        }
        var named = NAMES.get(declared(bytes));
        if (named != null && named.startsWith("ISO-2022") && Charset.isSupported(named)) {
            var charset = Charset.forName(named);
            return new Characters(without(new String(bytes, charset)), charset, true);
        }
        try {
            var decoder = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            return new Characters(
                    without(decoder.decode(ByteBuffer.wrap(bytes)).toString()), StandardCharsets.UTF_8, true);
        } catch (CharacterCodingException notUtf8) {
            var known = named != null && !named.equals("UTF-16") && Charset.isSupported(named);
            var charset = Charset.forName(known ? named : "windows-1252");
            return new Characters(without(new String(bytes, charset)), charset, known);
        }
    }

    private static @Nullable Charset wide(byte[] bytes) {
        if (bytes.length < 2) {
            return null;
        }
        if ((bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff) || (bytes[0] == 0 && bytes[1] != 0)) {
            return StandardCharsets.UTF_16BE;
        }
        return (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe) || (bytes[0] != 0 && bytes[1] == 0)
                ? StandardCharsets.UTF_16LE
                : null;
    }

    /** MSH-18 of the first message, its first repetition. */
    private static String declared(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, HEADER), StandardCharsets.ISO_8859_1);
        var start = head.indexOf("MSH");
        if (start < 0 || head.length() < start + 5) {
            return "";
        }
        var line = head.substring(start).split("[\r\n]", 2)[0];
        var fields = line.split(java.util.regex.Pattern.quote(String.valueOf(line.charAt(3))), -1);
        return fields.length > 17 ? fields[17].split("[~^]", 2)[0].strip().toUpperCase(Locale.ROOT) : "";
    }

    private static String without(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
