package org.consilium.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.consilium.records.fhir.FhirReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamedXmlTest {
    /** Found by fuzzing: the parser wants to say that a character must not be, and has no words for it. */
    private static final String BROKEN_TYPE = "<?xml version=\"1.0\"?><!DOCTYPE %s [\n<!ELEMENT a\0b>\n]>\n";

    private static final XMLInputFactory FACTORY = StreamedXml.factory();

    @TempDir
    Path folder;

    @Test
    void aBrokenDocumentTypeIsToldLikeAnyOtherBreak() {
        var broken = BROKEN_TYPE.formatted("x") + "<x/>";

        assertThatThrownBy(() -> all(StreamedXml.of(FACTORY, new StringReader(broken))))
                .isInstanceOf(XMLStreamException.class);
        assertThatThrownBy(() -> all(StreamedXml.of(FACTORY, new ByteArrayInputStream(new byte[] {0, 0, 0, 1, 2}))))
                .isInstanceOf(XMLStreamException.class);
    }

    @Test
    void everyReaderOfXmlContainsIt() throws IOException {
        for (var root : List.of(
                "<HealthData><Record type=\"HKQuantityTypeIdentifierBodyMass\"/></HealthData>",
                "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><title>Letter</title></ClinicalDocument>",
                "<Condition xmlns=\"http://hl7.org/fhir\"><code><text value=\"Gout\"/></code></Condition>",
                "<x/>")) {
            var name = root.substring(1).split("[ >/]")[0];

            var reading = read(BROKEN_TYPE.formatted(name) + root);

            assertThat(reading.problems())
                    .as(name)
                    .isNotEmpty()
                    .noneMatch(problem -> problem.message().key().equals("records.unforeseen"));
        }
    }

    @Test
    void aFileWhoseFirstLettersAreOfAnotherEncodingIsNoFailureOfTheDisk() throws IOException {
        var file = Files.write(folder.resolve("x"), new byte[] {'<', (byte) 0x92, (byte) 0xc5, '0'});

        var reading = FhirReader.readXml(new Content("x", "x", file));

        assertThat(reading.status()).isEqualTo(Reading.Status.KEPT);
        assertThat(reading.problems()).isNotEmpty();
    }

    @Test
    void noEntityIsExpandedAndNothingIsFetched() {
        for (var entity : List.of("<!ENTITY e \"said\">", "<!ENTITY e SYSTEM \"file:///etc/hostname\">")) {
            var text = new StringBuilder();

            assertThatThrownBy(() -> collect("<!DOCTYPE x [" + entity + "]><x>1&amp;2&e;3</x>", text))
                    .isInstanceOf(XMLStreamException.class)
                    .hasMessageContaining("\"e\" was referenced, but not declared");
            assertThat(text.toString()).isIn("", "1&2");
        }
    }

    private static void collect(String file, StringBuilder text) throws XMLStreamException {
        var xml = StreamedXml.of(FACTORY, new StringReader(file));
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.CHARACTERS) {
                text.append(xml.getText());
            }
        }
    }

    private static void all(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            xml.next();
        }
    }

    private Reading read(String text) throws IOException {
        var file = Files.writeString(folder.resolve("file"), text, StandardCharsets.UTF_8);
        return Readers.read(new Content("file", "file", file));
    }
}
