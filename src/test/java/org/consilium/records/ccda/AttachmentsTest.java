package org.consilium.records.ccda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.records.Format;
import org.consilium.records.Part;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;
import org.junit.jupiter.api.Test;

class AttachmentsTest {
    private static final byte[] PDF = "%PDF-1.4 synthetic".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] LETTER = "Dear colleague, the scan was clear.".getBytes(StandardCharsets.UTF_8);

    @Test
    void aPdfInsteadOfABodyIsReadAsAFileOfItsOwn() {
        var reading = Samples.read(body("mediaType=\"application/pdf\" representation=\"B64\"", base64(PDF)));

        assertThat(reading.status()).isEqualTo(Status.PARTLY);
        assertThat(reading.parts()).singleElement().satisfies(part -> {
            assertThat(part.format()).isEqualTo(Format.PDF);
            assertThat(part.name()).isEqualTo("Scan.pdf");
            assertThat(part.place()).isEqualTo("/ClinicalDocument/component/nonXMLBody/text!");
        });
        assertThat(places(reading)).contains("/ClinicalDocument/component/nonXMLBody/text!");
    }

    @Test
    void packedBytesAreUnpackedFirst() throws IOException {
        for (var each : List.of(
                new Packed("DF", packed(out -> new DeflaterOutputStream(out, new Deflater(9, true)))),
                new Packed("DF", packed(DeflaterOutputStream::new)),
                new Packed("ZL", packed(DeflaterOutputStream::new)),
                new Packed("GZ", packed(GZIPOutputStream::new)))) {
            var reading = Samples.read(body(
                    "mediaType=\"text/plain\" representation=\"B64\" compression=\"" + each.word() + "\"",
                    each.base64()));

            assertThat(reading.parts()).extracting(Part::format).containsExactly(Format.TEXT);
            assertThat(narratives(reading)).contains("Dear colleague, the scan was clear.");
        }
    }

    @Test
    void aLetterInAnEntryAndAPictureAreReadAtTheirPlaces() {
        var picture = base64(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, 10});
        var reading = Samples.read(
                Samples.document("""
                <component><section><code code="34109-9"/><title>Notes</title>
                <entry><act classCode="ACT" moodCode="EVN"><code code="34109-9" displayName="Note"/>
                <text mediaType="text/rtf" representation="B64">%s</text></act></entry>
                <entry><observationMedia classCode="OBS" moodCode="EVN">
                <value mediaType="image/png" representation="B64">%s</value></observationMedia></entry>
                </section></component>""".formatted(base64("{\\rtf1 Hello}".getBytes(StandardCharsets.UTF_8)), picture)));

        assertThat(reading.parts())
                .extracting(Part::place)
                .containsExactly(
                        "/ClinicalDocument/component/structuredBody/component/section/entry[1]/act/text!",
                        "/ClinicalDocument/component/structuredBody/component/section/entry[2]/observationMedia/value!");
        assertThat(reading.parts().getLast().format()).isEqualTo(Format.IMAGE);
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void damagedBytesAreSaidToBeDamaged() {
        for (var bad : List.of(
                body("mediaType=\"application/pdf\" representation=\"B64\"", "A"),
                body("mediaType=\"application/pdf\" representation=\"B64\"", ""),
                body("mediaType=\"application/pdf\" representation=\"B64\" compression=\"DF\"", base64(PDF)),
                body("mediaType=\"application/pdf\" representation=\"B64\" compression=\"GZ\"", base64(PDF)))) {
            var reading = Samples.read(bad);

            assertThat(reading.status()).isEqualTo(Status.PARTLY);
            assertThat(reading.parts())
                    .singleElement()
                    .satisfies(part -> assertThat(part.problems())
                            .extracting(problem -> problem.message().key())
                            .containsExactly("ccda.attachment.broken"));
        }
    }

    @Test
    void plainTextStaysTheWordsOfTheDocument() {
        var reading = Samples.read(body("mediaType=\"text/plain\" representation=\"B64\"", base64(LETTER)));

        assertThat(reading.parts()).isEmpty();
        assertThat(narratives(reading)).containsExactly("Dear colleague, the scan was clear.");
    }

    private record Packed(String word, String base64) {}

    /** Wraps a stream. */
    private interface Packer {
        OutputStream around(OutputStream out) throws IOException;
    }

    private static String packed(Packer packer) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packed = packer.around(out)) {
            packed.write(LETTER);
        }
        return base64(out.toByteArray());
    }

    private static String base64(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes);
    }

    private static String body(String attributes, String content) {
        return """
                <ClinicalDocument xmlns="urn:hl7-org:v3"><title>Scan</title><component><nonXMLBody>
                <text %s>%s</text></nonXMLBody></component></ClinicalDocument>""".formatted(attributes, content);
    }

    private static List<String> places(Reading reading) {
        return reading.facts().stream()
                .map(fact -> fact.sources().getFirst().at())
                .toList();
    }

    private static List<String> narratives(Reading reading) {
        return reading.facts().stream()
                .flatMap((Fact fact) -> fact.detail(Detail.NARRATIVE).stream())
                .toList();
    }
}
