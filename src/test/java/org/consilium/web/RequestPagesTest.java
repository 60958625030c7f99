package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asking for records over HTTP and without script: list, letter, tracker, PDF and calendar. */
class RequestPagesTest {
    private static final Pattern LETTER = Pattern.compile("href=\"(/cases/[^\"/]+/requests/[0-9a-f-]{36})\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private Visitor me;
    private String path;
    private final LocalDate today = LocalDate.now(ZoneId.systemDefault());

    @BeforeEach
    void aPersonWithColonCancer() throws Exception {
        me = Visitor.in(TestSite.shared());
        me.get("/");
        path = me.post("/cases", Map.of("title", "Letters")).uri().getPath();
        me.upload(path + "/records", "files", "record.json", record());
    }

    /** Colon cancer, a recent CT of which only the report is there, a recent blood test. */
    static byte[] record() {
        var today = LocalDate.now(ZoneId.systemDefault());
        return """
                {"resourceType": "Bundle", "type": "collection", "entry": [
                  {"resource": {"resourceType": "Patient", "id": "p", "name": [{"family": "Prueba", "given": ["Ana"]}],
                    "birthDate": "1970-02-03"}},
                  {"resource": {"resourceType": "Condition", "id": "c", "subject": {"reference": "Patient/p"},
                    "code": {"coding": [{"system": "http://hl7.org/fhir/sid/icd-10-cm", "code": "C18.7"}],
                      "text": "Colon cancer"}, "recordedDate": "%1$s",
                    "clinicalStatus": {"coding": [{"code": "active"}]}}},
                  {"resource": {"resourceType": "DiagnosticReport", "id": "r", "status": "final",
                    "subject": {"reference": "Patient/p"}, "code": {"text": "CT abdomen and pelvis"},
                    "effectiveDateTime": "%1$s", "performer": [{"display": "Harbor Clinic"}],
                    "conclusion": "A mass in the colon."}},
                  {"resource": {"resourceType": "Observation", "id": "o", "status": "final",
                    "subject": {"reference": "Patient/p"},
                    "code": {"coding": [{"system": "http://loinc.org", "code": "2039-6", "display": "CEA"}]},
                    "effectiveDateTime": "%1$s", "performer": [{"display": "Harbor Clinic"}],
                    "valueQuantity": {"value": 4, "unit": "ng/mL"}}}]}
                """.formatted(today.minusDays(9)).getBytes(StandardCharsets.UTF_8);
    }

    private String begin(String form) throws Exception {
        var token = TOKEN.matcher(me.get(path + "/requests").body());
        assertThat(token.find()).isTrue();
        me.postRaw(path + "/requests", form + "&_csrf=" + token.group(1));
        var link = LETTER.matcher(me.get(path + "/requests").body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void theMissingListNamesTestsNotToRepeatAndLeadsToTheLetters() throws Exception {
        var missing = me.get(path + "/missing").body();

        assertThat(missing).contains("Tests you may not need again", "CEA", "at Harbor Clinic", path + "/requests");
        assertThat(me.get(path).body()).contains("Ask for what is missing", "to ask for");
    }

    @Test
    void whatIsMissingIsAskedForByDepartmentAndNothingTickedIsSaid() throws Exception {
        var page = me.get(path + "/requests").body();
        assertThat(page)
                .contains("Imaging department", "Pathology department", "Medical records", "value=\"RC02-CT\"")
                .contains("What you can write down yourself", "There are no letters yet");

        var none = me.post(path + "/requests", Map.of());

        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Tick at least one thing");
    }

    @Test
    void aLetterIsFilledInPrintedAskedRemindedAndTakenBack() throws Exception {
        var letter = begin("item=RC02-CT");
        assertThat(me.get(letter).body()).contains("Harbor Clinic", "DICOM", "February 3, 1970");
        me.post(letter, Map.of("place", "City Hospital", "right", "AR-EU", "name", "Ana <b>", "language", "es"));

        var page = me.get(letter).body();
        assertThat(page)
                .contains("City Hospital", "RGPD, artículo 15", "Ana &lt;b&gt;")
                .doesNotContain("Ana <b>");
        assertThat(text(me.bytes(letter + "/letter.pdf").body()))
                .contains("Solicitud de copias", "City Hospital", "todas las series");
        assertThat(me.get(letter + "/days.ics").statusCode()).isEqualTo(404);

        var asked = today.minusDays(3).toString();
        me.get(letter);
        var noted = me.post(letter + "/step", Map.of("event", "asked", "on", asked, "method", "fax"));
        assertThat(noted.body()).contains("I asked", "By fax", "Answer due by", "Ask again on");
        var calendar = me.get(letter + "/days.ics");
        assertThat(calendar.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/calendar");
        assertThat(calendar.body()).contains("BEGIN:VEVENT").doesNotContain("City", "Ana");
        assertThat(me.get(path).body()).contains("1 asked, no answer yet");

        me.get(letter);
        assertThat(me.post(letter + "/undo", Map.of()).body()).contains("Not asked yet");
    }

    @Test
    void wrongDaysAndStepsAreSaid() throws Exception {
        var letter = begin("item=RC02-CT");

        assertThat(step(letter, "asked", today.plusDays(1).toString())).contains("still to come");
        assertThat(step(letter, "asked", "soon")).contains("a day like");
        assertThat(step(letter, "reminded", today.toString())).contains("cannot come next");
        assertThat(step(letter, "nonsense", today.toString())).contains("cannot come next");
        assertThat(me.post(letter, Map.of("neededBy", "soon")).statusCode()).isEqualTo(422);
    }

    private String step(String letter, String event, String on) throws Exception {
        me.get(letter);
        var answer = me.post(letter + "/step", Map.of("event", event, "on", on));
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body();
    }

    @Test
    void eachDepartmentHasItsLetterAndALongWordIsCut() throws Exception {
        begin("item=RC02-CT&item=RC02-SLIDES&item=RC02-PATH");
        var list = me.get(path + "/requests").body();

        assertThat(LETTER.matcher(list).results().count()).isEqualTo(3);
        assertThat(list).contains("Already in a letter");
        var link = LETTER.matcher(list);
        assertThat(link.find()).isTrue();
        me.get(link.group(1));
        assertThat(me.post(link.group(1), Map.of("place", "x".repeat(3000), "name", "a\u0000b"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatArrivesIsSeenAndOfferedAsReceived() throws Exception {
        var letter = begin("item=RC02-SCOPE");
        assertThat(me.get(letter).body()).doesNotContain("Mark as received");
        var scope = "Colonoscopy report, " + today + ". Colonoscopy done. Findings: a mass.";
        me.get(path + "/records");
        me.upload(path + "/records", "files", "scope.json", scopeReport(scope));

        assertThat(me.get(letter).body()).contains("We now see 1 of 1", "Mark as received");
        assertThat(me.get(path + "/requests").body()).contains("We now see 1 of 1");
    }

    private byte[] scopeReport(String words) {
        return """
                {"resourceType": "DiagnosticReport", "id": "s", "status": "final", "code": {"text": "Colonoscopy"},
                 "effectiveDateTime": "%s", "conclusion": "%s"}
                """.formatted(today.minusDays(2), words).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void withoutAConditionThereIsNoList() throws Exception {
        me.get("/");
        var empty = me.post("/cases", Map.of("title", "Nothing yet")).uri().getPath();

        assertThat(me.get(empty + "/requests").body()).contains("Tell us first what you have");
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
