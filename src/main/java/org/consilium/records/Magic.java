package org.consilium.records;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.consilium.records.dicom.DicomReader;
import org.consilium.records.pdf.PdfReader;
import org.consilium.records.pdf.PictureReader;

/** Tells what a file is by its first bytes, never by its name. */
final class Magic {
    /** As many bytes as are looked at. */
    static final int LENGTH = 8192;

    private record Mark(int offset, String bytes, Format format, String word) {}

    private static final List<Mark> MARKS = List.of(
            new Mark(0, "%PDF", Format.PDF, "pdf"),
            new Mark(0, "\u00ff\u00d8\u00ff", Format.IMAGE, "image"),
            new Mark(0, "\u0089PNG\r\n", Format.IMAGE, "image"),
            new Mark(0, "GIF8", Format.IMAGE, "image"),
            new Mark(0, "II*\0", Format.IMAGE, "image"),
            new Mark(0, "MM\0*", Format.IMAGE, "image"),
            new Mark(0, "BM", Format.IMAGE, "image"),
            new Mark(8, "WEBP", Format.IMAGE, "image"),
            new Mark(4, "ftyphei", Format.IMAGE, "image"),
            new Mark(4, "ftyphev", Format.IMAGE, "image"),
            new Mark(4, "ftypmif1", Format.IMAGE, "image"),
            new Mark(4, "ftypavif", Format.IMAGE, "image"));

    private Magic() {}

    /** A format with fixed first bytes, as its reader reads it or as the reading of a kept file. */
    static Optional<Reading> reading(Content content, byte[] head) throws IOException {
        if (isDicom(head)) {
            return Optional.of(DicomReader.read(content));
        }
        var found = mark(head);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (found.get().format) {
                    case PDF -> PdfReader.read(content);
                    case IMAGE -> PictureReader.read(content);
                    case FHIR_R4, FHIR_OTHER, CCDA, DICOM, HL7V2, APPLE_HEALTH, HEALTH_CARD, TEXT, ARCHIVE, UNKNOWN ->
                        Kept.as(content, found.get().format, found.get().word);
                });
    }

    /** The format with fixed first bytes, when these are of one. */
    static Optional<Format> format(byte[] head) {
        return isDicom(head) ? Optional.of(Format.DICOM) : mark(head).map(Mark::format);
    }

    private static Optional<Mark> mark(byte[] head) {
        var latin = new String(head, StandardCharsets.ISO_8859_1);
        return MARKS.stream()
                .filter(mark -> latin.startsWith(mark.bytes, mark.offset))
                .filter(mark -> !mark.bytes.equals("BM") || !isText(head))
                .findFirst();
    }

    /** After its preamble of any 128 bytes (PS3.10 section 7.1), or without one. */
    private static boolean isDicom(byte[] head) {
        var latin = new String(head, 0, Math.min(head.length, 132), StandardCharsets.ISO_8859_1);
        return latin.startsWith("DICM", 128) || latin.startsWith("DICM") || DicomReader.isLikely(head);
    }

    /** The first bytes as text, by their byte order mark, by their zero bytes, as UTF-8 or else as windows-1252. */
    static String text(byte[] head) {
        var charset = charset(head);
        var text = new String(head, charset);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static Charset charset(byte[] head) {
        if (head.length >= 2) {
            var first = head[0] & 0xff;
            var second = head[1] & 0xff;
            if ((first == 0xfe && second == 0xff) || (first == 0 && second != 0)) {
                return StandardCharsets.UTF_16BE;
            }
            if ((first == 0xff && second == 0xfe) || (first != 0 && second == 0)) {
                return StandardCharsets.UTF_16LE;
            }
        }
        return isUtf8(head) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    }

    private static boolean isUtf8(byte[] head) {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        var cut = 0;
        while (cut < 4 && cut <= head.length) {
            try {
                decoder.reset().decode(ByteBuffer.wrap(head, 0, head.length - cut));
                return true;
            } catch (CharacterCodingException perhapsInTheMiddleOfACharacter) {
                cut++;
            }
        }
        return false;
    }

    /** True when nearly all of it can be read by a person. */
    static boolean isText(byte[] head) {
        var strange = text(head)
                .chars()
                .filter(character -> character < ' ' && character != '\n' && character != '\r' && character != '\t')
                .count();
        return strange * 100 <= head.length;
    }
}
