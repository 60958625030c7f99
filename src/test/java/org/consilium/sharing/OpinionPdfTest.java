package org.consilium.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.consilium.language.Messages;
import org.consilium.opinions.Draft;
import org.consilium.opinions.PeerCheck;
import org.junit.jupiter.api.Test;

class OpinionPdfTest {
    private static final Draft WHOLE = Samples.whole(org.consilium.opinions.Samples.WHOLE);
    private static final Messages SPANISH = Messages.in(Locale.of("es"));

    private static byte[] pdf(Draft opinion, List<PeerCheck> checks, Messages messages) throws IOException {
        var out = new ByteArrayOutputStream();
        OpinionPdf.write(opinion, checks, messages, out);
        return out.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void everythingTheDoctorSaidIsOnPaper() throws IOException {
        assertThat(text(pdf(WHOLE, List.of(), Messages.english())))
                .contains("Dr. Ada Mora", "Oncology", "Example Hospital", "Breast cancer", "Confirmed", "IIA T2 N0 M0")
                .contains("The doctor advises: Trastuzumab", "85 to 91 of 100 people", "4 of 100 people", "severe")
                .contains("Heart scan", "before the drug", "very sure", "a negative test", "core biopsy", "none")
                .contains("a trial", "NEJM 2005;353:1659", "A longer text.", "Nobody signed this opinion.");
    }

    @Test
    void labelsAreInTheLanguageOfThePersonAndTheWordsOfTheDoctorStay() throws IOException {
        assertThat(text(pdf(WHOLE, List.of(), SPANISH)))
                .contains("Opinión médica de Dr. Ada Mora", "El médico aconseja: Trastuzumab", "Breast cancer")
                .doesNotContain("What can go wrong", "In short");
    }

    @Test
    void itSaysWhoSignedHowToCheckItAndWhatASecondReviewerSaid() throws IOException {
        var signed = org.consilium.opinions.Samples.signed(WHOLE, Instant.parse("2026-03-02T10:11:12Z"));
        var check = new PeerCheck("Dr. Yes", true, "well said", 1, Instant.parse("2026-03-04T10:00:00Z"));
        assertThat(text(pdf(signed, List.of(check), Messages.english())))
                .contains("Signed on March 2, 2026. Nothing was changed since.", "Mark of the key", "Check a signature")
                .contains("Dr. Yes", "Read the opinion and agrees, March 4, 2026: well said");
        var changed = new Draft(signed.json().replace("Trastuzumab", "Something else"));
        assertThat(text(pdf(changed, List.of(), Messages.english())))
                .contains("was changed after signing")
                .doesNotContain("Nothing was changed since");
    }

    @Test
    void whatTheDoctorLeftOutHasNoHeading() throws IOException {
        var small =
                Samples.whole("{'author': {'name': 'Dr. A'}, 'date': '2026-03-02', 'diagnoses': [{'text': 'Flu'}]}");
        assertThat(text(pdf(small, List.of(), Messages.english())))
                .contains("Flu")
                .doesNotContain("What can be done", "Links to a firm", "How soon", "The doctor advises");
    }

    @Test
    void anyWordsMakeAPaperAndTheSameOpinionTheSameBytes() throws IOException {
        for (var seed = 0; seed < 8; seed++) {
            var opinion = Samples.any(seed);
            var paper = pdf(opinion, List.of(), Messages.english());
            assertThat(text(paper)).contains("Signature");
            assertThat(pdf(opinion, List.of(), Messages.english())).isEqualTo(paper);
        }
    }
}
