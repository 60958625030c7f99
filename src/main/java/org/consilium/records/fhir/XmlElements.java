package org.consilium.records.fhir;

import java.io.InputStream;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads FHIR XML into the same elements as FHIR JSON: the {@code value} attribute is the value, a resource inside an element
 * takes the place of that element, and a narrative becomes its text. No document type, no outside entity is ever followed.
 */
final class XmlElements {
    private static final int DEEPEST = 200;
    private static final XMLInputFactory XML = factory();

    private final XMLStreamReader reader;

    private XmlElements(XMLStreamReader reader) {
        this.reader = reader;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    /** @throws XMLStreamException when it is not XML to its end */
    static Element read(InputStream in) throws XMLStreamException {
        var reader = XML.createXMLStreamReader(in);
        try {
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    var root = new XmlElements(reader).element(0);
                    toTheEnd(reader);
                    return root;
                }
            }
            throw new XMLStreamException("no element", reader.getLocation());
        } finally {
            reader.close();
        }
    }

    private static void toTheEnd(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            reader.next();
        }
    }

    private Element element(int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("too deep", reader.getLocation());
        }
        var name = reader.getLocalName();
        if (name.equals("div")) {
            return Element.ofValue(narrative());
        }
        var growing = new Element.Growing();
        for (var attribute : List.of("id", "url")) {
            var written = reader.getAttributeValue(null, attribute);
            if (written != null) {
                growing.add(attribute, Element.ofValue(written));
            }
        }
        var value = reader.getAttributeValue(null, "value");
        var resource = children(growing, depth);
        if (resource != null) {
            return resource;
        }
        if (isResource(name)) {
            growing.add("resourceType", Element.ofValue(name));
        }
        return growing.isEmpty() && value == null ? Element.NONE : growing.done(value);
    }

    /** Adds the children; a resource among them is returned instead. */
    private @Nullable Element children(Element.Growing growing, int depth) throws XMLStreamException {
        Element resource = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.END_ELEMENT -> {
                    return resource;
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    var name = reader.getLocalName();
                    var child = element(depth + 1);
                    if (isResource(name)) {
                        resource = child;
                    } else {
                        growing.add(name, child);
                    }
                }
                default -> {
                    // text between elements means nothing in FHIR
                }
            }
        }
        return resource;
    }

    private static boolean isResource(String name) {
        return Character.isUpperCase(name.charAt(0));
    }

    /** The words of a narrative, marked up again just enough for its lines and cells to be told apart. */
    private String narrative() throws XMLStreamException {
        var words = new StringBuilder();
        var depth = 1;
        while (depth > 0 && reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    words.append("</").append(reader.getLocalName()).append('>');
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    words.append(reader.getText().replace("&", "&amp;").replace("<", "&lt;"));
                default -> {
                    // comments and the like are not read
                }
            }
        }
        return words.toString();
    }
}
