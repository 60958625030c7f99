package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the program knows, and why an answer is as it is, in a real browser: for accessibility, as pictures, on paper. */
class KnowledgeBrowserTest {
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
    void thePagesAtADesk() {
        pages(browser.window(Browser.DESK, true));
    }

    @Test
    void thePagesOnAPhone() {
        pages(browser.window(Browser.PHONE, true));
    }

    private void pages(Page page) {
        page.navigate(SITE.link());
        page.locator("form[action='/samples/breast'] button").click();
        page.waitForURL("**/cases/**");
        var assessment = page.url() + "/assessment";
        page.navigate(assessment);
        looked(page, "assessment-whys");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
        looked(page, "assessment-print");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.navigate(assessment);
        page.locator("a[href$='/why/T1']").click();
        looked(page, "why-trigger");
        page.navigate(assessment);
        page.locator("a[href*='/why/W']").first().click();
        looked(page, "why-window");
        page.navigate(SITE.address() + "/knowledge");
        looked(page, "knowledge");
        page.locator("#red-flag summary").click();
        looked(page, "knowledge-open");
    }

    private void looked(Page page, String name) {
        Browser.picture(page, name);
        objections.addAll(Browser.objections(page));
    }
}
