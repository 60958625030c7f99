package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpinionFilePagesTest {
    private static final Pattern OPINION = Pattern.compile("href=\"(/cases/[0-9a-f-]+/opinions/[0-9a-f-]{36})\"");
    private static Visitor me;
    private static String person;
    private static String opinion;

    @BeforeAll
    static void samples() throws Exception {
        me = Visitor.in(TestSite.shared());
        me.get("/");
        person = me.post("/samples/thyroid", Map.of()).uri().getPath();
        opinion = firstOpinion(person);
    }

    private static String firstOpinion(String of) throws Exception {
        var found = OPINION.matcher(me.get(of + "/opinions").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String emptyCase() throws Exception {
        return me.post("/cases", Map.of("title", "Documents")).uri().getPath();
    }

    @Test
    void theFhirDocumentOfAnOpinionLoadsAsTheSameOpinion() throws Exception {
        assertThat(me.get(opinion).body()).contains(opinion + "/fhir", opinion + "/pdf", opinion + "/download");
        var answer = me.bytes(opinion + "/fhir");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/fhir+json");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");

        var other = emptyCase();
        var loaded = me.upload(other + "/opinions", "file", "opinion.fhir.json", answer.body());

        assertThat(loaded.body()).contains("The opinion is added.");
        var copy = firstOpinion(other);
        assertThat(me.get(copy + "/download").body())
                .isEqualTo(me.get(opinion + "/download").body());
    }

    @Test
    void fhirOfOthersKeepsNothingAndSaysWhatToDo() throws Exception {
        var other = emptyCase();
        var document = me.get(opinion + "/fhir").body();
        for (var file : new String[] {
            "{\"resourceType\": \"Bundle\", \"type\": \"collection\"}",
            document.substring(0, document.length() / 2),
            document.replace("\"intent\" : \"proposal\"", "\"intent\" : \"order\""),
            "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"document\"/></Bundle>"
        }) {
            var answer = me.upload(other + "/opinions", "file", "x.json", file.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("This file is not an opinion we can use");
        }
        assertThat(OPINION.matcher(me.get(other + "/opinions").body()).find()).isFalse();
    }

    @Test
    void theSignatureOfADocumentCanBeChecked() throws Exception {
        var document = me.get(opinion + "/fhir").body().getBytes(StandardCharsets.UTF_8);
        assertThat(me.upload("/verify", "file", "x.json", document).body()).contains("Nobody signed this opinion.");
        var foreign = "{\"resourceType\": \"Patient\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(me.upload("/verify", "file", "x.json", foreign).statusCode()).isEqualTo(422);
    }

    @Test
    void theOpinionOnPaperHoldsWhatItSays() throws Exception {
        var answer = me.bytes(opinion + "/pdf");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).isEqualTo("application/pdf");
        try (var paper = Loader.loadPDF(answer.body())) {
            assertThat(new PDFTextStripper().getText(paper))
                    .contains("Medical opinion of", "In short", "What can be done", "Nobody signed this opinion.");
        }
    }

    @Test
    void anOpinionThatIsNotWholeHasNoDocument() throws Exception {
        var draft = me.post(person + "/opinions/new", Map.of()).uri().getPath().replace("/edit/author", "");
        assertThat(me.get(draft + "/fhir").statusCode()).isEqualTo(404);
        assertThat(me.get(draft + "/pdf").statusCode()).isEqualTo(404);
    }

    @Test
    void aDecisionLeavesAsFhirAndNoneWhileItIsOpen() throws Exception {
        assertThat(me.get(person + "/decide/summary").body()).doesNotContain("decision.fhir.json");
        assertThat(me.get(person + "/decide/decision.fhir.json").statusCode()).isEqualTo(404);
        me.post(person + "/decide/record", Map.of("option", "", "choice", "Ask once more", "why", "<i>Fear</i>"));

        assertThat(me.get(person + "/decide/summary").body()).contains("/decide/decision.fhir.json");
        var answer = me.get(person + "/decide/decision.fhir.json");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/fhir+json");
        assertThat(answer.body()).contains("Ask once more", "&lt;i&gt;Fear&lt;/i&gt;", "\"intent\" : \"plan\"");
        assertThat(me.get(emptyCase() + "/decide/decision.fhir.json").statusCode())
                .isEqualTo(404);
    }
}
