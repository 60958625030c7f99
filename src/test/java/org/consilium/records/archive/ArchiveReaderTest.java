package org.consilium.records.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.records.Content;
import org.consilium.records.Format;
import org.consilium.records.Part;
import org.consilium.records.Problem;
import org.consilium.records.Problem.Severity;
import org.consilium.records.Readers;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;
import org.consilium.records.dicom.Slices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveReaderTest {
    @TempDir
    Path folder;

    private static Map<String, byte[]> files() {
        var files = new TreeMap<String, byte[]>();
        files.put("records/a.json", Samples.utf8(Samples.GOUT));
        files.put("records/b.json", Samples.utf8(Samples.ASTHMA));
        return files;
    }

    @Test
    void countsTheSeriesAndPicturesOfADisc() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        for (var number = 0; number < 60; number++) {
            files.put("DICOM/IM" + number, Slices.small(number % 2, number));
        }
        files.put("COPY/IM0", Slices.small(0, 0));

        var reading = Samples.read(folder, "disc.zip", Samples.zip(files));

        assertThat(reading.facts()).hasSize(1);
        assertThat(reading.facts().getFirst().details())
                .containsEntry(Detail.SERIES, "2")
                .containsEntry(Detail.INSTANCES, "60");
        assertThat(reading.facts().getFirst().sources()).hasSize(Studies.MOST_SOURCES);
    }

    @Test
    void readsTheFilesOfEveryKindOfArchive() throws IOException {
        var tar = Samples.tar(files());
        for (var archive : List.of(
                Samples.zip(files()), tar, Samples.gzip(tar), Samples.bzip2(tar), Samples.xz(tar), sevenZip())) {
            var reading = Samples.read(folder, "any", archive);

            assertThat(reading.format()).isEqualTo(Format.ARCHIVE);
            assertThat(reading.status()).isEqualTo(Status.READ);
            assertThat(reading.problems()).isEmpty();
            assertThat(reading.facts()).extracting(Fact::text).containsExactly("Gout", "Asthma");
            assertThat(reading.parts()).extracting(Part::place).containsExactly("records/a.json!", "records/b.json!");
            assertThat(reading.parts()).extracting(Part::name).containsExactly("a.json", "b.json");
            assertThat(reading.parts()).extracting(Part::format).containsOnly(Format.FHIR_R4);
            assertThat(reading.facts().getFirst().sources().getFirst().at()).isEqualTo("records/a.json!Condition");
        }
    }

    @Test
    void readsASinglePackedFile() throws IOException {
        for (var packed : List.of(
                Samples.gzip(Samples.utf8(Samples.GOUT)),
                Samples.bzip2(Samples.utf8(Samples.GOUT)),
                Samples.xz(Samples.utf8(Samples.GOUT)))) {
            var reading = Samples.read(folder, "record.json.gz", packed);

            assertThat(reading.facts()).extracting(Fact::text).containsExactly("Gout");
            assertThat(reading.parts()).extracting(Part::place).containsExactly("record.json!");
        }
    }

    @Test
    void readsArchivesInsideOfArchives() throws IOException {
        var inner = Samples.zip("visit.xml", Samples.DOCUMENT);
        var reading = Samples.read(folder, "outer.zip", Samples.zip(Map.of("summaries.zip", inner)));

        assertThat(reading.parts())
                .extracting(Part::place)
                .containsExactly("summaries.zip!", "summaries.zip!visit.xml!");
        assertThat(reading.parts()).extracting(Part::format).containsExactly(Format.ARCHIVE, Format.CCDA);
    }

    @Test
    void readsAZip64FileAndOtherWaysToPack() throws IOException {
        var wide = Samples.bytes(out -> {
            try (var zip = new ZipArchiveOutputStream(out)) {
                zip.setUseZip64(Zip64Mode.Always);
                zip.putArchiveEntry(new ZipArchiveEntry("a.json"));
                zip.write(Samples.utf8(Samples.GOUT));
                zip.closeArchiveEntry();
            }
        });

        assertThat(Samples.read(folder, "wide.zip", wide).facts())
                .extracting(Fact::text)
                .containsExactly("Gout");
        assertThat(Samples.read(folder, "plain.zip", Samples.stored("a.json", Samples.utf8(Samples.GOUT)))
                        .facts())
                .extracting(Fact::text)
                .containsExactly("Gout");
    }

    @Test
    void readsNamesInTheirCodePage() throws IOException {
        var name = "Año/Übersicht.json";
        for (var charset : List.of(UTF_8, Charset.forName("IBM437"))) {
            var packed = Samples.bytes(out -> {
                try (var zip = new ZipArchiveOutputStream(out)) {
                    zip.setEncoding(charset.name());
                    zip.setUseLanguageEncodingFlag(false);
                    zip.setCreateUnicodeExtraFields(ZipArchiveOutputStream.UnicodeExtraFieldPolicy.NEVER);
                    zip.putArchiveEntry(new ZipArchiveEntry(name));
                    zip.write(Samples.utf8(Samples.GOUT));
                    zip.closeArchiveEntry();
                }
            });

            assertThat(Samples.read(folder, "a.zip", packed).parts())
                    .as(charset.name())
                    .extracting(Part::place)
                    .containsExactly(name + "!");
        }
    }

    @Test
    void countsWhatIsNoRecordAndDoesNotShowItAsOne() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("DICOMDIR", ("\0".repeat(128) + "DICM").getBytes(UTF_8));
        files.put("autorun.inf", Samples.utf8("[autorun]\nopen=viewer.exe"));
        files.put("viewer/viewer.exe", Samples.utf8("MZ" + "\0".repeat(80) + "PE\0\0"));
        files.put("viewer/help.htm", Samples.utf8("<html><body>Help</body></html>"));
        files.put("viewer/logo.gif", Samples.utf8("GIF89a"));
        files.put("index.html", Samples.utf8("<html><script src='x.js'></script></html>"));
        files.put("__MACOSX/._a.json", new byte[] {0, 5, 22, 7});
        files.put("images/.DS_Store", new byte[] {0, 0, 0, 1});
        files.put("viewer/record.css", Samples.utf8(Samples.DOCUMENT));

        var reading = Samples.read(folder, "disc.zip", Samples.zip(files));

        assertThat(reading.parts()).extracting(Part::name).containsExactly("DICOMDIR", "record.css");
        assertThat(reading.problems())
                .extracting(problem ->
                        problem.message().key() + " " + problem.message().args())
                .containsExactly("archive.viewer [5]", "archive.housekeeping [2]");
        assertThat(reading.problems()).extracting(Problem::severity).containsOnly(Severity.INFORMATION);
    }

    @Test
    void readsAnExchangeOfDocumentsOnADisc() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("INDEX.HTM", Samples.utf8("<html><a href='IHE_XDM/SUBSET01/DOCUMENT.XML'>Summary</a></html>"));
        files.put("README.TXT", Samples.utf8("Made by a hospital."));
        files.put(
                "IHE_XDM/SUBSET01/METADATA.XML",
                Samples.utf8("<lcm:SubmitObjectsRequest xmlns:lcm=\"urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0\"/>"));
        files.put("IHE_XDM/SUBSET01/DOCUMENT.XML", Samples.utf8(Samples.DOCUMENT));
        files.put("IHE_XDM/SUBSET01/CDA.xsl", Samples.utf8("<xsl:stylesheet xmlns:xsl='x'/>"));

        var reading = Samples.read(folder, "lucy.zip", Samples.zip(files));

        assertThat(reading.parts()).extracting(Part::name).containsExactly("README.TXT", "DOCUMENT.XML");
        assertThat(reading.parts()).extracting(Part::format).containsExactly(Format.TEXT, Format.CCDA);
        assertThat(reading.problems())
                .extracting(problem -> problem.message().key())
                .containsExactly("archive.viewer", "archive.housekeeping");
    }

    @Test
    void keepsWhatItCannotOpenAndSaysWhatToDo() throws IOException {
        assertKept("Rar!\u001a\u0007\u0000rest", "archive.rar");
        assertKept("7z\u00bc\u00af'\u001c and no more", "archive.broken");
        assertKept("\u001f\u008b\b", "archive.broken");
        assertKept("PK\5\6" + "\0".repeat(18), "archive.empty");
        assertKept("\u00fd7zXZ\0 and no more", "archive.broken");
    }

    private void assertKept(String bytes, String why) throws IOException {
        var reading = Samples.read(folder, "file", bytes.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));

        assertThat(reading.format()).as(why).isEqualTo(Format.ARCHIVE);
        assertThat(reading.status()).isEqualTo(Status.KEPT);
        assertThat(reading.facts()).extracting(Fact::kind).containsExactly(FactKind.DOCUMENT);
        assertThat(keys(reading)).containsExactly(why);
    }

    @Test
    void readsWhatIsWholeOfAZipFileWithoutItsEnd() throws IOException {
        var whole = Samples.zip(Map.of("a.json", Samples.utf8(Samples.GOUT)));
        var two = new TreeMap<>(files());
        two.put("z.bin", new byte[0]);
        var cut = java.util.Arrays.copyOf(Samples.zip(two), whole.length);

        var reading = Samples.read(folder, "cut.zip", cut);

        assertThat(reading.status()).isEqualTo(Status.PARTLY);
        assertThat(reading.facts()).extracting(Fact::text).contains("Gout");
        assertThat(keys(reading)).containsExactly("archive.cut");
    }

    private byte[] sevenZip() throws IOException {
        var path = folder.resolve("seven-" + System.nanoTime());
        try (var out = new SevenZOutputFile(path.toFile())) {
            for (var file : files().entrySet()) {
                var entry = new org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry();
                entry.setName(file.getKey());
                out.putArchiveEntry(entry);
                out.write(file.getValue());
                out.closeArchiveEntry();
            }
        }
        return Files.readAllBytes(path);
    }

    static List<String> keys(Reading reading) {
        return reading.problems().stream()
                .map(problem -> problem.message().key())
                .toList();
    }

    @Test
    void leavesNothingBehindInTheTemporaryFolder() throws IOException {
        var temporary = Files.createDirectory(folder.resolve("temporary"));
        var file = Files.write(folder.resolve("a.zip"), Samples.zip(files()));

        Readers.read(new Content("label", "a.zip", file, org.consilium.records.Unpacking.in(temporary)));

        try (var left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }
}
