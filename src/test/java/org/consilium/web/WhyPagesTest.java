package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.consilium.knowledge.Knowledge;
import org.consilium.language.Messages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WhyPagesTest {
    private static final Pattern WHY = Pattern.compile("/assessment/why/([^\"]+)\"");
    private static final Pattern PLACE = Pattern.compile("<a href=\"(/cases/[^\"]+/files/[^\"]+)\"");
    private static Visitor me;
    private static String breast;
    private static String emergency;

    @BeforeAll
    static void samples() throws Exception {
        me = Visitor.in(TestSite.shared());
        me.get("/");
        breast = me.post("/samples/breast", Map.of()).uri().getPath();
        emergency = me.post("/samples/redflag", Map.of()).uri().getPath();
    }

    @Test
    void everyTriggerWindowAndItemOfTheAssessmentOpensItsReason() throws Exception {
        var entries = whys(me.get(breast + "/assessment").body());

        assertThat(entries).contains("T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8");
        assertThat(entries).anyMatch(entry -> entry.startsWith("W"));
        assertThat(entries).anyMatch(entry -> entry.startsWith("RC01-"));
        for (var entry : entries) {
            var page = me.get(breast + "/assessment/why/" + entry);
            assertThat(page.statusCode()).as(entry).isEqualTo(200);
            assertThat(page.body())
                    .as(entry)
                    .contains("The rule in words", "What it rests on", "Where the rule comes from")
                    .contains("To be looked at again by", "No doctor has checked this entry");
        }
        assertThat(whys(me.get(breast + "/missing").body())).isNotEmpty().allMatch(entries::contains);
    }

    @Test
    void aTriggerShowsTheFactAndTheFactOpensItsPlaceInTheFile() throws Exception {
        var page = me.get(breast + "/assessment/why/T1").body();

        assertThat(page)
                .contains("Yes, if your records or you name a serious condition")
                .contains("California rules on second opinions", "A proposal of this project")
                .contains("Codes: ");
        var place = PLACE.matcher(page);
        assertThat(place.find()).isTrue();
        assertThat(me.get(place.group(1).replace("&amp;", "&")).statusCode()).isEqualTo(200);
    }

    @Test
    void aWindowShowsItsLengthItsClockAndItsArithmetic() throws Exception {
        var window = whys(me.get(breast + "/assessment").body()).stream()
                .filter(entry -> entry.startsWith("W"))
                .findFirst()
                .orElseThrow();

        assertThat(me.get(breast + "/assessment/why/" + window).body())
                .contains("It is for: Breast cancer.", "C50")
                .contains("Your records name this condition.");
    }

    @Test
    void aRedFlagIsExplainedAndTheEmergencyStaysOnTop() throws Exception {
        var flag = whys(me.get(emergency + "/assessment").body()).stream()
                .filter(entry -> entry.startsWith("RF") || entry.startsWith("SY"))
                .findFirst()
                .orElseThrow();
        var page = me.get(emergency + "/assessment/why/" + flag).body();

        assertThat(page)
                .contains("nhsuk-card--care--emergency", "This goes before all else")
                .contains("It looks for these codes");
        assertThat(me.get(emergency + "/assessment/why/T1").body()).contains("nhsuk-card--care--emergency");
    }

    @Test
    void whatTheAssessmentDoesNotHaveIsNotThere() throws Exception {
        for (var entry : List.of("T9", "RF01", "W999", "x", "RC12-NOTHING", "%3Cscript%3E")) {
            var answer = me.get(breast + "/assessment/why/" + entry);
            assertThat(answer.statusCode()).as(entry).isIn(404, 400);
            assertThat(answer.body()).doesNotContain("<script>");
        }
    }

    @Test
    void whatThePersonSaidIsNoFileAndSaysSo() throws Exception {
        var home = me.post("/cases", Map.of("title", "Said", "whose", "self"))
                .uri()
                .getPath();
        me.post(home + "/situation/conditions", Map.of("concept", "http://hl7.org/fhir/sid/icd-10-cm|C50.9"));

        var page = me.get(home + "/assessment/why/T1").body();

        assertThat(page).contains("You told us about").doesNotContain("/files/");
    }

    @Test
    void itSpeaksSpanish() throws Exception {
        var other = Visitor.in(TestSite.shared());
        other.get(breast + "/assessment");

        assertThat(other.post("/language", Map.of("language", "es", "back", breast + "/assessment/why/T1"))
                        .body())
                .contains("La regla en palabras", "Sí, si sus datos o usted nombran");
    }

    @Test
    void everyConditionOfAWindowHasWords() {
        var knowledge = TestSite.shared().bean(Knowledge.class);
        for (var language : Messages.SPOKEN) {
            var messages = Messages.in(language);
            for (var window : knowledge.windows()) {
                for (var when : window.when()) {
                    var words = messages.say(RuleWords.when(when, messages));
                    assertThat(words).as(when).isNotBlank().isNotEqualTo(when);
                }
            }
        }
    }

    private static Set<String> whys(String page) {
        var found = new HashSet<String>();
        var link = WHY.matcher(page);
        while (link.find()) {
            found.add(link.group(1));
        }
        return found;
    }
}
