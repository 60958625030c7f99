package org.consilium.records.dicom;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.consilium.clinical.Detail;
import org.consilium.clinical.FactKind;
import org.consilium.records.Content;
import org.consilium.records.Format;
import org.consilium.records.Reading.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports, enclosed files, tables of contents, letters of the world, DICOM JSON. */
class ObjectsTest {
    @TempDir
    Path folder;

    private static Written concept(String meaning) {
        return Written.explicit()
                .text(Tag.CodeValue, Vr.SH, "121070")
                .text(Tag.CodingSchemeDesignator, Vr.SH, "DCM")
                .text(Tag.CodeMeaning, Vr.LO, meaning);
    }

    private static Written named(String type, String name) {
        return Written.explicit()
                .text(Tag.ValueType, Vr.CS, type)
                .sequence(Tag.ConceptNameCodeSequence, List.of(concept(name)));
    }

    @Test
    void writesAReportOutLineByLine() throws IOException {
        var number = Written.explicit()
                .sequence(
                        Tag.MeasurementUnitsCodeSequence,
                        List.of(Written.explicit()
                                .text(Tag.CodeValue, Vr.SH, "mm")
                                .text(Tag.CodeMeaning, Vr.LO, "millimeter")))
                .text(Tag.NumericValue, Vr.DS, "12.5");
        var findings = named("CONTAINER", "Findings")
                .sequence(
                        Tag.ContentSequence,
                        List.of(
                                named("TEXT", "Finding").text(Tag.TextValue, Vr.UT, "A small nodule."),
                                named("NUM", "Diameter").sequence(Tag.MeasuredValueSequence, List.of(number))));
        var report = Samples.slice(Written.explicit(), "1.2.3", 1, 1)
                .text(Tag.ContentDate, Vr.DA, "20240306")
                .text(Tag.ValueType, Vr.CS, "CONTAINER")
                .sequence(Tag.ConceptNameCodeSequence, List.of(concept("Chest report")))
                .text(Tag.CompletionFlag, Vr.CS, "COMPLETE")
                .text(Tag.VerificationFlag, Vr.CS, "VERIFIED")
                .sequence(Tag.ContentSequence, List.of(findings));

        var fact = Samples.read(folder, "report", report.file()).facts().getFirst();

        assertThat(fact.kind()).isEqualTo(FactKind.REPORT);
        assertThat(fact.text()).isEqualTo("Chest report");
        assertThat(fact.status()).isEqualTo("final");
        assertThat(fact.date()).hasToString("2024-03-06");
        assertThat(fact.detail(Detail.STUDY)).hasValue("1.2.3");
        assertThat(fact.detail(Detail.NARRATIVE)).hasValue("Findings\n  Finding: A small nodule.\n  Diameter: 12.5 mm");
    }

    @Test
    void unpacksAnEnclosedFileAndReadsIt() throws IOException {
        var inside = "{\"resourceType\":\"Condition\",\"code\":{\"text\":\"Gout\"}}".getBytes(US_ASCII);
        var file = Samples.slice(Written.explicit(), "1.2.3", 1, 1)
                .text(Tag.DocumentTitle, Vr.ST, "Visit")
                .element(Tag.EncapsulatedDocument, Vr.OB, inside)
                .file();

        var reading = Samples.read(folder, "envelope", file);

        assertThat(reading.format()).isEqualTo(Format.DICOM);
        assertThat(reading.parts()).extracting(part -> part.format()).containsExactly(Format.FHIR_R4);
        assertThat(reading.facts()).extracting(fact -> fact.text()).containsExactly("Gout");
        assertThat(reading.facts().getFirst().sources().getFirst().at()).startsWith("(0042,0011)!");
    }

    @Test
    void aKeptEnclosedFileHasTheNameAndDateOfItsEnvelope() throws IOException {
        var large = new byte[200_000];
        new Random(1).nextBytes(large);
        var file = Samples.slice(Written.explicit(), "1.2.3", 1, 1)
                .text(Tag.DocumentTitle, Vr.ST, "Letter")
                .element(Tag.EncapsulatedDocument, Vr.OB, large)
                .file();

        var fact = Samples.read(folder, "envelope", file).facts().getFirst();

        assertThat(fact.text()).isEqualTo("Letter");
        assertThat(fact.date()).hasToString("2024-03-05T10:15:30");
    }

    @Test
    void listsTheExaminationsOfACd() throws IOException {
        var records = List.of(
                Written.explicit()
                        .text(Tag.DirectoryRecordType, Vr.CS, "PATIENT")
                        .text(Tag.PatientName, Vr.PN, "Example^Ana"),
                Written.explicit()
                        .text(Tag.DirectoryRecordType, Vr.CS, "STUDY")
                        .text(Tag.StudyDate, Vr.DA, "20240305")
                        .text(Tag.StudyDescription, Vr.LO, "CT chest")
                        .text(Tag.StudyInstanceUID, Vr.UI, "1.2.3"),
                Written.explicit()
                        .text(Tag.DirectoryRecordType, Vr.CS, "SERIES")
                        .text(Tag.Modality, Vr.CS, "CT"),
                Written.explicit().text(Tag.DirectoryRecordType, Vr.CS, "IMAGE"),
                Written.explicit().text(Tag.DirectoryRecordType, Vr.CS, "IMAGE"));
        var file = Written.explicit()
                .sequence(Tag.DirectoryRecordSequence, records)
                .file();

        var reading = Samples.read(folder, "DICOMDIR", file);

        assertThat(reading.status()).isEqualTo(Status.READ);
        assertThat(reading.patient()).isNotNull();
        assertThat(reading.problems())
                .extracting(problem -> problem.message().key())
                .containsExactly("dicom.directory");
        assertThat(reading.facts()).hasSize(1);
        assertThat(reading.facts().getFirst().text()).isEqualTo("CT chest");
        assertThat(reading.facts().getFirst().details())
                .containsEntry(Detail.IMAGES, "no")
                .containsEntry(Detail.SERIES, "1")
                .containsEntry(Detail.INSTANCES, "2")
                .containsEntry(Detail.MODALITY, "CT");
    }

