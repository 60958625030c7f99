package org.consilium.records.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.consilium.clinical.Fact;
import org.consilium.records.Format;
import org.consilium.records.Part;
import org.consilium.records.PartBytes;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images of CDs, built byte by byte. */
class DiscContainerTest {
    private static final byte[] GOUT =
            "{\"resourceType\":\"Condition\",\"code\":{\"text\":\"Gout\"}}".getBytes(StandardCharsets.UTF_8);

    private static final Map<String, byte[]> FILES = Map.of(
            "DATA/gout.json",
            GOUT,
            "README.TXT",
            "For the doctor of the patient".getBytes(StandardCharsets.UTF_8),
            "AUTORUN.INF",
            "[autorun]".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    @Test
    void readsTheFilesOfADisc() throws IOException {
        var reading = read(DiscImage.of(false, FILES));

        assertThat(reading.format()).isEqualTo(Format.ARCHIVE);
        assertThat(reading.parts()).extracting(Part::place).contains("DATA/gout.json!", "README.TXT!");
        assertThat(reading.facts()).extracting(Fact::text).contains("Gout");
        assertThat(keys(reading)).contains("archive.viewer");
    }

    @Test
    void takesTheLongNamesOfAJolietVolume() throws IOException {
        var reading = read(DiscImage.of(true, Map.of("DATA/a longer name with ñ.json", GOUT)));

        assertThat(reading.parts()).extracting(Part::place).containsExactly("DATA/a longer name with ñ.json!");
        assertThat(reading.status()).isEqualTo(Status.READ);
    }

    @Test
    void opensOneFileOfADisc() throws IOException {
        var image = new SeekableInMemoryByteChannel(DiscImage.of(false, FILES));

        var found = PartBytes.at(image, "cd.iso", "DATA/gout.json!Condition", 1 << 20, null);

        assertThat(found.orElseThrow().bytes()).isEqualTo(GOUT);
        assertThat(PartBytes.at(image, "cd.iso", "DATA/none.json!", 1 << 20, null))
                .isEmpty();
    }

    @Test
    void aFolderThatHoldsItselfEnds() throws IOException {
        var reading = read(DiscImage.loop(DiscImage.of(false, FILES)));

        assertThat(reading.parts())
                .extracting(Part::place)
                .contains("README.TXT!")
                .doesNotContain("DATA/gout.json!");
    }

    @Test
    void aBrokenListIsSaidAndNothingFails() throws IOException {
        var reading = read(DiscImage.broken(DiscImage.of(false, FILES)));

        assertThat(keys(reading)).contains("archive.cut");
        assertThat(reading.format()).isEqualTo(Format.ARCHIVE);
    }

    @Test
    void aDiscThatWasCutGivesWhatIsWhole() throws IOException {
        var whole = DiscImage.of(false, FILES);
        for (var length = 17 * 2048; length <= 26 * 2048; length += 1000) {
            var reading = read(Arrays.copyOf(whole, length));

            assertThat(reading.status()).as("cut after " + length).isNotEqualTo(Status.READ);
        }
    }

    @Test
    void aFileWithoutTheMarkIsNoDisc() throws IOException {
        var image = DiscImage.of(false, FILES);
        image[16 * 2048 + 1] = 'X';

        assertThat(read(image).format()).isEqualTo(Format.UNKNOWN);
    }

    private Reading read(byte[] image) throws IOException {
        return Samples.read(folder, "cd.iso", image);
    }

    private static java.util.List<String> keys(Reading reading) {
        return reading.problems().stream()
                .map(problem -> problem.message().key())
                .toList();
    }
}
