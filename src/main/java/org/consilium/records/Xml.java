package org.consilium.records;

import java.io.StringReader;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.consilium.records.Reading.Status;
import org.consilium.records.apple.AppleHealthReader;
import org.consilium.records.ccda.CcdaReader;
import org.consilium.records.fhir.FhirReader;

/** Tells XML files apart by their root element. */
final class Xml {
    private static final String HL7_V3 = "urn:hl7-org:v3";
    private static final String FHIR = "http://hl7.org/fhir";
    private static final Pattern CLINICAL_DOCUMENT = Pattern.compile("<(?:\\w{1,20}:)?ClinicalDocument[\\s>]");
    private static final Pattern CLINICAL_PIECE =
            Pattern.compile("<(section|entry|component|entryRelationship|act|encounter|observation|organizer|procedure|"
                    + "substanceAdministration|supply|recordTarget)[\\s>]");
    private static final Pattern HL7_TEMPLATE = Pattern.compile("<templateId\\s[^>]{0,200}root=\"(2\\.16|1\\.3\\.6)");
    private static final XMLInputFactory FACTORY = StreamedXml.factory();

    private Xml() {}

    /** True for a web page, however badly it is written. */
    static boolean isPage(String start) {
        var root = start.replaceFirst("(?s)^(?:<\\?[^>]{0,200}\\?>|<!--.{0,2000}?-->|\\s++)+", "");
        return root.regionMatches(true, 0, "<!doctype html", 0, 14) || root.regionMatches(true, 0, "<html", 0, 5);
    }

    /** @param start the first characters of the file */
    static Reading read(Content content, String start) {
        if (AppleHealthReader.isPiece(start)) {
            return AppleHealthReader.read(content);
        }
        try {
            var reader = StreamedXml.of(FACTORY, new StringReader(start));
            var event = reader.next();
            while (event != XMLStreamConstants.START_ELEMENT) {
                event = reader.next();
            }
            return ofRoot(content, start, reader.getName().getNamespaceURI(), reader.getLocalName());
        } catch (XMLStreamException broken) {
            return withoutRoot(content, start, broken);
        } catch (NoSuchElementException endsBeforeTheRoot) {
            return Kept.as(content, Format.UNKNOWN, "xml");
        }
    }

    private static Reading ofRoot(Content content, String start, String namespace, String name) {
        if (name.equals("ClinicalDocument")) {
            return ccda(content);
        }
        if (namespace.equals(FHIR)) {
            var reading = FhirReader.readXml(content);
            return reading.format() == Format.UNKNOWN
                    ? new Reading(Format.FHIR_R4, reading.status(), reading.facts(), reading.problems(), null)
                    : reading;
        }
        if (isPieceOfClinicalDocument(start, namespace)) {
            return ccda(content);
        }
        if (name.equals("HealthData")) {
            return AppleHealthReader.read(content);
        }
        return Kept.as(content, Format.UNKNOWN, "xml");
    }

    /** A section, an entry or a statement that someone cut out of a document, with or without its namespace. */
    private static boolean isPieceOfClinicalDocument(String start, String namespace) {
        return namespace.equals(HL7_V3)
                || (namespace.isEmpty()
                        && HL7_TEMPLATE.matcher(start).find()
                        && CLINICAL_PIECE.matcher(start).find());
    }

    /** What cannot be read of it still counts as one document. */
    private static Reading ccda(Content content) {
        var reading = CcdaReader.read(content);
        return reading.status() == Status.KEPT && reading.facts().isEmpty()
                ? new Reading(
                        reading.format(),
                        reading.status(),
                        List.of(content.asDocument()),
                        reading.problems(),
                        reading.patient())
                : reading;
    }

    private static Reading withoutRoot(Content content, String start, XMLStreamException broken) {
        if (start.contains("<HealthData") || start.contains("<!DOCTYPE HealthData")) {
            return AppleHealthReader.read(content);
        }
        if (CLINICAL_DOCUMENT.matcher(start).find() || isPieceOfClinicalDocument(start, "")) {
            return ccda(content);
        }
        var format = start.contains(FHIR) ? Format.FHIR_R4 : Format.UNKNOWN;
        var line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber();
        return Kept.broken(content, format, "records.broken", Math.max(1, line));
    }
}
