package org.consilium.records.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.consilium.records.Preview;
import org.junit.jupiter.api.Test;

class DicomPreviewTest {
    private static final int SIDE = 64;

    /** Left half dark, right half bright. */
    private static byte[] halves(int dark, int bright, TransferSyntax syntax) {
        var bytes = ByteBuffer.allocate(SIDE * SIDE * 2)
                .order(syntax.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (var point = 0; point < SIDE * SIDE; point++) {
            bytes.putShort((short) (point % SIDE < SIDE / 2 ? dark : bright));
        }
        return bytes.array();
    }

    private static Written head(TransferSyntax syntax, String photometric, int samples, int bits, int signed) {
        return Samples.slice(new Written(syntax, true), "1.2.3", 1, 1)
                .shorts(Tag.SamplesPerPixel, samples)
                .text(Tag.PhotometricInterpretation, Vr.CS, photometric)
                .shorts(Tag.PlanarConfiguration, 0)
                .shorts(Tag.Rows, SIDE)
                .shorts(Tag.Columns, SIDE)
                .shorts(Tag.BitsAllocated, bits > 8 ? 16 : 8)
                .shorts(Tag.BitsStored, bits)
                .shorts(Tag.HighBit, bits - 1)
                .shorts(Tag.PixelRepresentation, signed);
    }

    @Test
    void showsGreyPicturesHoweverTheyAreStored() throws IOException {
        for (var syntax :
                new TransferSyntax[] {TransferSyntax.EXPLICIT, TransferSyntax.IMPLICIT, TransferSyntax.BIG_ENDIAN}) {
            var plain = drawn(head(syntax, "MONOCHROME2", 1, 12, 0)
                    .element(Tag.PixelData, Vr.OW, halves(100, 3000, syntax))
                    .file());
            var inverted = drawn(head(syntax, "MONOCHROME1", 1, 12, 0)
                    .element(Tag.PixelData, Vr.OW, halves(100, 3000, syntax))
                    .file());
            var signed = drawn(head(syntax, "MONOCHROME2", 1, 16, 1)
                    .element(Tag.PixelData, Vr.OW, halves(-1000, 1000, syntax))
                    .file());

            assertHalves(plain, 0, 255);
            assertHalves(inverted, 255, 0);
            assertHalves(signed, 0, 255);
        }
    }

    @Test
    void looksThroughTheWindowTheFileStates() throws IOException {
        var file = head(TransferSyntax.EXPLICIT, "MONOCHROME2", 1, 16, 0)
                .text(Tag.WindowCenter, Vr.DS, "40\\300")
                .text(Tag.WindowWidth, Vr.DS, "400\\1500")
                .text(Tag.RescaleIntercept, Vr.DS, "-1024")
                .text(Tag.RescaleSlope, Vr.DS, "1")
                .element(Tag.PixelData, Vr.OW, halves(1064, 1164, TransferSyntax.EXPLICIT))
                .file();

        assertHalves(drawn(file), 128, 191);
    }

    @Test
    void showsColoursAndRunLengths() throws IOException {
        var red = new byte[SIDE * SIDE * 3];
        for (var point = 0; point < SIDE * SIDE; point++) {
            red[3 * point] = (byte) 200;
        }
        var colour = drawn(head(TransferSyntax.EXPLICIT, "RGB", 3, 8, 0)
                .element(Tag.PixelData, Vr.OB, red)
                .file());
        var packed = ByteBuffer.allocate(64 + 2 * SIDE)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, 1)
                .putInt(4, 64);
        for (var row = 0; row < SIDE; row++) {
            packed.put(64 + 2 * row, (byte) -(SIDE - 1)).put(65 + 2 * row, (byte) (row < SIDE / 2 ? 10 : 240));
        }
        var runs = drawn(head(TransferSyntax.EXPLICIT, "MONOCHROME2", 1, 8, 0)
                .fragments(List.of(packed.array()))
                .file(TransferSyntax.RLE));

        assertThat(colour.getRGB(5, 5) >> 16 & 0xFF).isBetween(185, 215);
        assertThat(colour.getRGB(5, 5) & 0xFF).isLessThan(25);
        assertThat(runs.getRGB(5, 5) & 0xFF).isLessThan(25);
        assertThat(runs.getRGB(5, SIDE - 5) & 0xFF).isGreaterThan(230);
    }

    @Test
    void showsTheMiddleFrameOfCommonJpegs() throws IOException {
        var frames = Arrays.asList(jpeg(0), jpeg(0xFFFFFF), jpeg(0));
        var file = head(TransferSyntax.EXPLICIT, "MONOCHROME2", 1, 8, 0)
                .text(Tag.NumberOfFrames, Vr.IS, "3")
                .fragments(frames)
                .file(TransferSyntax.JPEG_BASELINE);

        assertThat(drawn(file).getRGB(9, 9) & 0xFF).isGreaterThan(240);
    }

    @Test
    void saysWhenThereIsNoPreview() throws IOException {
        var jpeg2000 = head(TransferSyntax.EXPLICIT, "MONOCHROME2", 1, 8, 0)
                .fragments(List.of(new byte[100]))
                .file("1.2.840.10008.1.2.4.90");
        var nothing = Samples.slice(Written.explicit(), "1.2.3", 1, 1).file();

        assertThat(why(jpeg2000)).isEqualTo("dicom.preview.way");
        assertThat(why(nothing)).isEqualTo("dicom.preview.nothing");
        assertThat(why("no DICOM at all".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo("dicom.preview.nothing");
        assertThat(DicomPreview.whyNone(() -> new ByteArrayInputStream(jpeg2000)))
                .isPresent();
    }

    private static byte[] jpeg(int colour) throws IOException {
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        for (var point = 0; point < SIDE * SIDE; point++) {
            image.setRGB(point % SIDE, point / SIDE, colour);
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.size() % 2 == 0 ? bytes.toByteArray() : Arrays.copyOf(bytes.toByteArray(), bytes.size() + 1);
    }

    private static void assertHalves(BufferedImage image, int left, int right) {
        assertThat(image.getRGB(5, 30) & 0xFF).isBetween(left - 12, left + 12);
        assertThat(image.getRGB(SIDE - 5, 30) & 0xFF).isBetween(right - 12, right + 12);
    }

    private static BufferedImage drawn(byte[] file) throws IOException {
        var preview = DicomPreview.of(() -> new ByteArrayInputStream(file));
        assertThat(preview).isInstanceOf(Preview.Shown.class);
        return ImageIO.read(new ByteArrayInputStream(((Preview.Shown) preview).bytes()));
    }

    private static String why(byte[] file) throws IOException {
        return ((Preview.None) DicomPreview.of(() -> new ByteArrayInputStream(file)))
                .why()
                .key();
    }
}
