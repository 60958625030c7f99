package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import org.consilium.letters.Forms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A letter from its upload to an opinion that shows its sentences, at a desk and, without script, on a phone. */
class LettersBrowserTest {
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
    void aLetterBecomesAnOpinionAtADesk() {
        letter(browser.window(Browser.DESK, true), true);
    }

    @Test
    void aLetterBecomesAnOpinionOnAPhoneWithoutScript() {
        letter(browser.window(Browser.PHONE, false), false);
    }

    private void letter(Page page, boolean script) {
        page.navigate(SITE.link());
        page.getByLabel("What is it about?").fill("Letters");
        button(page, "Start");
        page.navigate(page.url() + "/opinions");
        page.locator("input[name='letter']")
                .setInputFiles(new FilePayload("dr-ward.pdf", "application/pdf", Forms.pdf()));
        button(page, "Read this letter");
        page.waitForURL("**/letters/**");
        looked(page, "letter", script);

        field(page, "Name of the doctor").locator("button[value='confirmed']").click();
        field(page, "Date of the opinion").locator("button[value='confirmed']").click();
        var tear = field(page, "Complete rotator cuff tear");
        tear.locator("summary").click();
        tear.locator("[name='value']").fill(" ");
        tear.locator("button[value='corrected']").click();
        looked(page, "letter-problem", script);
        tear = field(page, "Complete rotator cuff tear");
        tear.locator("[name='value']").fill("Full tear of the rotator cuff");
        tear.locator("button[value='corrected']").click();
        field(page, "fracture").first().locator("button[value='rejected']").click();
        field(page, "physical therapy").locator("button[value='confirmed']").click();
        looked(page, "letter-checked", script);
        button(page, "Make this an opinion");
        assertThat(page.locator(".nhsuk-error-summary").textContent()).contains("This is not a whole opinion yet");
        looked(page, "letter-missing", script);
        var open = page.locator(".reading__field--open button[value='confirmed']");
        for (var left = open.count(); left > 0; left = open.count()) {
            open.first().click();
            page.waitForURL("**/letters/*-*#*");
        }
        button(page, "Make this an opinion");
        page.waitForURL("**/opinions/*-*");
        shownWithItsSentence(page, script);
    }

    private void shownWithItsSentence(Page page, boolean script) {
        var row = page.locator(".nhsuk-summary-list__row")
                .filter(new Locator.FilterOptions().setHasText("Full tear of the rotator cuff"));
        row.locator("summary").click();
        assertThat(row.locator("blockquote").textContent())
                .isEqualTo("Complete rotator cuff tear of the right shoulder.");
        looked(page, "opinion-of-letter", script);
        row.getByRole(AriaRole.LINK).click();
        page.waitForURL("**/letters/**#s*");
        assertThat(page.locator("mark:target").textContent())
                .isEqualTo("Complete rotator cuff tear of the right shoulder.");
        looked(page, "letter-sentence", script);
    }

    private static Locator field(Page page, String words) {
        return page.locator(".reading__field")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("h3", new Page.LocatorOptions().setHasText(words))));
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private void looked(Page page, String name, boolean script) {
        Browser.picture(page, name);
        if (script) {
            objections.addAll(Browser.objections(page));
        }
    }
}
