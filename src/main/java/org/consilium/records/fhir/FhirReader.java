package org.consilium.records.fhir;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import javax.xml.stream.XMLStreamException;
import org.consilium.records.Content;
import org.consilium.records.Reading;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * Reads a file of FHIR resources: any Bundle, a single resource, one resource per line, an array of them, or resources
 * carried inside other JSON; and the files attached to them. Written for R4; other versions are read as far as their fields
 * are the same.
 */
public final class FhirReader {
    /** How a JSON file is gone through. */
    private enum Way {
        UNICODE,
        /** Attachments too long to hold are left out. */
        SKIPPING,
        WESTERN,
        LINES
    }

    /** @param more true when the reading stopped because a second value begins */
    private record Tried(@Nullable JacksonException failure, boolean more) {}

    private FhirReader() {}

    /**
     * Reads JSON. Never fails on bad content: what stands before a mistake is read, and the mistake is told with its line. In
     * a file with one resource per line the lines after a bad one are read too. The format is
     * {@link org.consilium.records.Format#UNKNOWN} when nothing in it is FHIR.
     *
     * @throws UncheckedIOException when the bytes cannot be had
     */
    public static Reading readJson(Content content) {
        var attempt = new Attempt(content);
        var way = Way.UNICODE;
        var tried = tried(content, way, attempt, true);
        if ((tried.more || tried.failure != null) && isLines(content)) {
            return lines(content);
        }
        if (tried.more) {
            attempt = new Attempt(content);
            tried = tried(content, way, attempt, false);
        }
        if (tried.failure instanceof StreamConstraintsException) {
            attempt = new Attempt(content);
            way = Way.SKIPPING;
            tried = tried(content, way, attempt, false);
        }
        if (isEncoding(tried.failure)) {
            attempt = new Attempt(content);
            attempt.tellOfLetters();
            way = Way.WESTERN;
            tried = tried(content, way, attempt, false);
        }
        if (tried.failure != null) {
            var cut = tried.failure instanceof UnexpectedEndOfInputException;
            var place = tried.failure.getLocation();
            attempt.fail(cut ? "records.cut" : "records.broken", place == null ? 1 : place.getLineNr());
        }
        return finished(content, way, attempt);
    }

    private static Reading lines(Content content) {
        var attempt = new Attempt(content);
        tried(content, Way.LINES, attempt, false);
        return finished(content, Way.LINES, attempt);
    }

    /** Goes through the file once more for what was too much to hold until all of it was known. */
    private static Reading finished(Content content, Way way, Attempt attempt) {
        attempt.end();
        if (attempt.needsAnotherTurn()) {
            tried(content, way, attempt, false);
            attempt.end();
        }
        return attempt.reading();
    }

    private static Tried tried(Content content, Way way, Attempt attempt, boolean onlyFirst) {
        try (var in = content.open()) {
            var json = new JsonElements(way == Way.SKIPPING);
            var more = false;
            switch (way) {
                case UNICODE, SKIPPING -> more = json.read(in, attempt, onlyFirst);
                case WESTERN -> json.readWestern(in, attempt);
                case LINES -> Lines.read(in, new LineByLine(attempt));
            }
            return new Tried(null, more);
        } catch (JacksonException broken) {
            return new Tried(broken, false);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isLines(Content content) {
        try (var in = content.open()) {
            return Lines.areIn(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static boolean isEncoding(@Nullable JacksonException failure) {
        if (failure == null) {
            return false;
        }
        return (failure instanceof JacksonIOException && failure.getCause() instanceof CharConversionException)
                || String.valueOf(failure.getOriginalMessage()).contains("UTF-8");
    }

    /** Reads XML. Never fails on bad content: what stands before a mistake is read, and the mistake is told with its line. */
    public static Reading readXml(Content content) {
        var attempt = new Attempt(content);
        var failure = triedXml(content, attempt, false);
        if (failure != null && failure.getNestedException() instanceof CharacterCodingException) {
            attempt = new Attempt(content);
            attempt.tellOfLetters();
            failure = triedXml(content, attempt, true);
        }
        if (failure != null) {
            var place = failure.getLocation();
            attempt.fail("records.broken", place == null ? 1 : place.getLineNumber());
        }
        attempt.end();
        if (attempt.needsAnotherTurn()) {
            triedXml(content, attempt, attempt.isWestern());
            attempt.end();
        }
        return attempt.reading();
    }

    private static @Nullable XMLStreamException triedXml(Content content, Attempt attempt, boolean western) {
        try (var in = content.open()) {
            attempt.only(western ? XmlElements.readWestern(in, attempt) : XmlElements.read(in, attempt));
            return null;
        } catch (XMLStreamException broken) {
            return broken;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
