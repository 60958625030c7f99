package org.consilium.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.consilium.decision.DecisionSummary;
import org.consilium.decision.Preferences;
import org.consilium.decision.Samples;
import org.consilium.language.Messages;
import org.junit.jupiter.api.Test;

class SummaryPdfTest {
    private static final Messages SPANISH = Messages.in(Locale.of("es"));

    @Test
    void theTextComesOutInTheOrderOfReading() throws IOException {
        var text = text(pdf(Samples.summary(), Messages.english()));

        assertThat(text)
                .containsSubsequence(
                        "My decision summary",
                        "In short",
                        "They differ on the treatment.",
                        "1. My decision",
                        "Three months of physiotherapy",
                        "2. What each doctor says it is",
                        "Dr. Ana Núñez",
                        "3. Where the opinions differ",
                        "4. Questions to ask",
                        "5. The options",
                        "Option A: Fusion of two bones",
                        "3 of 100 people",
                        "6. What matters to me",
                        "Lift my granddaughter",
                        "7. Am I ready to decide?",
                        "8. Who gets a copy",
                        "9. What we did not check");
        assertThat(text).contains("This is information, not medical advice").contains("Page 1 of 4");
    }

    @Test
    void spanishHasItsLetters() throws IOException {
        var text = text(pdf(Samples.summary(), SPANISH));

        assertThat(text)
                .contains("Resumen de mi decisión")
                .contains("¿Necesito una tercera opinión?")
                .contains("Página 1 de 4")
                .contains("20 de mayo de 2026")
                .doesNotContain(Letters.MISSING);
    }

    @Test
    void itIsAnArchiveFileThatDescribesItselfInItsLanguage() throws IOException {
        try (var document = Loader.loadPDF(pdf(Samples.summary(), SPANISH))) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("es");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getOutputIntents()).hasSize(1);
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Resumen de mi decisión, My back");
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("<pdfaid:part>2</pdfaid:part>")
                    .contains("<pdfaid:conformance>A</pdfaid:conformance>")
                    .contains("<pdfuaid:part>1</pdfuaid:part>")
                    .contains("<xmp:CreateDate>2026-05-20T00:00:00+00:00</xmp:CreateDate>");
        }
    }

    @Test
    void everyFontIsEmbedded() throws IOException {
        try (var document = Loader.loadPDF(pdf(Samples.summary(), Messages.english()))) {
            var names = new ArrayList<String>();
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    names.add(font.getName());
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
            assertThat(names).isNotEmpty().allMatch(name -> name.contains("AtkinsonHyperlegible"));
        }
    }

    @Test
    void aScreenReaderFindsHeadingsTablesAndLists() throws IOException {
        try (var document = Loader.loadPDF(pdf(Samples.summary(), Messages.english()))) {
            var kinds = new ArrayList<String>();
            var scopes = new ArrayList<String>();
            walk(document.getDocumentCatalog().getStructureTreeRoot(), kinds, scopes);
            assertThat(kinds).contains("H1", "H2", "H3", "P", "Table", "TR", "TH", "TD", "L", "LI");
            assertThat(kinds.stream().filter("H1"::equals)).hasSize(1);
            assertThat(scopes).contains("Row", "Column");
            assertThat(scopes).hasSize((int) kinds.stream().filter("TH"::equals).count());
            assertThat(document.getDocumentCatalog().getDocumentOutline().children())
                    .hasSize(9);
        }
    }

    @Test
    void theSameSummaryGivesTheSameBytes() throws IOException {
        assertThat(pdf(Samples.summary(), Messages.english())).isEqualTo(pdf(Samples.summary(), Messages.english()));
    }

    @Test
    void markupInSomebodysWordsIsOnlyText() throws IOException {
        var hostile = "<script>alert(1)</script><img src=\"file:///etc/passwd\"/>&amp; ]]> <!-- {0} \\0 {{x}}";
        var text = text(pdf(decided(hostile, "<b>bold</b>"), Messages.english()));

        assertThat(text.replaceAll("\\s+", " "))
                .contains("<script>alert(1)</script><img src=\"file:///etc/passwd\"/>&amp; ]]> <!-- {0} \\0 {{x}}")
                .contains("<b>bold</b>");
    }

    @Test
    void controlCharactersVanishAndForeignLettersAreMarked() throws IOException {
        var text = text(
                pdf(decided("a\u0000b\u0007c\u202ed\u200be", "Going 👩‍👩‍👧 home, שלום, ok"), Messages.english()));

        assertThat(text)
                .contains("abcde")
                .contains("Going [?] home, [?], ok")
                .contains("Some signs or letters could not be printed.");
    }

    @Test
    void namesOfOtherLatinLanguagesArePrinted() throws IOException {
        assertThat(text(pdf(decided("Ask Łukasz Dvořák, Şule Őry", "ok"), Messages.english())))
                .contains("Ask Łukasz Dvořák, Şule Őry");
    }

    @Test
    void aVeryLongWordStaysOnThePage() throws IOException {
        try (var document = Loader.loadPDF(pdf(decided("Wait", "W".repeat(3000)), Messages.english()))) {
            for (var page : document.getPages()) {
                assertThat(new RightEdge().of(document, page))
                        .isLessThan(page.getMediaBox().getWidth() - 40);
            }
            assertThat(textOf(document).chars().filter(letter -> letter == 'W').count())
                    .isGreaterThanOrEqualTo(3000);
        }
    }

    @Test
    void aTextTooLongIsCutAndSaidToBe() {
        var paper = new Paper(Messages.english(), Letters.builtIn());

        assertThat(paper.say("x".repeat(100_000)))
                .hasSizeLessThan(7_000)
                .endsWith("(The text goes on. You find all of it on the screen.)");
    }

    @Test
    void nothingDecidedYetIsAGoodSheetToo() throws IOException {
        var summary = DecisionSummary.of("My back", Samples.back(), Preferences.NONE, null, null, null, Samples.TODAY);
        var text = text(pdf(summary, Messages.english()));

        assertThat(text)
                .contains("No decision yet. That is fine.")
                .contains("You have named no goals yet.")
                .doesNotContain("Who gets a copy");
    }

    private static DecisionSummary decided(String choice, String why) {
        var comparison = Samples.back();
        return DecisionSummary.of(
                "My back",
                comparison,
                Samples.preferences(comparison),
                Samples.decision(choice, why),
                null,
                null,
                Samples.TODAY);
    }

    private static byte[] pdf(DecisionSummary summary, Messages messages) throws IOException {
        var out = new ByteArrayOutputStream();
        SummaryPdf.write(summary, messages, out);
        return out.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return textOf(document);
        }
    }

    private static String textOf(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
    }

    private static void walk(PDStructureNode node, List<String> kinds, List<String> scopes) {
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                kinds.add(element.getStructureType());
                for (var i = 0; i < element.getAttributes().size(); i++) {
                    var attribute = element.getAttributes().getObject(i).getCOSObject();
                    var scope = attribute.getNameAsString(COSName.getPDFName("Scope"));
                    if (scope != null) {
                        scopes.add(scope);
                    }
                }
                walk(element, kinds, scopes);
            }
        }
    }
}
