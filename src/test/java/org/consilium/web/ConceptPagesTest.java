package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConceptPagesTest {
    private final TestSite site = TestSite.shared();

    @Test
    void findsAConditionByWordsTypingErrorsSpanishAndCode() throws Exception {
        var me = Visitor.in(site);
        me.get("/");

        assertThat(search(me, "breast can")).contains("Breast cancer", "C50");
        assertThat(search(me, "brest cancer")).contains("Breast cancer");
        assertThat(search(me, "cáncer de mama")).contains("Breast cancer");
        assertThat(search(me, "qqqqqq")).contains("Nothing found");
        assertThat(search(me, "<script>")).doesNotContain("<script>");
    }

    @Test
    void findsACategoryThatIsNoNamedConditionAndNamesTheCodeBelowIt() throws Exception {
        var me = Visitor.in(site);
        var home = newCase(me);

        assertThat(search(me, "rat-bite")).contains("Rat-bite fever (A25)");
        assertThat(search(me, "mordedura de rata")).contains("Rat-bite fever (A25)");
        me.post(home + "/situation/conditions", Map.of("concept", "http://hl7.org/fhir/sid/icd-10-cm|A25.1"));

        assertThat(me.get(home + "/situation/conditions").body()).contains("You picked: Rat-bite fever (A25.1)");
    }

    private static String search(Visitor me, String words) throws Exception {
        return me.post("/concepts", Map.of("conceptWords", words)).body();
    }

    @Test
    void whatWasPickedIsWhatTheAssessmentSpeaksOf() throws Exception {
        var me = Visitor.in(site);
        var home = newCase(me);

        var found = me.post(home + "/situation/conditions", Map.of("search", "yes", "conceptWords", "multiple scl"));
        assertThat(found.body()).contains("Multiple sclerosis (G35)");
        me.post(home + "/situation/conditions", Map.of("concept", "http://hl7.org/fhir/sid/icd-10-cm|G35"));

        assertThat(me.get(home + "/situation/conditions").body()).contains("You picked: Multiple sclerosis (G35)");
        assertThat(me.get(home + "/assessment").body()).contains("Multiple sclerosis");

        me.post(home + "/situation/conditions", Map.of("forget", "yes"));
        assertThat(me.get(home + "/situation/conditions").body()).doesNotContain("You picked");
    }

    @Test
    void whatIsNoConceptIsNotTaken() throws Exception {
        var me = Visitor.in(site);
        var home = newCase(me);

        me.post(home + "/situation/conditions", Map.of("concept", "javascript:alert(1)|x"));

        assertThat(me.get(home + "/situation/conditions").body()).doesNotContain("You picked", "javascript");
    }

    private static String newCase(Visitor me) throws Exception {
        me.get("/");
        return me.post("/cases", Map.of("title", "Search", "whose", "self"))
                .uri()
                .getPath();
    }
}
