package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Asking for records in a real browser: looked at for accessibility, kept as pictures, printed. */
class RequestsBrowserTest {
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
    void askingAtADesk() {
        ask(browser.window(Browser.DESK, true));
    }

    @Test
    void askingOnAPhone() {
        ask(browser.window(Browser.PHONE, true));
    }

    private void ask(Page page) {
        page.navigate(SITE.link());
        page.getByLabel("What is it about?").fill("Letters");
        button(page, "Start");
        var home = page.url();
        page.navigate(home + "/records");
        page.locator("#files")
                .setInputFiles(new FilePayload("record.json", "application/json", RequestPagesTest.record()));
        if (page.locator("form[data-upload] button").isVisible()) {
            page.locator("form[data-upload] button").click();
        }
        page.getByText("record.json").first().waitFor();
        page.waitForTimeout(1500);
        page.navigate(home + "/missing");
        page.getByText("Tests you may not need again").waitFor();
        looked(page, "missing-repeats");

        page.getByText("Write letters for what is missing").click();
        looked(page, "requests");
        button(page, "Write the letters");
        looked(page, "requests-letters");
        page.locator(".nhsuk-task-list__link").first().click();
        page.locator("#place").fill("City Hospital");
        page.locator("#name").fill("Ana Prueba");
        page.locator("#right").selectOption("AR-US");
        button(page, "Save the letter");
        page.locator("input[value=asked]").check();
        button(page, "Note it");
        PlaywrightAssertions.assertThat(page.getByText("Answer due by")).isVisible();
        looked(page, "request");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        PlaywrightAssertions.assertThat(page.locator("#place")).isHidden();
        Browser.picture(page, "request-print");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.navigate(home);
        looked(page, "case-home-requests");
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private void looked(Page page, String name) {
        objections.addAll(Browser.objections(page));
        Browser.picture(page, name);
    }
}
