package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A full opinion from the link to the signature with nothing but keys, and how many keys that takes. What is printed is a count
 * and the time the typing alone would take at 40 words a minute (a word is five key presses): no study with doctors, and no
 * word on how long reading and thinking take.
 */
class WorkbenchKeysBrowserTest {
    private static final int KEYS_A_MINUTE = 40 * 5;
    private static final int MOST_TABS = 400;

    private static final TestSite SITE = TestSite.shared();
    private static Browser browser;

    private int fields;
    private int typed;
    private int tabs;
    private int others;

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void aFullOpinionTakesFewerThanFifteenMinutesOfTyping() {
        var page = browser.window(Browser.DESK, true);
        page.navigate(link());
        press(page, "Begin");
        page.waitForURL("**/review");
        press(page, "Write your opinion");
        page.waitForURL("**/review/opinion");
        illness(page);
        firstOption(page);
        rest(page);
        press(page, "Save and add another option");
        page.waitForURL("**/review/opinion?options=2#part-treatment-1");
        secondOption(page);
        press(page, "Store my first view for good");
        page.waitForURL("**/review/first");
        press(page, "Keep or change, and sign");
        page.waitForURL("**/review/opinion#part-rest");
        press(page, "Sign");
        page.waitForURL("**/review/done");

        assertThat(page.content())
                .contains("Signed and unchanged", "Walking plan", "Decompression", "Weakness of the foot", "10.1056/");
        var minutes = (double) (typed + tabs + others) / KEYS_A_MINUTE;
        System.out.printf(
                Locale.ROOT,
                "A full opinion by keyboard: %d fields, %d characters, %d presses of Tab, %d other keys, %d in all;"
                        + " typing alone %.1f minutes at 40 words a minute%n",
                fields,
                typed,
                tabs,
                others,
                typed + tabs + others,
                minutes);
        assertThat(fields).as("a full opinion").isGreaterThan(50);
        assertThat(minutes).as("minutes of typing").isLessThan(15);
    }

    private void illness(Page page) {
        type(page, "/diagnoses/0/text", "Disc herniation L4-L5 with pressed nerve root");
        pick(page, "/diagnoses/0/codes/0/system", "http://hl7.org/fhir/sid/icd-10-cm");
        type(page, "/diagnoses/0/codes/0/code", "M51.16");
        pick(page, "/diagnoses/0/role", "primary");
        pick(page, "/diagnoses/0/certainty", "likely");
        type(page, "/diagnoses/0/bodySite", "L4-L5");
        pick(page, "/diagnoses/0/laterality", "left");
    }

    private void firstOption(Page page) {
        type(page, "/treatments/0/text", "Supervised physiotherapy for 12 weeks");
        pick(page, "/treatments/0/stance", "recommended");
        pick(page, "/treatments/0/kind", "rehabilitation");
        pick(page, "/treatments/0/intent", "control");
        type(page, "/treatments/0/detail", "Walking plan and core exercise, two sessions a week, daily at home");
        type(page, "/treatments/0/timing/withinDays", "14");
        type(page, "/treatments/0/evidence/0/text", "Surgery against prolonged conservative treatment for sciatica");
        pick(page, "/treatments/0/evidence/0/level", "trial");
        type(page, "/treatments/0/evidence/0/year", "2007");
        type(page, "/treatments/0/evidence/0/reference", "10.1056/NEJMoa064039");
        unfold(page, "benefits-0");
        type(page, "/treatments/0/benefits/0/what", "leg pain clearly better");
        type(page, "/treatments/0/benefits/0/low", "50");
        type(page, "/treatments/0/benefits/0/high", "60");
        type(page, "/treatments/0/benefits/0/of", "100");
        type(page, "/treatments/0/benefits/0/timeframe", "1 year");
        type(page, "/treatments/0/benefits/0/source", "the trial above, my reading");
        unfold(page, "harms-0");
        type(page, "/treatments/0/harms/0/what", "sore muscles");
        type(page, "/treatments/0/harms/0/count", "20");
        type(page, "/treatments/0/harms/0/of", "100");
        type(page, "/treatments/0/harms/0/timeframe", "12 weeks");
        pick(page, "/treatments/0/harms/0/severity", "mild");
        pick(page, "/treatments/0/harms/0/lasting", "false");
        unfold(page, "costs-0");
        type(page, "/treatments/0/convenience/visits", "24");
        type(page, "/treatments/0/convenience/nights", "0");
        type(page, "/treatments/0/convenience/daysOffWork", "0");
        type(page, "/treatments/0/convenience/recovery", "pain often eases over weeks");
    }

