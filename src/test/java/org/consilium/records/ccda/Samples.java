package org.consilium.records.ccda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.consilium.records.Content;
import org.consilium.records.Reading;

/** Small synthetic documents. */
final class Samples {
    private Samples() {}

    /** A document with this body inside {@code structuredBody}. */
    static String document(String body) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                <code code="34133-9" codeSystem="2.16.840.1.113883.6.1"/><title>Synthetic</title>
                <effectiveTime value="20260301"/>
                <recordTarget><patientRole><id root="2.999.1" extension="7"/><patient>
                <name><given>Sample</given><family>Patient</family></name></patient></patientRole></recordTarget>
                <component><structuredBody>
                """ + body + "</structuredBody></component></ClinicalDocument>";
    }

    static String problem(String code, String name) {
        return """
                <entry><act classCode="ACT" moodCode="EVN"><statusCode code="active"/><entryRelationship typeCode="SUBJ">
                <observation classCode="OBS" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.4"/>
                <value xsi:type="CD" code="%s" codeSystem="2.16.840.1.113883.6.90" displayName="%s"/>
                </observation></entryRelationship></act></entry>
                """.formatted(code, name);
    }

    static String problems(String entries) {
        return "<component><section><code code=\"11450-4\"/><title>Problems</title>" + entries
                + "</section></component>";
    }

    static Reading read(String xml) {
        return read(xml, StandardCharsets.UTF_8);
    }

    static Reading read(String xml, Charset charset) {
        return read(xml.getBytes(charset));
    }

    static Reading read(byte[] bytes) {
        try {
            var file = Files.createTempFile("ccda", ".xml");
            try {
                Files.write(file, bytes);
                return CcdaReader.read(new Content("sample.xml", "sample.xml", file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException diskFailed) {
            throw new UncheckedIOException(diskFailed);
        }
    }

    static Reading golden(String name) {
        var file = Path.of("src/test/resources/records/ccda", name);
        return CcdaReader.read(new Content(name, name, file));
    }
}
