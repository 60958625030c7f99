package org.consilium.records.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.consilium.records.Content;
import org.consilium.records.Format;
import org.consilium.records.Preview;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files made to break a reader: each is contained, and what can be said is said. */
@Timeout(60)
class HostileFilesTest {
    @TempDir
    Path folder;

    private static Written slice(boolean undefined) {
        return Samples.slice(new Written(TransferSyntax.EXPLICIT, undefined), "1.2.3", 1, 1);
    }

    @Test
    void aMillionItemsAreBounded() throws IOException {
        var item = Written.explicit().text(Tag.CodeValue, Vr.SH, "X");
        for (var undefined : new boolean[] {true, false}) {
            var file = slice(undefined).sequence(Tag.ContentSequence, Collections.nCopies(1_000_000, item));

            var reading = Samples.read(folder, "many", Samples.pixels(file).file());

            assertThat(reading.facts()).extracting(fact -> fact.text()).containsExactly("CT chest with contrast");
            assertThat(keys(reading)).containsExactly("dicom.trouble.too-many");
        }
    }

    @Test
    void sequencesTenThousandDeepAreBounded() throws IOException {
        for (var undefined : new boolean[] {true, false}) {
            var inner = new Written(TransferSyntax.EXPLICIT, undefined).text(Tag.CodeValue, Vr.SH, "X");
            for (var depth = 0; depth < 10_000; depth++) {
                inner = new Written(TransferSyntax.EXPLICIT, undefined)
                        .sequence(Tag.ContentSequence, java.util.List.of(inner));
            }
            var file = slice(undefined)
                    .sequence(Tag.ContentSequence, java.util.List.of(inner))
                    .file();

            var reading = Samples.read(folder, "deep", file);

            assertThat(reading.facts()).extracting(fact -> fact.text()).containsExactly("CT chest with contrast");
            assertThat(keys(reading)).contains("dicom.trouble.too-deep");
        }
    }

    @Test
    void aLengthBeyondTheFileIsNotBelieved() throws IOException {
        for (var vr : new Vr[] {Vr.OB, Vr.UT, Vr.SQ, Vr.UN, Vr.OW}) {
            var file = slice(false)
                    .header(Tag.TextValue, vr, 0xFFFFFFF0L)
                    .text(Tag.CodeValue, Vr.SH, "X")
                    .file();

            var reading = Samples.read(folder, "long", file);

            assertThat(reading.facts()).as(vr.name()).hasSize(1);
            assertThat(reading.status()).as(vr.name()).isEqualTo(Status.PARTLY);
        }
    }

    @Test
    void anElementWhoseHeadReachesBeyondItsItemIsDamage() throws IOException {
        byte[] item = {(byte) 0xFE, (byte) 0xFF, 0, (byte) 0xE0, 4, 0, 0, 0, 8, 0, 0, 1, 'S', 'H', 2, 0, 'X', ' '};
        var file = slice(false).element(Tag.ContentSequence, Vr.SQ, item).file();

        var reading = Samples.read(folder, "head", file);

        assertThat(reading.facts()).extracting(fact -> fact.text()).containsExactly("CT chest with contrast");
        assertThat(keys(reading)).contains("dicom.trouble.damaged");
    }

    @Test
    void aHugeTextIsLeftInTheFile() throws IOException {
        var text = new byte[40 << 20];
        Arrays.fill(text, (byte) 'a');
        var file = slice(false).element(Tag.TextValue, Vr.UT, text).file();

        var reading = Samples.read(folder, "text", file);

        assertThat(keys(reading)).containsExactly("dicom.trouble.long-text");
        assertThat(reading.facts().getFirst().toString()).hasSizeLessThan(2_000);
    }

    @Test
    void aRecordThatPointsToItselfEnds() throws IOException {
        var record = Written.explicit()
                .element(Tag.NextRecordOffset, Vr.UL, new byte[] {0, 0, 0, 0})
                .text(Tag.DirectoryRecordType, Vr.CS, "STUDY")
                .text(Tag.StudyInstanceUID, Vr.UI, "1.2.3");
        var file = Written.explicit()
                .element(Tag.FirstRecordOffset, Vr.UL, new byte[] {(byte) 0x8a, 1, 0, 0})
                .sequence(Tag.DirectoryRecordSequence, Collections.nCopies(3, record))
                .file();

        assertThat(Samples.read(folder, "DICOMDIR", file).facts()).hasSize(3);
    }

    @Property(tries = 1_500)
    void anyDamageToASmallFileIsContained(@ForAll Random random) throws IOException {
        var undefined = random.nextBoolean();
        var syntax = random.nextBoolean() ? TransferSyntax.EXPLICIT : TransferSyntax.IMPLICIT;
        var inner = new Written(syntax, undefined).text(Tag.CodeMeaning, Vr.LO, "Chest");
        var bytes = Samples.pixels(Samples.slice(new Written(syntax, undefined), "1.2.3", 1, 1)
                        .sequence(Tag.AnatomicRegionSequence, java.util.List.of(inner)))
                .file();
        damage(bytes, random);
        var file = Files.createTempFile("consilium-test", ".dcm");
        try {
            Files.write(file, random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
            contained(file);
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void damageToRealFilesIsContained() throws Exception {
        var files = new ArrayList<Path>();
        for (var file : CorpusTest.files()) {
            if (Files.size(file) < 300_000) {
                files.add(file);
            }
        }
        if (files.isEmpty()) {
            System.out.println("no real DICOM files beside the project: nothing to damage");
            return;
        }
        var random = new Random(4711);
        var damaged = folder.resolve("damaged");
        for (var round = 0; round < 2_000; round++) {
            var bytes = Files.readAllBytes(files.get(random.nextInt(files.size())));
            damage(bytes, random);
            Files.write(damaged, round % 4 == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
            contained(damaged);
        }
    }

    private static void damage(byte[] bytes, Random random) {
        for (var times = random.nextInt(4); times >= 0; times--) {
            var most = random.nextBoolean() ? bytes.length : Math.min(bytes.length, 2_000);
            bytes[random.nextInt(most)] = (byte) random.nextInt(256);
        }
    }

    private static void contained(Path file) {
        assertThatCode(() -> {
                    var reading = DicomReader.read(new Content("f", "f", file));
                    assertThat(reading.format()).isEqualTo(Format.DICOM);
                    assertThat(reading.facts().size() + reading.problems().size())
                            .isPositive();
                    assertThat(DicomPreview.of(() -> Files.newInputStream(file)))
                            .isInstanceOf(Preview.class);
                })
                .doesNotThrowAnyException();
    }

    private static java.util.List<String> keys(Reading reading) {
        return reading.problems().stream()
                .map(problem -> problem.message().key())
                .toList();
    }
}
