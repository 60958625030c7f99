package org.consilium.terminology.loading;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.consilium.terminology.loading.VocabularyFile.Broken;

/** XML read as a stream, without document types and without anything from outside. */
final class Xml {
    private Xml() {}

    static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLReporter((message, kind, about, place) -> {});
        return factory.createXMLStreamReader(in);
    }

    /** All text up to the end of the element that was just opened, that of elements inside it too. */
    static String text(XMLStreamReader xml) throws XMLStreamException {
        var text = new StringBuilder();
        var depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                default -> {
                    // comments and the like
                }
            }
        }
        return text.toString().replaceAll("\\s+", " ").strip();
    }

    static Broken broken(XMLStreamException broken) {
        return new Broken(
                "terminology.load.line",
                broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber());
    }
}
