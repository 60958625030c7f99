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
 * carried inside other JSON. Written for R4; other versions are read as far as their fields are the same.
 */
public final class FhirReader {
    private FhirReader() {}

    /**
     * Reads JSON. Never fails on bad content: what stands before a mistake is read, and the mistake is told with its line.
     * The format is {@link org.consilium.records.Format#UNKNOWN} when nothing in it is FHIR.
     *
     * @throws UncheckedIOException when the bytes cannot be had
     */
    public static Reading readJson(Content content) {
        var attempt = new Attempt(content);
        var failure = tried(content, new JsonElements(false), attempt, false);
        if (failure instanceof StreamConstraintsException) {
            attempt = new Attempt(content);
            failure = tried(content, new JsonElements(true), attempt, false);
        }
        if (isEncoding(failure)) {
            attempt = new Attempt(content);
            attempt.tellOfLetters();
            failure = tried(content, new JsonElements(false), attempt, true);
        }
        if (failure != null) {
            var cut = failure instanceof UnexpectedEndOfInputException;
            var place = failure.getLocation();
            attempt.fail(cut ? "records.cut" : "records.broken", place == null ? 1 : place.getLineNr());
        }
        return attempt.reading();
    }

    private static @Nullable JacksonException tried(
            Content content, JsonElements json, Attempt attempt, boolean western) {
        try (var in = content.open()) {
            if (western) {
                json.readWestern(in, attempt);
            } else {
                json.read(in, attempt);
            }
            return null;
        } catch (JacksonException broken) {
            return broken;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isEncoding(@Nullable JacksonException failure) {
        if (failure == null) {
            return false;
        }
        return (failure instanceof JacksonIOException && failure.getCause() instanceof CharConversionException)
                || String.valueOf(failure.getOriginalMessage()).contains("UTF-8");
    }

    /** Reads XML, all of it at once. Never fails on bad content. */
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
        return attempt.reading();
    }

    private static @Nullable XMLStreamException triedXml(Content content, Attempt attempt, boolean western) {
        try (var in = content.open()) {
            attempt.only(western ? XmlElements.readWestern(in) : XmlElements.read(in));
            return null;
        } catch (XMLStreamException broken) {
            return broken;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
