package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A doctor gives a whole opinion without touching the mouse, at a desk and on a phone. */
class WorkbenchBrowserTest {
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
    void aWholeOpinionIsWrittenByKeyboardAtADesk() {
        review(Browser.DESK, true);
    }

    @Test
    void aWholeOpinionIsWrittenByKeyboardOnAPhoneWithoutScript() {
        review(Browser.PHONE, false);
    }

    private void review(int width, boolean script) {
        var link = link(browser.window(width, script), script);
        var page = browser.window(width, script);
        page.navigate(link);
        looked(page, "review-start", script);
        button(page, "Begin").press("Enter");
        looked(page, "review", script);
        assertThat(page.content()).contains("Kept back until then");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Write your opinion"))
                .press("Enter");
        write(page, script);
        looked(page, "review-form", script);
        button(page, "Store my first view for good").press("Enter");
        page.waitForURL("**/review/first");
        looked(page, "review-first", script);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Keep or change, and sign"))
                .press("Enter");
        button(page, "Sign").press("Enter");
        page.getByText("Say what could sway you").first().waitFor();
        looked(page, "review-form-problem", script);
        page.locator("[name='/conflictOfInterest']").focus();
        page.keyboard().type("none");
        button(page, "Sign").press("Enter");
        page.waitForURL("**/review/done");
        assertThat(page.content()).contains("Signed and unchanged", "sore muscles");
        assertThat(answer(page, "Or a range: from how many")).isEqualTo("50");
        assertThat(answer(page, "Can the harm stay for good?")).isEqualTo("No");
        looked(page, "review-done", script);
    }

    private static String answer(Page page, String label) {
        return page.locator(".nhsuk-summary-list__row")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(label))
                .locator("dd")
                .first()
                .innerText();
    }

    private void write(Page page, boolean script) {
        type(page, "/diagnoses/0/text", "Invasive breast cancer");
        type(page, "/treatments/0/text", "Watch and exercise");
        pick(page, "/treatments/0/stance", "recommended");
        pick(page, "/treatments/0/kind", "rehabilitation");
        type(page, "/treatments/0/evidence/0/text", "A trial");
        type(page, "/treatments/0/evidence/0/reference", "10.1056/NEJMoa052306");
        type(page, "/wouldChangeMind", "A new weakness in the leg");
        if (script) {
            page.getByText("Saved.").waitFor();
            page.reload();
            assertThat(page.locator("[name='/treatments/0/text']").inputValue()).isEqualTo("Watch and exercise");
        }
        page.locator("[name='/treatments/0/text']").press("Enter");
        page.waitForURL("**/review/opinion");
        assertThat(page.locator("#part-staging-0").getAttribute("open")).isNotNull();
        page.locator("#part-benefits-0 summary").press("Enter");
        type(page, "/treatments/0/benefits/0/what", "less pain");
        type(page, "/treatments/0/benefits/0/low", "50");
        type(page, "/treatments/0/benefits/0/high", "70");
        type(page, "/treatments/0/benefits/0/of", "100");
        page.locator("#part-harms-0 summary").press("Enter");
        type(page, "/treatments/0/harms/0/what", "sore muscles");
        type(page, "/treatments/0/harms/0/count", "5");
        type(page, "/treatments/0/harms/0/of", "100");
        pick(page, "/treatments/0/harms/0/lasting", "false");
    }

    private static void type(Page page, String place, String words) {
        var field = page.locator("[name='" + place + "']");
        field.focus();
        page.keyboard().type(words);
    }

    /** As a keyboard would: the first letters choose. */
    private static void pick(Page page, String place, String value) {
        var field = page.locator("[name='" + place + "']");
        field.focus();
        for (var step = 0; step < 20 && !value.equals(field.inputValue()); step++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(field.inputValue()).isEqualTo(value);
    }

    private String link(Page page, boolean script) {
        page.navigate(SITE.link());
        page.locator("form[action='/samples/fusion'] button").click();
        page.waitForURL("**/cases/**");
        page.navigate(page.url() + "/reviews");
        page.getByLabel("Name of the doctor").fill("Dr. Keys");
        button(page, "Make the link").click();
        var link = page.locator("#link").inputValue();
        looked(page, "reviews", script);
        return link;
    }

    private void looked(Page page, String name, boolean script) {
        Browser.picture(page, name);
        if (script) {
            objections.addAll(Browser.objections(page));
        }
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
