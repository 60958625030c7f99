package org.consilium.records;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.consilium.records.apple.AppleHealthReader;
import org.consilium.records.card.HealthCardReader;
import org.consilium.records.hl7v2.Hl7Reader;
import org.consilium.records.pdf.Pages;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The part of a source file that a fact was read from, as text a person can look at. */
public final class Excerpts {
    private static final int LONGEST = 60_000;
    private static final Pattern JSON_STEP = Pattern.compile("([A-Za-z]\\w*)(?:\\[(\\d+)])?");
    private static final Pattern OF_MANY = Pattern.compile("^\\[(\\d{1,9})]\\.");
    private static final Pattern XML_STEP = Pattern.compile("(?:\\w+:)?([A-Za-z]\\w*)(?:\\[(\\d+)])?");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Excerpts() {}

    /**
     * The text at a place.
     *
     * @param place as in {@link org.consilium.clinical.Source#at}; empty for the beginning of the file
     * @return absent when the file is no text; at most 60,000 characters
     */
    public static Optional<String> at(byte[] bytes, Format format, String place) {
        return switch (format) {
            case FHIR_R4, FHIR_OTHER -> json(bytes, place).or(() -> text(bytes));
            case HEALTH_CARD ->
                HealthCardReader.records(bytes, place)
                        .flatMap(records -> json(records, place.substring(place.indexOf('!') + 1)))
                        .or(() -> text(bytes));
            case CCDA -> xml(bytes, place).or(() -> text(bytes));
            case HL7V2 -> Hl7Reader.excerpt(bytes, place).map(Excerpts::shorten).or(() -> text(bytes));
            case APPLE_HEALTH ->
                AppleHealthReader.excerpt(bytes, place).map(Excerpts::shorten).or(() -> text(bytes));
            case TEXT -> text(bytes);
            case UNKNOWN -> text(bytes).filter(text -> text.indexOf('\0') < 0);
            case PDF -> Pages.text(bytes, Pages.number(place)).map(Excerpts::shorten);
            case DICOM, IMAGE, ARCHIVE -> Optional.empty();
        };
    }

    private static Optional<String> json(byte[] bytes, String place) {
        try {
            var found = root(bytes, place)
                    .flatMap(root -> walk(root, OF_MANY.matcher(place).replaceFirst("")));
            return found.map(
                    node -> shorten(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node)));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** The one value of a file, or the one that a place such as {@code [7].Condition} means, of an array or of lines. */
    private static Optional<JsonNode> root(byte[] bytes, String place) {
        var one = OF_MANY.matcher(place);
        if (!one.lookingAt()) {
            return Optional.of(JSON.readTree(bytes));
        }
        var index = Integer.parseInt(one.group(1));
        var text = new String(bytes, StandardCharsets.UTF_8).strip();
        if (text.startsWith("[")) {
            return Optional.ofNullable(JSON.readTree(text).get(index));
        }
        return text.lines()
                .filter(line -> !line.isBlank())
                .skip(index)
                .findFirst()
                .map(JSON::readTree);
    }

    /** Follows a path such as {@code Bundle.entry[3].resource}; the first step names the type of the root. */
    private static Optional<JsonNode> walk(JsonNode root, String place) {
        var node = root;
        var steps = place.isEmpty() ? new String[0] : place.split("\\.");
        for (var i = 0; i < steps.length; i++) {
            var step = JSON_STEP.matcher(steps[i]);
            if (!step.matches()) {
                return Optional.empty();
            }
            if (i > 0) {
                node = node.path(step.group(1));
            }
            if (step.group(2) != null) {
                node = node.path(Integer.parseInt(step.group(2)));
            }
        }
        return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    }

    private static Optional<String> xml(byte[] bytes, String place) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            var document = builder.parse(new ByteArrayInputStream(bytes));
            var found = place.isEmpty() ? document.getDocumentElement() : walk(document, place);
            return found == null ? Optional.empty() : Optional.of(shorten(print(found)));
        } catch (ParserConfigurationException | SAXException | IOException | TransformerException notXml) {
            return Optional.empty();
        }
    }

    /** Follows a path such as {@code /ClinicalDocument/component/section[2]/entry[1]}; counting starts at 1. */
    private static @Nullable Element walk(Node root, String place) {
        var node = root;
        for (var part : place.substring(1).split("/")) {
            var step = XML_STEP.matcher(part);
            var next = step.matches()
                    ? child(node, step.group(1), step.group(2) == null ? 1 : Integer.parseInt(step.group(2)))
                    : null;
            if (next == null) {
                return node instanceof Element element ? element : null;
            }
            node = next;
        }
        return node instanceof Element element ? element : null;
    }

    private static @Nullable Node child(Node parent, String name, int wanted) {
        var seen = 0;
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element && name.equals(child.getLocalName()) && ++seen == wanted) {
                return child;
            }
        }
        return null;
    }

    private static String print(Element element) throws TransformerException {
        var factory = TransformerFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
        var printer = factory.newTransformer();
        printer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        printer.setOutputProperty(OutputKeys.INDENT, "yes");
        var out = new StringWriter();
        printer.transform(new DOMSource(element), new StreamResult(out));
        return out.toString();
    }

    private static Optional<String> text(byte[] bytes) {
        return Optional.of(shorten(new String(bytes, StandardCharsets.UTF_8)));
    }

    private static String shorten(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
    }
}
