package org.consilium.records.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.consilium.clinical.Fact;
import org.consilium.records.Format;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureReaderTest {
    @TempDir
    Path folder;

    @Test
    void proposesWhatItSurelyReadsInAScan() throws IOException {
        if (isMissing()) {
            return;
        }
        var reading = read(Samples.bytes(Samples.scan(), "png"), TextRecognition.installed());

        assertThat(reading.format()).isEqualTo(Format.IMAGE);
        assertThat(keys(reading)).containsExactly("pdf.image.recognised");
        assertThat(proposals(reading)).contains("Glucose 112 mg/dL", "Hemoglobin 11.0 g/dL");
        assertThat(reading.facts().getFirst().date()).hasToString("2025-04-02");
    }

    @Test
    void readsAPhotoThatLiesOnItsSideOrIsDark() throws IOException {
        if (isMissing()) {
            return;
        }
        var turned = read(Samples.bytes(Gray.turned(Gray.of(Samples.scan()), 90), "png"), TextRecognition.installed());
        assertThat(proposals(turned)).contains("Glucose 112 mg/dL");

        var dark = Samples.scan();
        for (var x = 0; x < dark.getWidth(); x++) {
            for (var y = 0; y < dark.getHeight(); y++) {
                var light = (dark.getRGB(x, y) & 0xff) / 4 + 10;
                dark.setRGB(x, y, light << 16 | light << 8 | light);
            }
        }
        assertThat(proposals(read(Samples.bytes(dark, "jpg"), TextRecognition.installed())))
                .contains("Glucose 112 mg/dL");
    }

    @Test
    void readsEveryPageOfATiff() throws IOException {
        var out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            writer.writeToSequence(
                    new IIOImage(new BufferedImage(800, 600, BufferedImage.TYPE_BYTE_GRAY), null, null), null);
            writer.writeToSequence(new IIOImage(Samples.scan(), null, null), null);
            writer.endWriteSequence();
        }
        writer.dispose();

        assertThat(Pages.ofPicture(out.toByteArray(), 2)).isPresent();
        assertThat(Pages.ofPicture(out.toByteArray(), 3)).isEmpty();
        if (isMissing()) {
            return;
        }
        var reading = read(out.toByteArray(), TextRecognition.installed());
        assertThat(reading.facts())
                .filteredOn(Fact::isProposed)
                .isNotEmpty()
                .allMatch(fact -> fact.sources().getFirst().at().startsWith("page 2, line "));
    }

    @Test
    void saysWhatToInstallWhenNothingCanReadIt() throws IOException {
        var reading = read(Samples.bytes(Samples.scan(), "png"), Optional.empty());

        assertThat(reading.status()).isEqualTo(Status.KEPT);
        assertThat(keys(reading)).containsExactly("pdf.image.no-reader");
        assertThat(reading.facts()).hasSize(1);
    }

    @Test
    void keepsPicturesThatAreDamagedUnknownOrTooLarge() throws IOException {
        var whole = Samples.bytes(Samples.scan(), "png");
        assertThat(keys(read(Arrays.copyOf(whole, 60), Optional.empty()))).containsExactly("pdf.image.broken");
        assertThat(keys(read(
                        "\0\0\0\u0018ftypheic".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
                        Optional.empty())))
                .containsExactly("pdf.image.phone");
        var huge = whole.clone();
        ByteBuffer.wrap(huge).putInt(16, 100_000).putInt(20, 100_000);
        var checksum = new java.util.zip.CRC32();
        checksum.update(huge, 12, 17);
        ByteBuffer.wrap(huge).putInt(29, (int) checksum.getValue());
        assertThat(keys(read(huge, TextRecognition.installed()))).containsExactly("pdf.image.huge");
        assertThat(Pages.ofPicture(huge, 1)).isEmpty();
    }

    @Test
    void turnsAPhotoAsTheCameraSays() {
        var exif = ByteBuffer.allocate(60);
        exif.putShort((short) 0xffd8)
                .putShort((short) 0xffe1)
                .putShort((short) 40)
                .putInt(0x45786966)
                .putShort((short) 0);
        exif.putShort((short) 0x4d4d).putShort((short) 42).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) 6);

        assertThat(Exif.turn(exif.flip().limit(60))).isEqualTo(90);
        assertThat(Exif.turn(ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5}))).isZero();
    }

    private static boolean isMissing() {
        if (TextRecognition.installed().isEmpty()) {
            System.out.println("text recognition: tesseract is not installed, nothing recognised");
            return true;
        }
        return false;
    }

    private Reading read(byte[] bytes, Optional<TextRecognition> recognition) throws IOException {
        return PictureReader.read(Samples.save(folder, bytes), recognition);
    }

    private static List<String> proposals(Reading reading) {
        return reading.facts().stream()
                .filter(Fact::isProposed)
                .map(fact ->
                        fact.text() + " " + Objects.requireNonNull(fact.value()).text())
                .toList();
    }

    private static List<String> keys(Reading reading) {
        return reading.problems().stream()
                .map(problem -> problem.message().key())
                .toList();
    }
}
