package org.consilium.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.consilium.records.archive.ArchiveReader;
import org.consilium.records.card.HealthCardReader;
import org.consilium.records.fhir.FhirReader;
import org.consilium.records.hl7v2.Hl7Reader;
import org.consilium.records.text.TextReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a file of any format. What a file is, is told by its content, never by its name. A file that is not understood is
 * kept as one document, with a sentence on what it is and what the person can do with it.
 */
public final class Readers {
    private static final Logger log = LoggerFactory.getLogger(Readers.class);

    private Readers() {}

    /**
     * Never fails on bad content.
     *
     * @throws UncheckedIOException when the bytes cannot be had
     */
    public static Reading read(Content content) {
        try {
            try {
                return sniffed(content);
            } finally {
                content.unpacking().done();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (UncheckedIOException world) {
            throw world;
        } catch (RuntimeException | StackOverflowError | LinkageError unforeseen) {
            log.atError()
                    .addKeyValue("kind", unforeseen.getClass().getName())
                    .addKeyValue(
                            "at",
                            unforeseen.getStackTrace().length > 0 ? unforeseen.getStackTrace()[0] : "")
                    .log("a file could not be read");
            return Kept.broken(content, Format.UNKNOWN, "records.unforeseen", 1);
        }
    }

    private static Reading sniffed(Content content) throws IOException {
        var head = content.head(Magic.LENGTH);
        if (head.length == 0) {
            return Kept.empty();
        }
        var known = Magic.reading(content, head);
        if (known.isPresent()) {
            return known.get();
        }
        var archive = ArchiveReader.read(content, head);
        if (archive.isPresent()) {
            return archive.get();
        }
        if (Hl7Reader.isMessage(Magic.text(head))) {
            return Hl7Reader.read(content);
        }
        if (!Magic.isText(head)) {
            return Kept.as(content, Format.UNKNOWN, "unknown");
        }
        return text(content, Magic.text(head).stripLeading(), head.length < Magic.LENGTH);
    }

    private static Reading text(Content content, String start, boolean whole) throws IOException {
        if (start.isEmpty() && whole) {
            return Kept.empty();
        }
        if (HealthCardReader.isCard(start)) {
            return HealthCardReader.read(content);
        }
        if (start.startsWith("{\\rtf")) {
            return TextReader.rtf(content);
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            return json(content, start);
        }
        if (start.startsWith("<")) {
            return Xml.isPage(start)
                    ? TextReader.html(content, Magic.text(content.head(TextReader.LARGEST)))
                    : Xml.read(content, start);
        }
        return words(content);
    }

    private static Reading json(Content content, String start) {
        var reading = FhirReader.readJson(content);
        if (reading.format() != Format.UNKNOWN) {
            return reading;
        }
        var format = start.contains("\"resourceType\"") ? Format.FHIR_R4 : Format.UNKNOWN;
        if (!reading.problems().isEmpty()) {
            return new Reading(format, reading.status(), reading.facts(), reading.problems(), null);
        }
        return Kept.as(content, format, "json");
    }

    private static Reading words(Content content) throws IOException {
        return TextReader.plain(content, Magic.text(content.head(TextReader.LARGEST)));
    }
}