    private void rest(Page page) {
        type(page, "/testsRequested/0/text", "Standing X-ray, bending forward and back");
        type(page, "/testsRequested/0/why", "to see whether the spine is unstable");
        pick(page, "/urgency/class", "U4");
        type(page, "/urgency/text", "No hurry unless weakness comes");
        type(page, "/certaintyStatement", "The pattern of pain and the images fit; the nerve was not tested.");
        type(page, "/wouldChangeMind", "Weakness of the foot, or instability on the X-ray");
        type(page, "/conflictOfInterest", "none");
        type(page, "/narrative", """
                Ten months of left leg pain. The images show a disc that presses the nerve root, without a slip. I would first \
                try twelve weeks of supervised training, because most people get clearly better and nothing is lost by \
                waiting as long as strength and bladder are normal. If that fails, I would talk about taking the pressure \
                off without a fusion. Come at once with weakness, numbness between the legs or trouble passing water.""");
        pick(page, "/basis/examinedPatient", "false");
        pick(page, "/basis/saw/0/kind", "images");
        type(page, "/basis/saw/0/what", "MRI of the lumbar spine");
        type(page, "/author/specialty", "Physical medicine and rehabilitation");
        type(page, "/author/organisation", "University Hospital");
    }

    private void secondOption(Page page) {
        type(page, "/treatments/1/text", "Decompression without fusion");
        pick(page, "/treatments/1/stance", "possible");
        pick(page, "/treatments/1/kind", "surgery");
        pick(page, "/treatments/1/intent", "control");
        type(page, "/treatments/1/detail", "If 12 weeks of training do not help");
        unfold(page, "harms-1");
        type(page, "/treatments/1/harms/0/what", "another operation on the spine");
        type(page, "/treatments/1/harms/0/low", "8");
        type(page, "/treatments/1/harms/0/high", "15");
        type(page, "/treatments/1/harms/0/of", "100");
        type(page, "/treatments/1/harms/0/timeframe", "5 years");
        pick(page, "/treatments/1/harms/0/severity", "moderate");
        pick(page, "/treatments/1/harms/0/lasting", "false");
        pick(page, "/basis/saw/1/kind", "imaging-report");
    }

    private void type(Page page, String place, String words) {
        tabTo(page, "document.activeElement.name === '" + place + "'");
        page.keyboard().type(words);
        typed += words.length();
        fields++;
    }

    private void pick(Page page, String place, String value) {
        tabTo(page, "document.activeElement.name === '" + place + "'");
        var field = page.locator("[name='" + place + "']");
        for (var step = 0; step < 20 && !value.equals(field.inputValue()); step++) {
            page.keyboard().press("ArrowDown");
            others++;
        }
        assertThat(field.inputValue()).isEqualTo(value);
        fields++;
    }

    private void unfold(Page page, String part) {
        tabTo(page, "document.activeElement === document.querySelector('#part-" + part + " summary')");
        page.keyboard().press("Enter");
        others++;
    }

    /** A button or a link, by the words on it. */
    private void press(Page page, String words) {
        tabTo(page, "document.activeElement.textContent.trim() === '" + words + "'");
        page.keyboard().press("Enter");
        others++;
    }

    private void tabTo(Page page, String there) {
        for (var step = 0; step < MOST_TABS; step++) {
            if (Boolean.TRUE.equals(page.evaluate(there))) {
                return;
            }
            page.keyboard().press("Tab");
            tabs++;
        }
        throw new AssertionError("Tab does not lead to: " + there);
    }

    private static String link() {
        var page = browser.window(Browser.DESK, true);
        page.navigate(SITE.link());
        page.locator("form[action='/samples/fusion'] button").click();
        page.waitForURL("**/cases/**");
        page.navigate(page.url() + "/reviews");
        page.getByLabel("Name of the doctor").fill("Dr. Keys");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Make the link").setExact(true))
                .click();
        return page.locator("#link").inputValue();
    }
}