    /** The examples of PS3.5 annexes H, I, J and K, and sets of the rest of the world. */
    @Test
    void readsTheLettersOfTheWorld() {
        var kanji = HexFormat.of()
                .parseHex(
                        "59616D6164615E5461726F753D1B24423B3345441B28425E1B244242404F3A1B28423D1B24422464245E24401B28425E1B2442243F246D24261B2842");
        assertThat(CharacterSets.of(List.of("", "ISO 2022 IR 87")).decode(kanji, true))
                .isEqualTo("Yamada^Tarou=山田^太郎=やまだ^たろう");
        var korean = HexFormat.of().parseHex("486F6E675E47696C646F6E673D1B242943FBF35E1B242943D1CED4D7");
        assertThat(CharacterSets.of(List.of("", "ISO 2022 IR 149")).decode(korean, true))
                .isEqualTo("Hong^Gildong=洪^吉洞");
        for (var set : new String[][] {
            {"ISO_IR 100", "ISO-8859-1", "Müller"},
            {"ISO_IR 101", "ISO-8859-2", "Łukasz"},
            {"ISO_IR 144", "ISO-8859-5", "Иван"},
            {"ISO_IR 126", "ISO-8859-7", "Ελένη"},
            {"ISO_IR 127", "ISO-8859-6", "قباني"},
            {"ISO_IR 138", "ISO-8859-8", "שרון"},
            {"ISO_IR 148", "ISO-8859-9", "Ayşe"},
            {"ISO_IR 166", "x-windows-874", "นามสกุล"},
            {"ISO_IR 192", "UTF-8", "王小東"},
            {"GB18030", "GB18030", "王小东"},
            {"GBK", "GBK", "王小东"},
            {"ISO-IR_100", "ISO-8859-1", "Peña"},
            {"", "UTF-8", "Peña"},
            {"", "ISO-8859-1", "Peña"}
        }) {
            var bytes = set[2].getBytes(Charset.forName(set[1]));
            assertThat(CharacterSets.of(List.of(set[0])).decode(bytes, true))
                    .as(set[0])
                    .isEqualTo(set[2]);
        }
    }

    @Test
    void givesTheJsonModelWithoutThePixels() throws IOException {
        var bytes = Samples.pixels(Samples.slice(Written.explicit(), "1.2.3", 1, 1)
                        .sequence(Tag.AnatomicRegionSequence, List.of(concept("Chest"))))
                .file();
        var json = DicomReader.json(new Content("f", "f", Files.write(folder.resolve("f"), bytes)))
                .orElseThrow();

        assertThat(json.at("/00100010/Value/0/Alphabetic").asString()).isEqualTo("Example^Ana");
        assertThat(json.at("/00280010/Value/0").asInt()).isEqualTo(4);
        assertThat(json.at("/00082218/Value/0/00080104/Value/0").asString()).isEqualTo("Chest");
        assertThat(json.at("/00080060/vr").asString()).isEqualTo("CS");
    }

    @Test
    void putsStudiesTogetherWhateverTheOrder() throws IOException {
        var datasets = new java.util.ArrayList<Dataset>();
        for (var number = 0; number < 12; number++) {
            datasets.add(parsed(Samples.slice(Written.explicit(), "1.2." + number % 2, number % 3, number % 6)
                    .file()));
        }
        var once = Studies.of(datasets);
        Collections.shuffle(datasets, new Random(3));

        assertThat(Studies.of(datasets)).isEqualTo(once).hasSize(2);
        assertThat(once.getFirst().series()).hasSize(3);
        assertThat(once.stream().mapToInt(Studies.Study::instances).sum()).isEqualTo(6);
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadBack(
            @ForAll @AlphaChars @StringLength(max = 60) String words,
            @ForAll @IntRange(max = 65535) int number,
            @ForAll @IntRange(max = 8) int depth,
            @ForAll boolean undefined,
            @ForAll @IntRange(max = 2) int way)
            throws IOException {
        var syntax = List.of(TransferSyntax.EXPLICIT, TransferSyntax.IMPLICIT, TransferSyntax.BIG_ENDIAN)
                .get(way);
        var written = new Written(syntax, undefined)
                .text(Tag.SOPClassUID, Vr.UI, "1.2.3")
                .text(Tag.StudyDescription, Vr.LO, words)
                .shorts(Tag.Rows, number);
        for (var level = 0; level < depth; level++) {
            written = new Written(syntax, undefined)
                    .text(Tag.SOPClassUID, Vr.UI, "1.2.3")
                    .sequence(Tag.AnatomicRegionSequence, List.of(written));
        }
        var dataset = parsed(written.file());
        for (var level = 0; level < depth; level++) {
            dataset = dataset.item(Tag.AnatomicRegionSequence).orElseThrow();
        }

        assertThat(dataset.string(Tag.StudyDescription)).isEqualTo(words);
        assertThat(dataset.number(Tag.Rows)).hasValue(number);
    }

    private static Dataset parsed(byte[] file) throws IOException {
        var read = DicomFile.read(() -> new ByteArrayInputStream(file)).orElseThrow();
        assertThat(read.troubles()).isEmpty();
        return read.dataset();
    }
}
