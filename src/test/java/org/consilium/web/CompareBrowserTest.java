package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.consilium.access.People;
import org.consilium.opinions.Opinions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The compare page and what follows from it, at a desk, on a phone and on paper. */
class CompareBrowserTest {
    private static final TestSite SITE = TestSite.shared();
    private static Browser browser;

    private final List<String> objections = new ArrayList<>();

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterEach
    void nothingToObjectTo() {
        assertThat(objections).isEmpty();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void atADeskAndOnPaper() throws IOException {
        var page = compared(Browser.DESK);
        looked(page, "compare-steps");
        var folded = page.locator("details tbody th").first();
        assertThat(folded.isVisible()).isFalse();
        var paper = Path.of("target", "screenshots", "compare-a4.pdf");
        page.pdf(new Page.PdfOptions().setFormat("A4").setPath(paper));
        try (var pdf = Loader.loadPDF(paper.toFile())) {
            assertThat(plain(new PDFTextStripper().getText(pdf)))
                    .as("what is folded away on the screen is on the paper, what leads elsewhere is not")
                    .contains(plain(folded.textContent()))
                    .contains("The opinions differ in important ways", "Questions to ask")
                    .doesNotContain("Go on to your decision", "Read the letter");
        }
    }

    private static String plain(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }

    @Test
    void onAPhoneTheMatrixStaysATableForAScreenReader() {
        var page = compared(Browser.PHONE);
        looked(page, "compare-steps");

        var roles = roles(page);

        assertThat(roles).contains("table", "columnheader", "rowheader", "cell");
        assertThat(page.locator("table.matrix > caption").count())
                .isEqualTo(page.locator("table.matrix").count());
        assertThat(page.locator("table.matrix thead th:not([scope=col])").count())
                .isZero();
        assertThat(page.locator("table.matrix tbody th:not([scope=row])").count())
                .isZero();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(Browser.PHONE);
    }

    @Test
    void theThirdOpinionIsOneStepAway() {
        var page = compared(Browser.PHONE);
        page.getByText("Ask for a third opinion").press("Enter");
        page.waitForURL("**/reviews?further=yes");
        assertThat(page.locator("#afterwards").inputValue()).contains("latest safe date");
        looked(page, "reviews-further");
        page.goBack();
        page.getByText("Read the letter").first().press("Enter");
        looked(page, "step-letters");
    }

    @Test
    void whatChangedAndAWarningStandOnTop() {
        var page = compared(Browser.PHONE);
        var id = page.url().replaceAll(".*/cases/([0-9a-f-]+)/compare", "$1");
        var other = """
                {"author": {"name": "Dr. Astray"}, "date": "2026-03-01",
                 "diagnoses": [{"role": "primary", "text": "Ovarian cyst",
                    "codes": [{"system": "http://hl7.org/fhir/sid/icd-10-cm", "code": "N83.201"}]}]}
                """;
        SITE.bean(Opinions.class)
                .receive(SITE.bean(People.class).owner(), UUID.fromString(id), other.getBytes(StandardCharsets.UTF_8));
        page.reload();
        page.getByText("This opinion may be about another person").waitFor();
        looked(page, "compare-news");
        page.getByText("I have read this").press("Enter");
        page.waitForURL("**/compare");
        assertThat(page.getByText("What changed since").count()).isZero();
    }

    /** What the browser itself tells a screen reader, whatever the style does to the table. */
    private static List<String> roles(Page page) {
        var session = page.context().newCDPSession(page);
        session.send("Accessibility.enable");
        var nodes = session.send("Accessibility.getFullAXTree").getAsJsonArray("nodes");
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(node -> node.getAsJsonObject().getAsJsonObject("role"))
                .filter(role -> role != null)
                .map((JsonObject role) -> role.get("value").getAsString())
                .distinct()
                .toList();
    }

    private static Page compared(int width) {
        var page = browser.window(width, true);
        page.navigate(SITE.link());
        page.locator("form[action='/samples/fusion'] button").click();
        page.waitForURL("**/cases/**");
        page.navigate(page.url() + "/compare");
        return page;
    }

    private void looked(Page page, String name) {
        Browser.picture(page, name);
        objections.addAll(Browser.objections(page));
    }
}
