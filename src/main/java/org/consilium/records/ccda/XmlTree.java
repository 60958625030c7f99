package org.consilium.records.ccda;

import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.consilium.records.StreamedXml;
import org.jspecify.annotations.Nullable;

/**
 * Builds a light tree from hostile XML: no document type, no entity but the five of XML, bounded depth and size. A document that
 * breaks off gives the tree up to there, without the entry it broke in.
 */
final class XmlTree {
    static final int MOST_LEVELS = 150;
    static final int MOST_ELEMENTS = 1_000_000;
    private static final XMLInputFactory FACTORY = factory();

    /** Why reading stopped before the end. */
    enum Stop {
        NOT_WELL_FORMED,
        DOCUMENT_TYPE,
        TOO_DEEP,
        TOO_LARGE
    }

    /**
     * What was read.
     *
     * @param root empty when not even the first tag could be read
     * @param namespace of the root
     * @param attached the elements that say that they hold bytes, in the order of the file
     * @param stop why reading stopped early, absent when the whole document was read
     * @param line where it stopped
     */
    record Parsed(
            @Nullable Element root,
            String namespace,
            List<Element> attached,
            @Nullable Stop stop,
            int line) {
        Optional<Element> document() {
            return Optional.ofNullable(root);
        }

        Optional<Stop> stopped() {
            return Optional.ofNullable(stop);
        }
    }

    private final List<Element> open = new ArrayList<>();
    private final List<Element> attached = new ArrayList<>();
    private @Nullable Element root;
    private String namespace = "";
    private int elements;
    private int narrativeDepth;

    private XmlTree() {}

    static Parsed parse(Reader characters) {
        return new XmlTree().read(characters);
    }

    private static XMLInputFactory factory() {
        var factory = StreamedXml.factory();
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // pieces of records use prefixes that only the whole declares
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        // our own bound on levels says what happened
        factory.setProperty("jdk.xml.maxElementDepth", "0");
        factory.setXMLResolver((publicId, systemId, base, entity) -> {
            throw new XMLStreamException("no outside entities");
        });
        return factory;
    }

    private Parsed read(Reader characters) {
        var line = 1;
        XMLStreamReader xml = null;
        try {
            xml = StreamedXml.of(FACTORY, characters);
            while (xml.hasNext()) {
                var event = xml.next();
                line = xml.getLocation().getLineNumber();
                var stop = accept(xml, event, line);
                if (stop.isPresent()) {
                    return stopped(stop.get(), line);
                }
            }
            return new Parsed(root, namespace, attached, null, line);
        } catch (XMLStreamException broken) {
            var at = broken.getLocation();
            return stopped(Stop.NOT_WELL_FORMED, at == null ? line : Math.max(line, at.getLineNumber()));
        } finally {
            close(xml);
        }
    }

    private Optional<Stop> accept(XMLStreamReader xml, int event, int line) {
        switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                return Optional.of(Stop.DOCUMENT_TYPE);
            }
            case XMLStreamConstants.START_ELEMENT -> {
                start(xml, line);
                if (open.size() > MOST_LEVELS) {
                    return Optional.of(Stop.TOO_DEEP);
                }
                if (++elements > MOST_ELEMENTS) {
                    return Optional.of(Stop.TOO_LARGE);
                }
            }
            case XMLStreamConstants.END_ELEMENT -> {
                if (open.size() == narrativeDepth) {
                    narrativeDepth = 0;
                }
                open.removeLast();
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                if (!open.isEmpty() && (narrativeDepth > 0 || !xml.isWhiteSpace())) {
                    open.getLast().add(new Text(xml.getText()));
                }
            }
            default -> {
                // comments, processing instructions and the document's two ends say nothing
            }
        }
        return Optional.empty();
    }

    private void start(XMLStreamReader xml, int line) {
        var count = xml.getAttributeCount();
        var attributes = new ArrayList<String>(count * 2);
        for (var i = 0; i < count; i++) {
            var prefix = xml.getAttributePrefix(i);
            var name = xml.getAttributeLocalName(i);
            if (!"xmlns".equals(prefix) && !name.equals("xmlns")) {
                attributes.add(name);
                attributes.add(xml.getAttributeValue(i));
            }
        }
        var qualified = xml.getLocalName();
        var colon = qualified.indexOf(':');
        var parent = open.isEmpty() ? null : open.getLast();
        var element = new Element(parent, qualified.substring(colon + 1), attributes, line);
        if (parent == null) {
            root = element;
            namespace = namespace(xml, colon < 0 ? "" : qualified.substring(0, colon));
        } else {
            parent.add(element);
        }
        open.add(element);
        if (element.has("representation", "B64")) {
            attached.add(element);
        }
        if (narrativeDepth == 0 && element.is("text")) {
            narrativeDepth = open.size();
        }
    }

    private static String namespace(XMLStreamReader xml, String prefix) {
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            var declares = prefix.isEmpty()
                    ? xml.getAttributeLocalName(i).equals("xmlns")
                    : "xmlns".equals(xml.getAttributePrefix(i))
                            && xml.getAttributeLocalName(i).equals(prefix);
            if (declares) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private Parsed stopped(Stop stop, int line) {
        for (var i = 1; i < open.size(); i++) {
            if (open.get(i).is("entry")) {
                open.get(i - 1).removeLast();
                break;
            }
        }
        return new Parsed(root, namespace, attached, stop, line);
    }

    private static void close(@Nullable XMLStreamReader xml) {
        try {
            if (xml != null) {
                xml.close();
            }
        } catch (XMLStreamException alreadyBroken) {
            // nothing is held open: the characters are in memory
        }
    }
}
