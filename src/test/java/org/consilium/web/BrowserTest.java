package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.consilium.samples.SamplePeople;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A newcomer's way through the pages in a real browser; every page is looked at for accessibility and kept as a picture. */
class BrowserTest {
    private static Browser browser;
    private static final TestSite SITE = TestSite.shared();

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
    void aNewcomerTriesASamplePersonAtADesk() {
        samplePerson(browser.window(Browser.DESK, true));
    }

    @Test
    void aNewcomerTriesASamplePersonOnAPhone() {
        samplePerson(browser.window(Browser.PHONE, true));
    }

    private void samplePerson(Page page) {
        page.navigate(SITE.link());
        looked(page, "cases");
        page.locator("form[action='/samples/fusion'] button").click();
        page.waitForURL("**/cases/**");
        looked(page, "case-home");
        var home = page.url();

        follow(page, "Gather your records");
        looked(page, "records");
        follow(page, "Timeline");
        looked(page, "timeline");
        page.locator(".facts a").first().click();
        looked(page, "file");

        page.navigate(home);
        follow(page, "Your situation");
        for (var step : new String[] {"symptoms", "conditions", "treatment", "improving", "informed", "dates"}) {
            page.waitForURL("**/situation/" + step);
            looked(page, "situation-" + step);
            button(page, "Save and go on").click();
        }
        page.waitForURL("**/assessment");
        looked(page, "assessment");

        page.navigate(home);
        follow(page, "What a specialist needs to see");
        looked(page, "missing");

        page.navigate(home);
        follow(page, "Add the opinions");
        looked(page, "opinions");
        page.locator("dt a").first().click();
        looked(page, "opinion");

        page.navigate(home);
        follow(page, "Compare the opinions");
        looked(page, "compare");
        decide(page, home);

        page.navigate(home + "/trail");
        looked(page, "trail");
        page.navigate(SITE.address() + "/about");
        looked(page, "about");
        page.navigate(SITE.address() + "/nowhere");
        looked(page, "not-there");
    }

    /** By keyboard alone: every control is reached with Tab or by its label, and worked with keys. */
    private void decide(Page page, String home) {
        page.navigate(home + "/decide");
        looked(page, "decide");
        follow(page, "Am I ready");
        looked(page, "decide-ready");
        button(page, "Save and go on").press("Enter");
        page.getByLabel("Less pain").first().press("Space");
        page.locator("#own-0").fill("Carry my grandchild");
        looked(page, "decide-goals");
        button(page, "Save and go on").press("Enter");
        var slider = page.locator("input[type=range]").first();
        slider.press("End");
        PlaywrightAssertions.assertThat(page.locator("output").first()).hasText("100");
        looked(page, "decide-weights");
        button(page, "Save and go on").press("Enter");
        for (var goal = 1; goal <= 2; goal++) {
            for (var option : page.locator("fieldset.slider").all()) {
                option.locator("input[type=range]").press(goal == 1 ? "ArrowRight" : "ArrowLeft");
                if (option.locator("input[type=checkbox]").isChecked()) {
                    option.locator("input[type=checkbox]").press("Space");
                }
            }
            looked(page, "decide-levels");
            button(page, "Save and go on").press("Enter");
        }
        looked(page, "decide-result");
        follow(page, "Write down my decision");
        page.locator("#choice").fill("Exercise first");
        looked(page, "decide-record");
        button(page, "Keep this decision").press("Enter");
        page.getByText("Exercise first").first().waitFor();
        looked(page, "summary");
        page.navigate(home);
        follow(page, "Look back on my decision");
        looked(page, "follow-up");
        page.navigate(home + "/decide/letters");
        looked(page, "letters");
        page.navigate(SITE.address() + "/programme");
        looked(page, "programme");
    }

    @Test
    void filesAreDroppedWithProgressAndASecondSampleShowsAnEmergency() {
        var page = browser.window(Browser.DESK, true);
        page.navigate(SITE.link());
        page.getByLabel("What is it about?").fill("Dropped files");
        button(page, "Start").click();
        follow(page, "Gather your records");
        var file = SamplePeople.one("breast", LocalDate.now(ZoneId.systemDefault()))
                .files()
                .getFirst();
        page.locator("#files").setInputFiles(new FilePayload[] {
            new FilePayload(file.name(), "application/octet-stream", file.bytes()),
            new FilePayload("broken.json", "application/json", new byte[] {'{'}),
        });
        page.getByText("See what was read").waitFor();
        assertThat(page.locator(".uploads li").allTextContents()).hasSize(2).anyMatch(said -> said.contains("facts"));
        looked(page, "upload");

        page.navigate(SITE.address());
        page.locator("form[action='/samples/redflag'] button").click();
        PlaywrightAssertions.assertThat(
                        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Get medical care now")))
                .isVisible();
        looked(page, "emergency");
    }

    @Test
    void anOpinionIsEnteredByFormWithoutScript() {
        var page = browser.window(Browser.PHONE, false);
        page.navigate(SITE.link());
        page.getByLabel("What is it about?").fill("By form");
        button(page, "Start").click();
        follow(page, "Add the opinions");
        button(page, "Fill in the form").click();
        button(page, "Save and check all").click();
        button(page, "Save this opinion").click();
        PlaywrightAssertions.assertThat(page.locator(".nhsuk-error-summary")).isVisible();
        page.locator(".nhsuk-error-summary a").first().click();
        page.getByLabel("Name of the doctor").fill("Dr. Form");
        page.getByLabel("Date of the opinion").fill("2026-01-15");
        button(page, "Save and go on").click();
        button(page, "Save and go on").click();
        page.getByLabel("Diagnosis, in the doctor's words").fill("Worn knee");
        page.getByLabel("Kind of code").selectOption("http://hl7.org/fhir/sid/icd-10-cm");
        page.getByLabel("Code, if the letter gives one").fill("M17.11");
        button(page, "Save and check all").click();
        button(page, "Save this opinion").click();
        page.getByText("The opinion is saved").waitFor();
        assertThat(page.content()).contains("Dr. Form");
    }

    @Test
    void thePagesSpeakSpanish() {
        var page = browser.window(Browser.PHONE, true);
        page.navigate(SITE.link());
        button(page, "Español").click();
        PlaywrightAssertions.assertThat(page.locator("html")).hasAttribute("lang", "es");
        assertThat(page.locator("h1").textContent()).contains("Una segunda opinión");
        page.locator("form[action='/samples/breast'] button").click();
        page.waitForURL("**/cases/**");
        page.navigate(page.url() + "/compare");
        looked(page, "compare-es");
    }

    private void looked(Page page, String name) {
        Browser.picture(page, name);
        objections.addAll(Browser.objections(page));
    }

    private static void follow(Page page, String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
