package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.consilium.samples.SamplePeople;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records in a real browser: over a lost connection, checked against their page, corrected, of somebody else, searched. */
class RecordsBrowserTest {
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
    void aLargeFileGoesOnWhereTheConnectionWasLost(@TempDir Path folder) throws IOException {
        var page = browser.window(Browser.DESK, true);
        page.onDialog(Dialog::accept);
        var records = newCase(page) + "/records";
        page.navigate(records);
        assertThat(page.locator("#folder").getAttribute("webkitdirectory")).isNotNull();
        var file = noise(folder.resolve("scans.bin"), 17 << 20);
        var offsets = new ArrayList<String>();
        page.route("**/uploads/*", route -> {
            var offset = route.request().headerValue("Upload-Offset");
            if (route.request().method().equals("PATCH") && !"0".equals(offset)) {
                route.abort("connectionreset");
            } else {
                route.resume();
            }
        });

        page.locator("#files").setInputFiles(file);
        page.getByText("The connection is lost").waitFor();
        looked(page, "upload-lost");
        page.navigate(records.replace("/records", ""));
        page.navigate(records);

        page.getByText("8 MB of 17 MB have arrived").waitFor();
        looked(page, "upload-open");
        page.unroute("**/uploads/*");
        page.onRequest(request -> {
            if (request.method().equals("PATCH")) {
                offsets.add(request.headerValue("Upload-Offset"));
            }
        });
        page.locator("#files").setInputFiles(file);
        page.getByText("See what was read").waitFor();
        assertThat(offsets).containsExactly(String.valueOf(8 << 20), String.valueOf(16 << 20));
        PlaywrightAssertions.assertThat(page.locator(".uploads li")).containsText("is being read now");
    }

    @Test
    void whatIsReadOnALabReportCountsOnlyWhenThePersonSaysSo() throws IOException {
        var page = browser.window(Browser.PHONE, true);
        var home = newCase(page);
        hand(page, home, new FilePayload("report.pdf", "application/pdf", labReport()));
        page.navigate(home + "/timeline");
        PlaywrightAssertions.assertThat(page.locator("main")).not().containsText("Glucose");
        page.navigate(home + "/proposals");
        var glucose = card(page, "Glucose");
        PlaywrightAssertions.assertThat(glucose.locator("img.page-image")).isVisible();
        glucose.locator("img.page-image").scrollIntoViewIfNeeded();
        page.waitForFunction("() => [...document.querySelectorAll('img.page-image')].some(i => i.naturalWidth > 100)");
        looked(page, "proposals");

        button(glucose, "This is right").press("Enter");
        PlaywrightAssertions.assertThat(page.getByText("The entry now counts")).isVisible();
        button(card(page, "Platelets"), "This is wrong").press("Enter");
        card(page, "Creatinine")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Correct it"))
                .press("Enter");
        page.getByLabel("Year").fill("20");
        page.getByLabel("Year").press("Enter");
        PlaywrightAssertions.assertThat(page.locator(".nhsuk-error-summary")).isVisible();
        looked(page, "proposal-correct");
        page.getByLabel("Year").fill("2025");
        page.getByLabel("Value").fill("0.92");
        page.getByLabel("Value").press("Enter");
        page.getByText("Your correction is saved").waitFor();

        page.navigate(home + "/timeline");
        var shown = page.locator(".facts");
        PlaywrightAssertions.assertThat(shown).containsText("112");
        PlaywrightAssertions.assertThat(shown).containsText("0.92");
        PlaywrightAssertions.assertThat(shown).not().containsText("Platelets");
        PlaywrightAssertions.assertThat(shown).not().containsText("Hemoglobin");
    }

    @Test
    void anEntryIsCorrectedHiddenNotedAndAddedByKeyboardAndEachIsTakenBack() {
        var page = browser.window(Browser.PHONE, true);
        var home = newCase(page);
        hand(page, home, new FilePayload("clinic.json", "application/json", HistoryRecords.clinic()));
        page.navigate(home + "/records/labs");
        page.locator(".facts a").first().press("Enter");
        button(page, "Save the note").press("Enter");
        PlaywrightAssertions.assertThat(page.locator(".nhsuk-error-summary")).isVisible();
        page.getByLabel("Add a note").fill("After lunch");
        button(page, "Save the note").press("Enter");
        page.getByText("Your note is saved").waitFor();
        link(page, "This is wrong").press("Enter");
        page.getByLabel("Value").fill("5.9");
        page.getByLabel("Value").press("Enter");
        page.getByText("Your correction is saved").waitFor();
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("As it was read");
        looked(page, "fact-corrected");
        button(page, "Hide this").press("Enter");
        page.getByText("no longer counts").waitFor();
        page.navigate(home + "/add-fact");
        page.getByLabel("Name").press("Enter");
        PlaywrightAssertions.assertThat(page.locator(".nhsuk-error-summary")).isVisible();
        looked(page, "add-fact-wrong");
        page.getByLabel("Kind").selectOption("allergy");
        page.getByLabel("Name").fill("Nuts");
        page.getByLabel("Name").press("Enter");
        page.getByText("The entry is added").waitFor();

        page.navigate(home + "/changes");
        PlaywrightAssertions.assertThat(page.locator(".facts > li")).hasCount(4);
        looked(page, "changes");
        for (var left = 4; left > 0; left--) {
            page.locator("form[action$='/undo'] button").first().press("Enter");
            page.getByText("The change is taken back").waitFor();
            page.navigate(home + "/changes");
            PlaywrightAssertions.assertThat(page.locator("form[action$='/undo']"))
                    .hasCount(left - 1);
        }
        page.navigate(home + "/records/labs");
        PlaywrightAssertions.assertThat(page.locator(".facts")).containsText("5.4");
    }

