package org.consilium.records.text;

import java.io.ByteArrayInputStream;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.consilium.records.StreamedXml;

/**
 * The words in the XML of word processors: WordprocessingML (ECMA-376 part 1, chapter 17) and OpenDocument text (OASIS ODF
 * 1.3 part 3, chapters 5 and 9). Paragraphs become lines, cells are parted by tabs.
 */
public final class WrittenXml {
    private static final XMLInputFactory FACTORY = StreamedXml.factory();
    private static final Set<String> LINES = Set.of("p", "h", "tr", "table-row", "list-item");
    private static final Set<String> UNSAID = Set.of(
            "instrText",
            "delText",
            "del",
            "moveFrom",
            "pict",
            "drawing",
            "tracked-changes",
            "automatic-styles",
            "binary-data",
            "font-face-decls",
            "Fallback");

    /** Stands for the beginning of a row until its first cell comes; not seen, and taken out of every text. */
    private static final char FIRST_CELL = '\u0001';

    private WrittenXml() {}

    /** @param whole false when the file is damaged; the text is then what stands before the damage */
    public record Words(String text, boolean whole) {}

    /** The words of one file of the document. */
    public static Words words(byte[] xml) {
        var text = new StringBuilder();
        try {
            var reader = StreamedXml.of(FACTORY, new ByteArrayInputStream(xml));
            while (reader.hasNext() && text.length() <= 2 * Written.LONGEST) {
                step(reader, reader.next(), text);
            }
            return new Words(text.toString(), true);
        } catch (XMLStreamException damaged) {
            return new Words(text.toString(), false);
        }
    }

    private static void step(XMLStreamReader reader, int event, StringBuilder text) throws XMLStreamException {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(reader, text);
            case XMLStreamConstants.END_ELEMENT -> {
                if (LINES.contains(reader.getLocalName())
                        && !text.isEmpty()
                        && text.charAt(text.length() - 1) != '\n') {
                    text.append('\n');
                }
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                text.append(reader.getText());
            default -> {
                // says nothing
            }
        }
    }

    private static void start(XMLStreamReader reader, StringBuilder text) throws XMLStreamException {
        var name = reader.getLocalName();
        if (UNSAID.contains(name)) {
            pass(reader);
            return;
        }
        switch (name) {
            case "tab" -> text.append('\t');
            case "br", "cr", "line-break" -> text.append('\n');
            case "s" -> text.append(' ');
            case "tr", "table-row" -> text.append(FIRST_CELL);
            case "tc", "table-cell" -> cell(text);
            default -> {
                // only its content matters
            }
        }
    }

    /** A cell stands on the line of the one before it. */
    private static void cell(StringBuilder text) {
        var last = text.length() - 1;
        if (last >= 0 && text.charAt(last) == FIRST_CELL) {
            text.setLength(last);
        } else if (last >= 0 && text.charAt(last) == '\n') {
            text.setCharAt(last, '\t');
        }
    }

    private static void pass(XMLStreamReader reader) throws XMLStreamException {
        var depth = 1;
        while (depth > 0 && reader.hasNext()) {
            var event = reader.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }
}
