package org.consilium.records.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.consilium.records.Format;
import org.consilium.records.PageImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures in the newer forms: WEBP is opened here, those of phones by a program of the computer. */
class PhonePictureTest {
    /** A black rectangle on white, 40 by 24 points. */
    private static final byte[] WEBP = Base64.getDecoder()
            .decode(
                    "UklGRmAAAABXRUJQVlA4IFQAAACwAwCdASooABgAPoU0lEelIyIhNUgAoBCJaQAAeiAVxYn0QnMvgAD+/HgX/Z/5raY+0U3uv6bufRiyQmSR"
                            + "/44fottX+/+XQxjdHWa8t1H2jAAAAAA=");

    private static final byte[] HEIC =
            "\0\0\0\u0018ftypheic\0\0\0\0mif1heic but no more of it".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    Path folder;

    @Test
    void opensAWebp() throws IOException {
        try (var picture = PictureFile.open(WEBP).orElseThrow()) {
            var page = picture.page(0, 1_000_000);

            assertThat(page.getWidth()).isEqualTo(40);
            assertThat(page.getRGB(12, 10) & 0xff).isLessThan(60);
            assertThat(page.getRGB(35, 20) & 0xff).isGreaterThan(200);
        }
        assertThat(PageImages.png(WEBP, Format.IMAGE, 1)).isPresent();
    }

    @Test
    void aBrokenWebpIsKeptAndSaidToBeBroken() throws IOException {
        var cut = java.util.Arrays.copyOf(WEBP, 40);

        var reading = PictureReader.read(Samples.save(folder, cut), Optional.empty());

        assertThat(reading.problems().getFirst().message().key()).isEqualTo("pdf.image.broken");
        assertThat(PageImages.png(cut, Format.IMAGE, 1)).isEmpty();
    }

    @Test
    void knowsThePicturesOfPhonesByTheirFirstBytes() {
        assertThat(PhonePicture.is(HEIC)).isTrue();
        assertThat(PhonePicture.is(WEBP)).isFalse();
        assertThat(PhonePicture.is(new byte[] {0, 0, 0, 24, 'f', 't', 'y', 'p'}))
                .isFalse();
        assertThat(PhonePicture.is("\0\0\0\u0018ftypmp42".getBytes(StandardCharsets.ISO_8859_1)))
                .isFalse();
    }

    @Test
    void aDamagedPictureOfAPhoneIsKeptWithWhatThePersonCanDo() throws IOException {
        var reading = PictureReader.read(Samples.save(folder, HEIC), Optional.empty());

        assertThat(reading.format()).isEqualTo(Format.IMAGE);
        assertThat(reading.facts()).hasSize(1);
        assertThat(reading.problems().getFirst().message().key()).isEqualTo("pdf.image.phone");
    }

    @Test
    void asksAnInstalledProgramToTurnThePicture() throws IOException {
        var png = Files.write(folder.resolve("ready.png"), Samples.bytes(Samples.scan(), "png"));
        var command = program("heif-convert", "cp " + png + " \"$2\"");

        assertThat(PhonePicture.in("/nowhere" + java.io.File.pathSeparator + folder))
                .contains(command);
        var turned = PhonePicture.png(HEIC, command).orElseThrow();
        assertThat(ImageIO.read(new java.io.ByteArrayInputStream(turned)).getWidth())
                .isEqualTo(Samples.scan().getWidth());
    }

    @Test
    void aProgramThatFailsOrWritesNothingGivesNoPicture() throws IOException {
        assertThat(PhonePicture.png(HEIC, program("heif-dec", "exit 1"))).isEmpty();
        assertThat(PhonePicture.png(HEIC, program("magick", "exit 0"))).isEmpty();
        assertThat(PhonePicture.in("")).isEmpty();
    }

    private Path program(String name, String line) throws IOException {
        var file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file;
    }
}
