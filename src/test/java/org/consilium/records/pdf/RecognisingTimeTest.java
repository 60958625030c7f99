package org.consilium.records.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.consilium.records.Content;
import org.consilium.records.Problem;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;
import org.consilium.records.Unpacking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recognising words takes a program of its own and seconds for each page: one file never takes it for itself for long. */
class RecognisingTimeTest {
    @TempDir
    Path folder;

    /** Finds one word on each page, as long as it is left to it, and takes its time. */
    private static final class Slow implements TextRecognition {
        private final AtomicInteger asked = new AtomicInteger();
        private final Duration time;

        Slow(Duration time) {
            this.time = time;
        }

        @Override
        public List<RecognisedWord> words(BufferedImage picture, Duration limit) throws IOException {
            asked.incrementAndGet();
            try {
                Thread.sleep(time.compareTo(limit) < 0 ? time : limit);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            if (time.compareTo(limit) >= 0) {
                throw new IOException("too slow");
            }
            return List.of(new RecognisedWord("Sample", 100, 100, 300, 140, 96, "1.1.1"));
        }

        @Override
        public int turn(BufferedImage picture, Duration limit) {
            return 0;
        }
    }

    @Test
    void pagesForWhichNoTimeIsLeftAreNamedAndTheOthersAreRead() throws IOException {
        var content = withTime(scanned(6), Duration.ofMillis(1500));
        var recognition = new Slow(Duration.ofMillis(600));

        var reading = PdfReader.read(content, Optional.of(recognition));

        assertThat(recognition.asked.get()).isBetween(1, 3);
        assertThat(keys(reading)).contains("pdf.picture.long", "pdf.picture.recognised");
        assertThat(reading.status()).isEqualTo(Status.PARTLY);
        assertThat(content.unpacking().timeToRecognise()).isZero();
    }

    @Test
    void withoutAnyTimeNothingIsRecognised() throws IOException {
        var recognition = new Slow(Duration.ZERO);

        var pdf = PdfReader.read(withTime(scanned(2), Duration.ZERO), Optional.of(recognition));
        assertThat(keys(pdf)).containsExactly("pdf.picture.long");
        assertThat(pdf.status()).isEqualTo(Status.KEPT);

        var picture = PictureReader.read(withTime(pages(1), Duration.ZERO), Optional.of(recognition));
        assertThat(keys(picture)).containsExactly("pdf.image.slow");
        assertThat(recognition.asked).hasValue(0);
    }

    @Test
    void aPictureOfManyPagesIsReadAsFarAsTheTimeGoes() throws IOException {
        var reading = PictureReader.read(
                withTime(pages(5), Duration.ofMillis(1500)), Optional.of(new Slow(Duration.ofMillis(600))));

        assertThat(keys(reading)).contains("pdf.image.long", "pdf.image.recognised");
    }

    @Test
    void aPictureThatTakesTooLongIsNotCalledDamaged() throws IOException {
        var reading = PictureReader.read(
                withTime(pages(1), Duration.ofMillis(200)), Optional.of(new Slow(Duration.ofMinutes(1))));

        assertThat(keys(reading)).containsExactly("pdf.image.slow");
    }

    @Test
    void allFilesInsideOfOneShareItsTime() throws IOException {
        var outermost = Unpacking.in(null);
        var first = new RecognisingTime(outermost, Duration.ofSeconds(30), Duration.ofMinutes(2));
        var limits = first.page(limit -> {
            outermost.recognisedFor(Duration.ofMinutes(10));
            return limit;
        });

        assertThat(limits).isEqualTo(Duration.ofSeconds(30));
        assertThat(first.isOver()).isTrue();
        assertThat(RecognisingTime.of(outermost).isOver()).isTrue();
        assertThat(RecognisingTime.of(Unpacking.in(null)).isOver()).isFalse();
    }

    private static Content withTime(Content content, Duration left) {
        content.unpacking().recognisedFor(content.unpacking().timeToRecognise().minus(left));
        return content;
    }

    private Content scanned(int pages) throws IOException {
        try (var one = Samples.scanned();
                var all = new PDDocument()) {
            for (var page = 0; page < pages; page++) {
                all.importPage(one.getPage(0));
            }
            return Samples.save(folder, all);
        }
    }

    private Content pages(int count) throws IOException {
        var out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (var page = 0; page < count; page++) {
                writer.writeToSequence(new IIOImage(Samples.scan(), null, null), null);
            }
            writer.endWriteSequence();
        }
        writer.dispose();
        return Samples.save(folder, out.toByteArray());
    }

    private static List<String> keys(Reading reading) {
        return reading.problems().stream()
                .map(Problem::message)
                .map(message -> message.key())
                .toList();
    }
}
