package org.consilium.records;

import java.io.InputStream;
import java.io.Reader;
import java.util.NoSuchElementException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * XML piece by piece, from anywhere: no document type is followed, no entity is expanded, nothing is fetched, and a file that is
 * not well-formed is told by {@link XMLStreamException} only. The parser of the JDK answers some malformed input with unchecked
 * exceptions.
 */
public final class StreamedXml extends StreamReaderDelegate {
    private StreamedXml(XMLStreamReader parser) {
        super(parser);
    }

    /** What makes parsers of this kind; more may be set. */
    public static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // the JDK counts every &amp; and &lt;; without a DTD no other entity is expanded
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setXMLReporter((message, kind, about, place) -> {});
        return factory;
    }

    /** Reads in the encoding the bytes name. */
    public static XMLStreamReader of(XMLInputFactory factory, InputStream bytes) throws XMLStreamException {
        try {
            return new StreamedXml(factory.createXMLStreamReader(bytes));
        } catch (RuntimeException malformed) {
            throw new XMLStreamException(malformed);
        }
    }

    /** Reads characters that are decoded already. */
    public static XMLStreamReader of(XMLInputFactory factory, Reader text) throws XMLStreamException {
        try {
            return new StreamedXml(factory.createXMLStreamReader(text));
        } catch (RuntimeException malformed) {
            throw new XMLStreamException(malformed);
        }
    }

    /** @throws NoSuchElementException only behind the end */
    @Override
    public int next() throws XMLStreamException {
        try {
            return super.next();
        } catch (NoSuchElementException behindTheEnd) {
            throw behindTheEnd;
        } catch (RuntimeException malformed) {
            throw new XMLStreamException("not well-formed", getLocation(), malformed);
        }
    }
}
