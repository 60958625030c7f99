package org.consilium.records.ccda;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.consilium.language.Message;
import org.consilium.records.Content;
import org.consilium.records.Parts;
import org.consilium.records.Reading;

/**
 * Files inside a document: the data type ED in Base64, as it is or packed (HL7 CompressionAlgorithm DF, ZL and GZ). Each is read as
 * if it had been handed in by itself; its place is the path of the element that holds it.
 */
final class Attachments {
    /** More are kept in the file, not read. */
    private static final int MOST = 500;

    private static final Map<String, String> ENDINGS = Map.of(
            "application/pdf", ".pdf",
            "application/rtf", ".rtf",
            "text/rtf", ".rtf",
            "text/html", ".html",
            "text/plain", ".txt",
            "image/jpeg", ".jpg",
            "image/png", ".png",
            "image/gif", ".gif",
            "image/tiff", ".tif",
            "application/msword", ".doc");

    private final Content content;
    private final String title;
    private final List<Reading> read = new ArrayList<>();

    /** @param title of the document, by which its attachments are called; empty when it has none */
    Attachments(Content content, String title) {
        this.content = content;
        this.title = title;
    }

    List<Reading> read() {
        return read;
    }

    /** @param element holds the bytes */
    void read(Element element) throws IOException {
        var place = element.path();
        var name = name(element);
        if (read.size() == MOST) {
            read.add(Parts.unread(content, place, name, Message.of("ccda.attachment.many", MOST)));
            return;
        }
        if (read.size() > MOST) {
            return;
        }
        var bytes = bytes(element);
        if (bytes.isEmpty()) {
            read.add(Parts.unread(content, place, name, Message.of("ccda.attachment.broken")));
            return;
        }
        try (var plain = unpacked(element, bytes.get())) {
            read.add(Parts.read(content, place, name, plain));
        } catch (ZipException | java.io.EOFException damaged) {
            read.add(Parts.unread(content, place, name, Message.of("ccda.attachment.broken")));
        }
    }

    private String name(Element element) {
        var type = element.attribute("mediaType").orElse("").toLowerCase(Locale.ROOT);
        var ending = ENDINGS.getOrDefault(type, "");
        var words = title.isEmpty() ? type : title;
        return (words.isEmpty() ? "?" : words) + ending;
    }

    private static Optional<byte[]> bytes(Element element) {
        var words = new StringBuilder();
        for (var node : element.content()) {
            if (node instanceof Text text) {
                words.append(text.characters());
            }
        }
        if (!element.has("representation", "B64")) {
            return Optional.of(words.toString().strip().getBytes(StandardCharsets.UTF_8));
        }
        try {
            return Optional.of(Base64.getMimeDecoder().decode(words.toString().getBytes(StandardCharsets.ISO_8859_1)))
                    .filter(decoded -> decoded.length > 0);
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static InputStream unpacked(Element element, byte[] bytes) throws IOException {
        var in = new ByteArrayInputStream(bytes);
        return switch (element.attribute("compression").orElse("")) {
            case "DF", "ZL" -> inflated(in, bytes);
            case "GZ" -> new GZIPInputStream(in);
            default -> in;
        };
    }

    /** With the head of zlib (RFC 1950) or without (RFC 1951): some files write one and mean the other. */
    private static InputStream inflated(InputStream in, byte[] bytes) {
        var headed =
                bytes.length > 1 && (bytes[0] & 0x0f) == 8 && (((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff)) % 31 == 0;
        if (headed) {
            return new InflaterInputStream(in);
        }
        // without a head the inflater asks for one byte more than there is
        var padded = new SequenceInputStream(in, new ByteArrayInputStream(new byte[1]));
        return new InflaterInputStream(padded, new Inflater(true)) {
            @Override
            public void close() throws IOException {
                super.close();
                inf.end();
            }
        };
    }
}
