package org.consilium.records.ccda;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The characters of an XML file, by its byte order mark, its look and its declaration, in that order (XML 1.0, appendix F).
 *
 * @param asDeclared false when the bytes do not fit the declared encoding and another had to be taken
 */
record Characters(CharBuffer buffer, boolean asDeclared) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

    static Characters of(byte[] bytes) {
        var marked = byMark(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        var looks = byLook(bytes);
        var declared = looks.or(() -> declared(bytes)).orElse(StandardCharsets.UTF_8);
        var strict = decode(bytes, 0, declared).filter(characters -> looks.isPresent() || startsLikeXml(characters));
        if (strict.isPresent()) {
            return new Characters(strict.get(), true);
        }
        var other = decode(bytes, 0, StandardCharsets.UTF_8).orElseGet(() -> WINDOWS.decode(ByteBuffer.wrap(bytes)));
        return new Characters(other, false);
    }

    private static Optional<Characters> byMark(byte[] bytes) {
        var first = at(bytes, 0);
        var second = at(bytes, 1);
        if (first == 0xEF && second == 0xBB && at(bytes, 2) == 0xBF) {
            return Optional.of(marked(bytes, 3, StandardCharsets.UTF_8));
        }
        if (first == 0xFE && second == 0xFF) {
            return Optional.of(marked(bytes, 2, StandardCharsets.UTF_16BE));
        }
        if (first == 0xFF && second == 0xFE) {
            return Optional.of(marked(bytes, 2, StandardCharsets.UTF_16LE));
        }
        return Optional.empty();
    }

    private static Characters marked(byte[] bytes, int from, Charset charset) {
        return decode(bytes, from, charset)
                .map(characters -> new Characters(characters, true))
                .orElseGet(
                        () -> new Characters(charset.decode(ByteBuffer.wrap(bytes, from, bytes.length - from)), false));
    }

    private static Optional<Charset> byLook(byte[] bytes) {
        if (at(bytes, 0) == '<' && at(bytes, 1) == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (at(bytes, 0) == 0 && at(bytes, 1) == '<') {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return Optional.empty();
    }

    private static Optional<Charset> declared(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, 300), StandardCharsets.ISO_8859_1);
        var found = DECLARED.matcher(head.strip());
        try {
            return found.find() ? Optional.of(Charset.forName(found.group(1))) : Optional.empty();
        } catch (IllegalArgumentException unknownEncoding) {
            return Optional.empty();
        }
    }

    private static boolean startsLikeXml(CharBuffer characters) {
        for (var i = 0; i < Math.min(characters.length(), 1000); i++) {
            if (!Character.isWhitespace(characters.charAt(i))) {
                return characters.charAt(i) == '<';
            }
        }
        return true;
    }

    private static Optional<CharBuffer> decode(byte[] bytes, int from, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from)));
        } catch (CharacterCodingException notThisEncoding) {
            return Optional.empty();
        }
    }

    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 0xFF : -1;
    }
}
