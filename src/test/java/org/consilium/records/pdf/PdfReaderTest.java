package org.consilium.records.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.util.Matrix;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.Source;
import org.consilium.records.Content;
import org.consilium.records.Excerpts;
import org.consilium.records.Format;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfReaderTest {
    @TempDir
    Path folder;

    @Test
    void readsALaboratoryReportAsOneReportAndProposedValues() throws IOException {
        var reading = read(Samples.document(Samples.lines(Samples.LAB)));

        assertThat(reading.format()).isEqualTo(Format.PDF);
        assertThat(reading.status()).isEqualTo(Status.READ);
        assertThat(reading.problems()).isEmpty();
        var report = reading.facts().getFirst();
        assertThat(report.kind()).isEqualTo(FactKind.REPORT);
        assertThat(report.isProposed()).isFalse();
        assertThat(report.text()).isEqualTo("LABORATORY REPORT");
        assertThat(report.date()).hasToString("2025-04-02");
        assertThat(report.detail(Detail.CATEGORY)).contains("LAB");
        assertThat(Objects.requireNonNull(reading.patient()).names()).containsExactly("ROSA SAMPLE");
        var values = reading.facts().subList(1, reading.facts().size());
        assertThat(values).allMatch(Fact::isProposed);
        assertThat(values)
                .extracting(fact ->
                        fact.text() + " " + Objects.requireNonNull(fact.value()).text())
                .containsExactly(
                        "Glucose 112 mg/dL", "Creatinine 0.82 mg/dL", "Hemoglobin 11.0 g/dL", "Platelets 231 10*3/uL");
        assertThat(values.getFirst().sources()).containsExactly(new Source("the-file", "page 1, line 7"));
        assertThat(values.getFirst().detail(Detail.REFERENCE_RANGE)).contains("65-99");
        assertThat(values.getFirst().detail(Detail.INTERPRETATION)).contains("H");
    }

    @Test
    void readsTwoColumnsOfALetterOneAfterTheOther() throws IOException {
        var left =
                "Thank you for seeing this patient who|has been unwell for several weeks and|was first seen here in the spring of|this year. We have arranged for some|tests which are all enclosed with the|letter and hope that you can tell us|what you think of the results so far.";
        var right =
                "The scan was done at another hospital|and its pictures are on the disc that|comes with this letter. Please keep it|for as long as you need. We would be|glad to hear from you by telephone or|by letter, whichever suits you better.|With kind regards from all of us here.";
        var lines = new java.util.ArrayList<String>();
        lines.add("Dear Dr. Example,|0");
        for (var index = 0; index < 7; index++) {
            lines.add(left.split("\\|")[index] + "|0|" + right.split("\\|")[index] + "|270");
        }
        var reading = read(Samples.document(Samples.lines(lines)));

        assertThat(narrative(reading))
                .contains(left.replace('|', '\n'))
                .contains(right.replace('|', '\n'))
                .startsWith("Dear Dr. Example,");
    }

    @Test
    void readsTurnedTextByItself() throws IOException {
        var reading = read(Samples.document(page -> {
            Samples.write(page, "Upright words of a page that can be read", 50, 700);
            Samples.write(page, "Turned words at the side", Matrix.getRotateInstance(Math.PI / 2, 30, 100));
        }));

        assertThat(narrative(reading).lines())
                .containsExactly("Upright words of a page that can be read", "Turned words at the side");
    }

    @Test
    void saysWhatToDoAboutAPassword() throws IOException {
        var reading = read(locked("secret"));

        assertThat(reading.status()).isEqualTo(Status.KEPT);
        assertThat(keys(reading)).containsExactly("pdf.locked");
        assertThat(reading.facts()).hasSize(1);
        assertThat(read(locked("")).facts()).hasSizeGreaterThan(4);
    }

    private PDDocument locked(String password) throws IOException {
        var document = Samples.document(Samples.lines(Samples.LAB));
        var policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
        policy.setEncryptionKeyLength(128);
        document.protect(policy);
        return document;
    }

    @Test
    void doesNotRunScriptsAndSaysSo() throws IOException {
        var document = Samples.document(Samples.lines(Samples.LAB));
        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('x')"));

        var reading = read(document);

        assertThat(keys(reading)).containsExactly("pdf.programs");
        assertThat(reading.facts()).hasSizeGreaterThan(4);
        assertThat(reading.status()).isEqualTo(Status.READ);
    }

    @Test
    void readsFilesAttachedToAPdfAsItsParts() throws IOException {
        var document = Samples.document(Samples.lines(List.of("Please see the attached record of the patient.|0")));
        var json = "{\"resourceType\":\"Condition\",\"code\":{\"text\":\"Gout\"}}".getBytes(StandardCharsets.UTF_8);
        var file = new PDComplexFileSpecification();
        file.setFile("record.json");
        file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(json), COSName.FLATE_DECODE));
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of("record.json", file));
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);

        var reading = read(document);

        assertThat(reading.parts())
                .extracting(part -> part.name() + " " + part.format())
                .containsExactly("record.json FHIR_R4");
        assertThat(reading.facts())
                .filteredOn(fact -> fact.text().equals("Gout"))
                .singleElement()
                .satisfies(fact ->
                        assertThat(fact.sources().getFirst().at()).isEqualTo("attachment record.json!Condition"));
    }

    @Test
    void keepsWhatIsCutOffOrDamagedAndNeverThrows() throws IOException {
        var whole = Files.readAllBytes(Samples.save(folder, Samples.document(Samples.lines(Samples.LAB)))
                .path());
        for (var length = 5; length < whole.length; length += whole.length / 9) {
            var reading = read(Samples.save(folder, Arrays.copyOf(whole, length)));

            assertThat(reading.format()).isEqualTo(Format.PDF);
            assertThat(reading.facts()).isNotEmpty();
            assertThat(reading.status() == Status.READ || !reading.problems().isEmpty())
                    .isTrue();
        }
        var noIndex = new String(whole, StandardCharsets.ISO_8859_1)
                .replace("startxref", "startxxxx")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(Samples.save(folder, noIndex)).facts()).hasSizeGreaterThan(4);
    }

    @Test
    void readsTheFirstPagesOfAVeryLongDocumentAndSaysSo() throws IOException {
        var document = new PDDocument();
        for (var page = 0; page < 5_000; page++) {
            document.addPage(new PDPage(PDRectangle.A4));
        }
        document.removePage(0);
        Samples.add(document, Samples.lines(Samples.LAB));
        document.getPages().insertBefore(document.getPage(4_999), document.getPage(0));

        var reading = read(document);

        assertThat(keys(reading)).containsExactly("pdf.long");
        assertThat(reading.status()).isEqualTo(Status.PARTLY);
        assertThat(reading.facts()).hasSizeGreaterThan(4);
    }

    @Test
    void doesNotUnpackAPageThatWouldFillTheMemory() throws IOException {
        var document = Samples.document(Samples.lines(Samples.LAB));
        var bomb = new PDPage(PDRectangle.A4);
        var packed = new ByteArrayOutputStream();
        try (var deflater = new java.util.zip.DeflaterOutputStream(packed)) {
            var spaces = new byte[1 << 20];
            Arrays.fill(spaces, (byte) ' ');
            for (var megabyte = 0; megabyte < 200; megabyte++) {
                deflater.write(spaces);
            }
        }
        bomb.setContents(new PDStream(document, new ByteArrayInputStream(packed.toByteArray()), COSName.FLATE_DECODE));
        bomb.getCOSObject().getCOSStream(COSName.CONTENTS).setItem(COSName.FILTER, COSName.FLATE_DECODE);
        try (var raw = bomb.getCOSObject().getCOSStream(COSName.CONTENTS).createRawOutputStream()) {
            raw.write(packed.toByteArray());
        }
        document.addPage(bomb);

        var reading = read(document);

        assertThat(keys(reading)).containsExactly("pdf.unreadable");
        assertThat(reading.facts()).hasSizeGreaterThan(4);
    }

    @Test
    void saysWhatIsMissingForAScanWithoutTextRecognition() throws IOException {
        var reading = read(Samples.scanned());

        assertThat(reading.status()).isEqualTo(Status.KEPT);
        assertThat(keys(reading)).containsExactly("pdf.picture.no-reader");
    }

    @Test
    void recognisesAScanWhenItCan() throws IOException {
        var recognition = TextRecognition.installed();
        if (recognition.isEmpty()) {
            System.out.println("text recognition: tesseract is not installed, nothing recognised");
            return;
        }
        var reading = PdfReader.read(Samples.save(folder, Samples.scanned()), recognition);

        assertThat(keys(reading)).containsExactly("pdf.picture.recognised");
        assertThat(reading.status()).isEqualTo(Status.READ);
        assertThat(reading.facts())
                .filteredOn(Fact::isProposed)
                .extracting(fact ->
                        fact.text() + " " + Objects.requireNonNull(fact.value()).text())
                .contains("Glucose 112 mg/dL", "Creatinine 0.82 mg/dL", "Hemoglobin 11.0 g/dL");
    }

    @Test
    void showsTheWordsAndThePictureOfThePageOfAPlace() throws IOException {
        var content = Samples.save(
                folder,
                Samples.document(Samples.lines(Samples.LAB), Samples.lines(List.of("Second page of the report|0"))));
        var bytes = Files.readAllBytes(content.path());

        assertThat(Excerpts.at(bytes, Format.PDF, "page 2, line 1")).contains("Second page of the report");
        assertThat(Excerpts.at(bytes, Format.PDF, "").orElseThrow())
                .contains("Glucose")
                .doesNotContain("Second");
        assertThat(Pages.ofPdf(bytes, 2).orElseThrow()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(Pages.ofPdf(bytes, 3)).isEmpty();
        assertThat(Pages.ofPdf(Arrays.copyOf(bytes, 100), 1)).isEmpty();
    }

    private Reading read(PDDocument document) throws IOException {
        return read(Samples.save(folder, document));
    }

    private static Reading read(Content content) throws IOException {
        return PdfReader.read(content, Optional.empty());
    }

    private static List<String> keys(Reading reading) {
        return reading.problems().stream()
                .map(problem -> problem.message().key())
                .toList();
    }

    private static String narrative(Reading reading) {
        return reading.facts().getFirst().detail(Detail.NARRATIVE).orElse("");
    }
}
