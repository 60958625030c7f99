package org.consilium.records.fhir;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words out of files: cleaned, bounded, without markup. */
final class Texts {
    /** No name, dose or comment is longer; the file itself keeps all of it. */
    static final int LONGEST_NAME = 1_000;

    /** No narrative of one fact is longer; the file itself keeps all of it. */
    static final int LONGEST_NARRATIVE = 200_000;

    private static final Pattern BLOCK_END =
            Pattern.compile("(?i)<br\\b[^>]{0,200}>|</(?:p|div|tr|li|h[1-6]|table|ul|ol|pre|caption)\\s{0,9}>");
    private static final Pattern CELL_END = Pattern.compile("(?i)</t[dh]\\s{0,9}>");
    private static final Pattern UNSEEN =
            Pattern.compile("(?is)<(script|style|head)\\b[^>]{0,1000}>.{0,100000}?</\\1\\s{0,9}>|<!--.{0,100000}?-->");
    private static final Pattern TAG = Pattern.compile("<[/!?a-zA-Z][^>]{0,5000}>");
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\x0B\\f\\u00a0]+");
    private static final Pattern LINES = Pattern.compile(" ?\\R[\\s]*");

    private Texts() {}

    /** Without control characters and halves of characters, which no database or page can hold. */
    static String clean(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (isUnwanted(text.charAt(i))) {
                return cleaned(text);
            }
        }
        return text.strip();
    }

    private static boolean isUnwanted(char character) {
        return (character < ' ' && character != '\n' && character != '\t' && character != '\r')
                || Character.isSurrogate(character)
                || character == '\uFFFE'
                || character == '\uFFFF';
    }

    private static String cleaned(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point > 0xFFFF || !isUnwanted((char) point))
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    static String bounded(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }

    /** HTML or XHTML as plain lines. */
    static @Nullable String withoutMarkup(@Nullable String html) {
        if (html == null) {
            return null;
        }
        var text = bounded(html, 4 * LONGEST_NARRATIVE);
        text = UNSEEN.matcher(text).replaceAll(" ");
        text = CELL_END.matcher(text).replaceAll(" ");
        text = BLOCK_END.matcher(text).replaceAll("\n");
        text = TAG.matcher(text).replaceAll("");
        return lines(entities(text));
    }

    /** Single blanks, no empty lines; null when nothing is left. */
    static @Nullable String lines(String text) {
        var tidy = LINES.matcher(BLANKS.matcher(clean(text)).replaceAll(" "))
                .replaceAll("\n")
                .strip();
        return tidy.isEmpty() ? null : bounded(tidy, LONGEST_NARRATIVE);
    }

    private static String entities(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&#39;", "'")
                .replace("&#160;", " ")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }

    /** The text of an attachment of this type; null when it is empty. */
    static @Nullable String ofAttachment(@Nullable String contentType, byte[] bytes) {
        var some = bytes.length > 4 * LONGEST_NARRATIVE ? Arrays.copyOf(bytes, 4 * LONGEST_NARRATIVE) : bytes;
        var text = new String(some, charsetOf(bytes));
        return isMarkup(contentType) ? withoutMarkup(text) : lines(text);
    }

    static boolean isText(@Nullable String contentType) {
        return contentType != null && (contentType.startsWith("text/") || isMarkup(contentType));
    }

    private static boolean isMarkup(@Nullable String contentType) {
        return contentType != null
                && (contentType.startsWith("text/html")
                        || contentType.startsWith("text/xml")
                        || contentType.startsWith("application/xhtml")
                        || contentType.startsWith("application/xml"));
    }

    /** The bytes; null when it is not base64. */
    static byte @Nullable [] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64.strip());
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static Charset charsetOf(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException notUtf8) {
            return Charset.forName("windows-1252");
        }
    }
}
