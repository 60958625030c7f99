package org.consilium.records.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.records.Format;
import org.consilium.records.Part;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileArchivesTest {
    @TempDir
    Path folder;

    private Reading read(byte[] bytes) throws IOException {
        return Samples.read(folder, "hostile.zip", bytes);
    }

    @Test
    void neverWritesUnderANameFromAnArchiveAndShowsItCleaned() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        for (var name : List.of(
                "../../../../tmp/evil.json",
                "/etc/cron.d/evil.json",
                "C:\\Windows\\evil.json",
                "..\\..\\evil.json",
                "a\u0000b\u001b[31m\u202e.json",
                "<script>alert(1)</script>.json",
                "=CMD|'calc'!A0.json",
                "..",
                "n".repeat(3_000) + ".json")) {
            files.put(name, Samples.utf8(Samples.GOUT));
        }
        var reading = read(Samples.zip(files));

        assertThat(reading.facts())
                .hasSize(files.size())
                .allSatisfy(fact -> assertThat(fact.text()).isEqualTo("Gout"));
        assertThat(reading.parts())
                .extracting(Part::place)
                .allSatisfy(place -> assertThat(place)
                        .doesNotContain("..")
                        .doesNotStartWith("/")
                        .doesNotContain("C:")
                        .doesNotContainPattern("[\\p{Cntrl}\\u202e]")
                        .endsWith("!")
                        .hasSizeLessThan(300));
        assertThat(reading.parts()).extracting(Part::place).doesNotHaveDuplicates();
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
    }

    @Property(tries = 500)
    void cleansAnyNameToAPlainRelativePath(@ForAll String raw) {
        var clean = Names.clean(raw);

        assertThat(clean).isNotBlank().doesNotStartWith("/").doesNotContainPattern("\\p{Cntrl}|\\\\");
        assertThat(List.of(clean.split("/"))).doesNotContain("..", ".", "");
        assertThat(Names.clean(clean)).isEqualTo(clean);
    }

    @Test
    void stopsAFileThatGrowsWithoutEnd() throws IOException {
        var zeros = new byte[80 << 20];
        for (var bomb : List.of(Samples.zip(Map.of("zeros.txt", zeros)), Samples.gzip(zeros), Samples.bzip2(zeros))) {
            var reading = read(bomb);

            assertThat(bomb).hasSizeLessThan(1 << 20);
            assertThat(reading.parts()).singleElement().satisfies(part -> {
                assertThat(part.status()).isEqualTo(Status.KEPT);
                assertThat(part.problems().getFirst().message().key()).isEqualTo("archive.bomb");
            });
        }
    }

    @Test
    void stopsBombsInArchivesInArchivesSoon() throws IOException {
        var bomb = Samples.zip(Map.of("zeros.txt", new byte[60 << 20]));
        for (var level = 0; level < 4; level++) {
            var files = new LinkedHashMap<String, byte[]>();
            for (var copy = 0; copy < 16; copy++) {
                files.put("lib" + copy + ".zip", bomb);
            }
            bomb = Samples.zip(files);
        }
        var all = bomb;

        var reading = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> read(all));

        assertThat(reading.status()).isEqualTo(Status.PARTLY);
        assertThat(ArchiveReaderTest.keys(reading)).containsExactly("archive.stopped");
    }

    @Test
    void endsWithArchivesThatLieTooDeep() throws IOException {
        var archive = Samples.zip("a.json", Samples.GOUT);
        for (var depth = 0; depth < 40; depth++) {
            archive = Samples.zip(Map.of("inner.zip", archive));
        }
        var reading = read(archive);

        assertThat(reading.parts()).hasSize(7);
        assertThat(reading.parts().getLast().problems().getFirst().message().key())
                .isEqualTo("records.part.deep");
        assertThat(reading.facts()).extracting(Fact::kind).containsOnly(FactKind.DOCUMENT);
    }

    /** A ZIP file in which the list names the same bytes many times, as in a bomb without nesting. */
    @Test
    void readsBytesThatManyFilesShareOnlyOnce() throws IOException {
        var one = Samples.stored("a.json", Samples.utf8(Samples.GOUT));
        var end = one.length - 22;
        var list = ByteBuffer.wrap(one).order(ByteOrder.LITTLE_ENDIAN).getInt(end + 16);
        var out = new ByteArrayOutputStream();
        out.write(one, 0, list);
        for (var copy = 0; copy < 1_000; copy++) {
            out.write(one, list, end - list);
        }
        var tail = ByteBuffer.wrap(one, end, 22).slice().order(ByteOrder.LITTLE_ENDIAN);
        tail.putShort(8, (short) 1_000).putShort(10, (short) 1_000).putInt(12, 1_000 * (end - list));
        out.write(java.util.Arrays.copyOf(java.util.Arrays.copyOfRange(one, end, one.length), 22));
        var file = out.toByteArray();
        System.arraycopy(bytes(tail), 0, file, file.length - 22, 22);

        var reading = read(file);

        assertThat(reading.facts()).extracting(Fact::text).containsOnlyOnce("Gout");
        assertThat(reading.parts()).hasSize(1_000);
        assertThat(reading.parts().getLast().problems().getFirst().message().key())
                .isEqualTo("archive.overlap");
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    /** An archive that holds itself would be read for ever; the depth ends it. */
    @Test
    void endsWithAFileThatHoldsItself() throws IOException {
        var gzip = Samples.gzip(Samples.gzip(Samples.gzip(Samples.gzip(
                Samples.gzip(Samples.gzip(Samples.gzip(Samples.gzip(Samples.gzip(Samples.utf8("end"))))))))));

        assertThat(read(gzip).parts()).hasSize(7);
    }

    @Test
    void saysThatAFileIsLocked() throws IOException {
        var locked = Samples.stored("letter.pdf", Samples.utf8("secret"));
        var end = locked.length - 22;
        var list = ByteBuffer.wrap(locked).order(ByteOrder.LITTLE_ENDIAN).getInt(end + 16);
        locked[6] |= 1;
        locked[list + 8] |= 1;

        assertOnlyProblem(read(locked), "archive.encrypted");
    }

    @Test
    void saysThatAFileIsDamagedAndReadsTheOthers() throws IOException {
        var damaged = Samples.stored("a.json", Samples.utf8(Samples.GOUT));
        damaged[60] ^= 1;

        assertOnlyProblem(read(damaged), "archive.checksum");

        var files = new LinkedHashMap<String, byte[]>();
        files.put("a.txt", Samples.utf8("word ".repeat(2_000)));
        files.put("b.json", Samples.utf8(Samples.ASTHMA));
        var zip = Samples.zip(files);
        zip[50] ^= 0x55;
        var reading = read(zip);
        assertThat(reading.status()).isEqualTo(Status.PARTLY);
        assertThat(reading.facts()).extracting(Fact::text).containsExactly("a.txt", "Asthma");
        assertThat(reading.parts().getFirst().problems()).isNotEmpty();
    }

    private static void assertOnlyProblem(Reading reading, String key) {
        assertThat(reading.format()).isEqualTo(Format.ARCHIVE);
        assertThat(reading.parts()).singleElement().satisfies(part -> {
            assertThat(part.status()).isEqualTo(Status.KEPT);
            assertThat(part.problems().getFirst().message().key()).isEqualTo(key);
        });
        assertThat(reading.facts()).extracting(Fact::kind).containsExactly(FactKind.DOCUMENT);
    }

    @Test
    void takesAFileThatIsTwoThingsForWhatItBeginsWith() throws IOException {
        var zip = Samples.zip("a.json", Samples.GOUT);
        var out = new ByteArrayOutputStream();
        out.write(Samples.utf8("%PDF-1.4\n"));
        out.write(zip);

        assertThat(read(out.toByteArray()).format()).isEqualTo(Format.PDF);

        var prefixed = new ByteArrayOutputStream();
        prefixed.write(Samples.zip("b.json", Samples.ASTHMA), 0, 30);
        prefixed.write(zip);
        assertThat(read(prefixed.toByteArray()).facts()).extracting(Fact::text).containsExactly("Gout");
    }

    /** Found by fuzzing: the library looks for another library, which is an error and no exception. */
    @Test
    void saysThatAPackingIsUnknownInACutArchiveToo() throws IOException {
        for (var method : new byte[] {93, 20, 99, 12}) {
            var zip = Samples.stored("a.json", Samples.utf8(Samples.GOUT));
            zip[8] = method;

            var reading = read(Arrays.copyOf(zip, zip.length - 30));

            assertThat(reading.format()).isEqualTo(Format.ARCHIVE);
            assertThat(reading.facts()).extracting(Fact::text).doesNotContain("Gout");
            assertThat(reading.problems()).isNotEmpty();
        }
    }

    @Test
    void countsPartsBeyondTheList() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        IntStream.range(0, Gathering.MOST_PARTS + 500)
                .forEach(index -> files.put("r" + index + ".json", Samples.utf8(Samples.GOUT)));

        var reading = read(Samples.zip(files));

        assertThat(reading.parts()).hasSize(4_000);
        assertThat(reading.facts()).hasSize(files.size());
        assertThat(ArchiveReaderTest.keys(reading)).containsExactly("archive.unlisted");
    }

    @Test
    void readsAHundredThousandTinyFiles() throws IOException {
        var path = folder.resolve("many.zip");
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(path))) {
            for (var index = 0; index < 100_000; index++) {
                zip.putNextEntry(new java.util.zip.ZipEntry("f" + index + ".txt"));
                zip.write('a' + index % 26);
            }
        }
        var reading = org.consilium.records.Readers.read(new org.consilium.records.Content("label", "many.zip", path));

        assertThat(reading.facts()).hasSize(100_000);
        assertThat(reading.parts().size()).isLessThanOrEqualTo(Gathering.MOST_PARTS);
    }
}
