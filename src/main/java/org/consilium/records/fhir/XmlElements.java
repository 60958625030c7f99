package org.consilium.records.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.consilium.records.BoundedXml;
import org.consilium.records.StreamedXml;
import org.jspecify.annotations.Nullable;

/**
 * Reads FHIR XML into the same elements as FHIR JSON: the {@code value} attribute is the value, a resource inside an element
 * takes the place of that element, and a narrative becomes its text. No document type, no outside entity is ever followed.
 */
final class XmlElements {
    private static final int DEEPEST = 200;
    private static final int LONGEST_DECLARATION = 200;
    private static final Pattern ENCODING =
            Pattern.compile("(?:\u00ef\u00bb\u00bf)?<\\?xml[^>]{1,100}encoding\\s{0,9}=\\s{0,9}[\"']([\\w.:-]{1,40})");
    private static final XMLInputFactory XML = StreamedXml.factory();

    private final XMLStreamReader reader;

    private XmlElements(XMLStreamReader reader) {
        this.reader = reader;
    }

    /**
     * Reads in the encoding the file names, else UTF-8.
     *
     * @throws XMLStreamException when it is not XML to its end
     */
    static Element read(InputStream in, JsonElements.Listener listener) throws XMLStreamException, IOException {
        in.mark(LONGEST_DECLARATION);
        var charset = charset(in.readNBytes(LONGEST_DECLARATION));
        in.reset();
        var text = new BoundedXml(new InputStreamReader(in, charset.newDecoder()));
        return read(StreamedXml.of(XML, text), listener);
    }

    /** The same for a file that is not in the encoding it names. */
    static Element readWestern(InputStream in, JsonElements.Listener listener) throws XMLStreamException {
        var text = new BoundedXml(new InputStreamReader(in, Charset.forName("windows-1252")));
        return read(StreamedXml.of(XML, text), listener);
    }

    private static Charset charset(byte[] start) {
        if (start.length > 1 && ((start[0] & 0xff) >= 0xfe || start[0] == 0 || start[1] == 0)) {
            return start[1] == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16;
        }
        var named = ENCODING.matcher(new String(start, StandardCharsets.ISO_8859_1));
        try {
            return named.lookingAt() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static Element read(XMLStreamReader reader, JsonElements.Listener listener) throws XMLStreamException {
        try {
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    var elements = new XmlElements(reader);
                    var root = reader.getLocalName().equals("Bundle") ? elements.bundle(listener) : elements.element(0);
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

    /** Gives each entry with a resource to the listener; the bundle comes back without them. */
    private Element bundle(JsonElements.Listener listener) throws XMLStreamException {
        var growing = new Element.Growing();
        growing.add("resourceType", Element.ofValue("Bundle"));
        var index = 0;
        while (reader.hasNext()) {
            var event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                break;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            var name = reader.getLocalName();
            var child = element(1);
            var isEntry = name.equals("entry");
            if (isEntry && child.has("resource")) {
                listener.entry(child, index);
            } else {
                growing.add(name, child);
            }
            index += isEntry ? 1 : 0;
        }
        return growing.done(null);
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
