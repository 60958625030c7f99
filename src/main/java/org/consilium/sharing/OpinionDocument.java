package org.consilium.sharing;

import org.consilium.language.Message;
import org.consilium.opinions.Draft;
import tools.jackson.core.JacksonException;

/** A file that somebody gives as an opinion: JSON of our own shape, or a FHIR document that {@link OpinionFhir} wrote. */
public final class OpinionDocument {
    /** The most bytes such a file may have: a FHIR document says everything again for people, with its marks spelled out. */
    public static final int LARGEST = 20_000_000;

    private OpinionDocument() {}

    /** What came of reading. */
    public sealed interface Reading {
        /** A FHIR document of an opinion. */
        record Whole(Draft draft) implements Reading {}

        /** FHIR or XML, but none that can be taken in; why not, and what to do. */
        record Refused(Message why) implements Reading {}

        /** No FHIR at all: to be read as an opinion's own JSON. */
        record NotFhir() implements Reading {}
    }

    /** Never throws on bad input, and keeps nothing. */
    public static Reading read(byte[] file) {
        if (file.length > LARGEST) {
            return new Reading.Refused(Message.of("fhirdoc.problem.tooLarge"));
        }
        var first = first(file);
        if (first == '<') {
            return new Reading.Refused(Message.of("fhirdoc.problem.xml"));
        }
        return first == '{' && saysItIsFhir(file) ? OpinionFromFhir.read(file) : new Reading.NotFhir();
    }

    /** The first sign that is neither space nor part of a byte order mark nor the half of a wide letter. */
    private static int first(byte[] file) {
        for (var sign : file) {
            if (sign > ' ') {
                return sign;
            }
        }
        return -1;
    }

    /** Whether a member of the object is {@code resourceType}; of a broken file, whether one came before it broke. */
    private static boolean saysItIsFhir(byte[] file) {
        try (var parser = FhirDetails.MAPPER.createParser(file)) {
            parser.nextToken();
            for (var name = parser.nextName(); name != null; name = parser.nextName()) {
                if (name.equals("resourceType")) {
                    return true;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return false;
        } catch (JacksonException broken) {
            return false;
        }
    }
}
