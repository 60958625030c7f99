package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The views of the records in a real browser: looked at for accessibility, kept as pictures, printed. */
class HistoryBrowserTest {
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
    void theViewsAtADesk() {
        views(browser.window(Browser.DESK, true));
    }

    @Test
    void theViewsOnAPhone() {
        views(browser.window(Browser.PHONE, true));
    }

    private void views(Page page) {
        var home = caseWithRecords(page);
        looked(page, "case-home-views");
        follow(page, "My history on one page");
        looked(page, "history");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        looked(page, "history-print");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        follow(page, "Timeline");
        looked(page, "timeline-years");
        follow(page, "2024");
        looked(page, "timeline-year");
        follow(page, "March 2024");
        looked(page, "timeline-month");
        page.navigate(home + "/timeline");
        page.getByLabel("Search your records").fill("metf");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Search").setExact(true))
                .click();
        PlaywrightAssertions.assertThat(page.locator(".facts li")).hasCount(1);
        looked(page, "timeline-search");
        follow(page, "Results over time");
        page.getByText("Show as a table").first().click();
        looked(page, "trends");
        follow(page, "Medicines");
        looked(page, "medicines");
    }

    private static String caseWithRecords(Page page) {
        page.navigate(SITE.link());
        page.getByLabel("What is it about?").fill("Views");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Start").setExact(true))
                .click();
        var home = page.url();
        page.navigate(home + "/records");
        page.locator("#files").setInputFiles(new FilePayload[] {
            new FilePayload("portal.json", "application/json", HistoryRecords.portal()),
            new FilePayload("clinic.json", "application/json", HistoryRecords.clinic()),
        });
        if (page.locator("form[data-upload] button").isVisible()) {
            page.locator("form[data-upload] button").click();
        }
        page.getByText("clinic.json").first().waitFor(new Locator.WaitForOptions().setTimeout(20_000));
        page.waitForTimeout(1500);
        page.navigate(home);
        return home;
    }

    private void looked(Page page, String name) {
        Browser.picture(page, name);
        objections.addAll(Browser.objections(page));
    }

    private static void follow(Page page, String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
    }
}
