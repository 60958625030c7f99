package org.consilium.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.consilium.clinical.Fact;
import org.consilium.records.archive.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartBytesTest {
    private static final int MOST = 1 << 20;

    @TempDir
    java.nio.file.Path folder;

    private static byte[] attached() {
        var document = Base64.getEncoder().encodeToString(Samples.utf8(Samples.DOCUMENT));
        return Samples.utf8(
                "{\"resourceType\":\"DocumentReference\",\"status\":\"current\",\"content\":[{\"attachment\":"
                        + "{\"contentType\":\"text/xml\",\"title\":\"Summary\",\"data\":\"" + document + "\"}}]}");
    }

    @Test
    void opensAFileInAnArchiveInAnArchive() throws IOException {
        var inner = Samples.zip("folder/visit!.xml", Samples.DOCUMENT);
        for (var outer : new byte[][] {
            Samples.zip(Map.of("inner.zip", inner)), Samples.gzip(Samples.tar(Map.of("inner.zip", inner)))
        }) {
            var found = at(outer, "inner.zip!folder/visit%21.xml!/ClinicalDocument/title")
                    .orElseThrow();

            assertThat(found.bytes()).isEqualTo(Samples.utf8(Samples.DOCUMENT));
            assertThat(found.place()).isEqualTo("/ClinicalDocument/title");
            assertThat(Excerpts.at(found.bytes(), found.format(), found.place()).orElseThrow())
                    .contains("Visit summary");
        }
    }

    @Test
    void opensEveryPlaceThatAReadingNames() throws IOException {
        var archive = Samples.zip(Map.of(
                "a.json", attached(), "b/same.txt", Samples.utf8("Dear doctor"), "B\\same.txt", Samples.utf8("other")));
        var reading = Samples.read(folder, "a.zip", archive);

        assertThat(reading.parts()).hasSizeGreaterThan(3);
        for (var part : reading.parts()) {
            assertThat(at(archive, part.place())).as(part.place()).isPresent();
        }
        for (Fact fact : reading.facts()) {
            var place = fact.sources().getFirst().at();
            assertThat(at(archive, place)).as(place).isPresent();
        }
    }

    @Test
    void opensAFileAttachedToARecord() throws IOException {
        var file = attached();
        var reading = Samples.read(folder, "a.json", file);
        var place = reading.parts().getFirst().place();

        assertThat(at(file, place).orElseThrow().bytes()).isEqualTo(Samples.utf8(Samples.DOCUMENT));
        assertThat(at(Samples.zip(Map.of("x.json", file)), "x.json!" + place)
                        .orElseThrow()
                        .bytes())
                .isEqualTo(Samples.utf8(Samples.DOCUMENT));
    }

    @Test
    void findsNothingWhereNothingIs() throws IOException {
        var archive = Samples.zip("a.json", Samples.GOUT);

        assertThat(at(archive, "b.json!")).isEmpty();
        assertThat(at(archive, "a.json!b.json!")).isEmpty();
        assertThat(at(archive, "a.json")).isEmpty();
        assertThat(at(archive, "!")).isEmpty();
        assertThat(at(archive, "!".repeat(100))).isEmpty();
        assertThat(at(new byte[0], "a.json!")).isEmpty();
        assertThat(at(java.util.Arrays.copyOf(archive, 20), "a.json!")).isEmpty();
        assertThat(PartBytes.at(new SeekableInMemoryByteChannel(archive), "a.zip", "a.json!", 10, null))
                .isEmpty();
    }

    private static Optional<PartBytes.Found> at(byte[] outer, String place) throws IOException {
        return PartBytes.at(new SeekableInMemoryByteChannel(outer), "outer", place, MOST, null);
    }
}