    @Test
    void somebodyElsesFileWaitsUntilThePersonSaysItBelongsHere() {
        var page = browser.window(Browser.PHONE, true);
        var home = newCase(page);
        hand(page, home, new FilePayload("mine.json", "application/json", HistoryRecords.clinic()));
        var other = SamplePeople.one("breast", LocalDate.now(ZoneId.systemDefault())).files().stream()
                .filter(file -> file.name().endsWith(".json"))
                .findFirst()
                .orElseThrow();
        hand(page, home, new FilePayload("other.json", "application/json", other.bytes()));
        page.navigate(home + "/records");
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("Please check");
        looked(page, "records-stranger");
        button(page, "Yes, it belongs to this case").press("Enter");
        page.getByText("The file is now part of the case").waitFor();
        button(page, "Undo").first().press("Enter");
        page.getByText("The file waits again").waitFor();
        PlaywrightAssertions.assertThat(button(page, "Yes, it belongs to this case"))
                .isVisible();
    }

    @Test
    void searchesInTwoLanguagesWithoutTheWordsInTheAddress() {
        var page = browser.window(Browser.PHONE, true);
        var home = newCase(page);
        hand(page, home, new FilePayload("portal.json", "application/json", HistoryRecords.portal()));
        search(page, home, "Search your records", "appendectomies");
        PlaywrightAssertions.assertThat(page.locator(".facts li")).hasCount(1);
        search(page, home, "Search your records", "& | ! zzzz");
        PlaywrightAssertions.assertThat(page.locator(".facts li")).hasCount(0);
        looked(page, "search-nothing");
        page.navigate(home);
        button(page, "Español").press("Enter");
        search(page, home, "Buscar en su historial", "metf");
        PlaywrightAssertions.assertThat(page.locator(".facts li")).hasCount(1);
        assertThat(page.url()).doesNotContain("metf");
        looked(page, "search-es");
    }

    private static void search(Page page, String home, String label, String words) {
        page.navigate(home + "/timeline");
        page.getByLabel(label).fill(words);
        page.getByLabel(label).press("Enter");
        page.waitForLoadState();
    }

    private static String newCase(Page page) {
        page.navigate(SITE.link());
        page.getByLabel("What is it about?").fill("Records");
        button(page, "Start").click();
        page.waitForURL("**/cases/**");
        return page.url();
    }

    private static void hand(Page page, String home, FilePayload file) {
        page.navigate(home + "/records");
        page.locator("#files").setInputFiles(file);
        page.getByText("See what was read").waitFor();
    }

    private static byte[] labReport() throws IOException {
        var html = """
                <html><head><style>td { padding: 2px 24px 2px 0 }</style></head><body>
                <p>LABORATORY REPORT</p><p>Patient Name: Synthetic, Vera</p><p>Date Collected: 04/02/2025</p>
                <table><tr><td>TEST</td><td>RESULT</td><td>UNITS</td><td>REFERENCE RANGE</td></tr>
                <tr><td>Glucose</td><td>112</td><td>mg/dL</td><td>65-99</td></tr>
                <tr><td>Creatinine</td><td>0.82</td><td>mg/dL</td><td>0.57-1.00</td></tr>
                <tr><td>Hemoglobin</td><td>11.0</td><td>g/dL</td><td>11.1-15.9</td></tr>
                <tr><td>Platelets</td><td>231</td><td>x10E3/uL</td><td>150-450</td></tr></table></body></html>""";
        var out = new ByteArrayOutputStream();
        new PdfRendererBuilder().withHtmlContent(html, null).toStream(out).run();
        return out.toByteArray();
    }

    private static Path noise(Path file, int size) throws IOException {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return Files.write(file, bytes);
    }

    private void looked(Page page, String name) {
        Browser.picture(page, name);
        objections.addAll(Browser.objections(page));
    }

    private static Locator card(Page page, String name) {
        return page.locator(".nhsuk-card").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }
}
