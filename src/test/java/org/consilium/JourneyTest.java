package org.consilium;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.consilium.samples.SamplePeople;
import org.consilium.web.TestSite;
import org.consilium.web.Visitor;
import org.junit.jupiter.api.Test;

/**
 * The line of the program as one story, over HTTP and PostgreSQL, without a browser's script: record files become facts, facts
 * an assessment, two opinions a comparison, and goals a decision summary on paper.
 */
class JourneyTest {
    private final TestSite site = TestSite.shared();

    @Test
    void fromRecordFilesAndTwoOpinionsToADecisionSummary() throws Exception {
        var person = SamplePeople.one("fusion", LocalDate.now(ZoneId.systemDefault()));
        var me = Visitor.in(site);

        // a case of one's own
        me.get("/");
        var home = me.post("/cases", Map.of("title", "My back"));
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.body()).contains("My back", "Gather your records", "Do I need a second opinion?");
        var path = home.uri().getPath();

        // files in, facts out
        for (var file : person.files()) {
            var received = me.upload(path + "/records", "files", file.name(), file.bytes());
            assertThat(received.statusCode()).isEqualTo(200);
        }
        var records = me.get(path + "/records").body();
        assertThat(records).contains(person.files().getFirst().name()).doesNotContain("Please check");
        var timeline = me.get(path + "/records/timeline").body();
        assertThat(timeline).contains("Condition").doesNotContain("0 entries");

        // the same file again changes nothing
        var again = me.upload(
                path + "/records",
                "files",
                person.files().getFirst().name(),
                person.files().getFirst().bytes());
        assertThat(again.body()).contains("You added this file before");

        // the short form
        me.get(path + "/situation/treatment");
        me.post(path + "/situation/treatment", Map.of("text", "lumbar fusion", "date", ""));
        var assessment = me.get(path + "/assessment").body();
        assertThat(assessment).contains("Do I need a second opinion?", "Reasons to seek one");
        assertThat(me.get(path + "/missing").body()).contains("What a specialist needs to see");

        // two opinions
        me.get(path + "/opinions");
        for (var opinion : person.opinions()) {
            assertThat(me.upload(path + "/opinions", "file", opinion.name(), opinion.bytes())
                            .statusCode())
                    .isEqualTo(200);
        }
        var compared = me.get(path + "/compare").body();
        assertThat(compared)
                .contains("The opinions differ in important ways", "Questions to ask", "latest safe date")
                .contains("It does not say who is right");

        // what matters, and the decision
        me.get(path + "/decide/ready");
        me.post(path + "/decide/ready", Map.of("options", "no", "support", "yes"));
        me.post(path + "/decide/goals", Map.of("goal", "less-pain", "own", "Carry my grandchild"));
        me.post(path + "/decide/weights", Map.of("w-less-pain", "100", "w-own-1", "60"));
        assertThat(me.get(path + "/decide/goals/1").statusCode()).isEqualTo(200);
        assertThat(me.get(path + "/decide/result").body()).contains("See my weights at work");
        var kept = me.post(
                path + "/decide/record",
                Map.of("choice", "Exercise first, then look again", "why", "I want to avoid an operation"));
        assertThat(kept.body()).contains("Exercise first, then look again", "Your decision is kept");

        var pdf = me.bytes(path + "/decide/summary.pdf");
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(new String(pdf.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");

        // all of it is on the trail, and the trail is whole
        assertThat(me.get(path + "/trail").body()).contains("The list is whole", "Opinion added", "File added");
    }

    @Test
    void aRedFlagStopsTheFlow() throws Exception {
        var me = Visitor.in(site);
        me.get("/");
        var path = me.post("/cases", Map.of("title", "Back pain")).uri().getPath();

        me.get(path + "/situation/symptoms");
        me.post(path + "/situation/symptoms", Map.of("words", "numb between my legs and I cannot pass urine"));

        assertThat(me.get(path).body()).contains("Get medical care now").doesNotContain("days are free");
        assertThat(me.get(path + "/assessment").body()).contains("Do not wait for a second opinion");
        for (var opinion : SamplePeople.one("fusion", LocalDate.now(ZoneId.systemDefault()))
                .opinions()) {
            me.upload(path + "/opinions", "file", opinion.name(), opinion.bytes());
        }
        assertThat(me.get(path + "/compare").body()).contains("Get medical care now", "Get care first");
        assertThat(me.get(path + "/decide/summary").body()).contains("Get medical care now");
        assertThat(me.bytes(path + "/decide/summary.pdf").statusCode()).isEqualTo(404);
    }
}
