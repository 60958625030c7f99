package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.consilium.access.People;
import org.consilium.audit.Actor;
import org.consilium.opinions.Opinions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The compare page warns of an opinion that may be about another person. */
class OtherPersonPagesTest {
    private static final String WARNING = "This opinion may be about another person. Check with the doctor.";

    private final TestSite site = TestSite.shared();
    private final Opinions opinions = site.bean(Opinions.class);
    private final Actor owner = site.bean(People.class).owner();
    private Visitor visitor = Visitor.stranger(site);
    private String home = "";
    private UUID caseId = UUID.randomUUID();

    @BeforeEach
    void aManWithABadBack() throws Exception {
        visitor = Visitor.in(site);
        visitor.get("/");
        home = visitor.post("/samples/fusion", Map.of()).uri().getPath();
        caseId = UUID.fromString(home.substring("/cases/".length()));
        assertThat(compared()).doesNotContain(WARNING);
    }

    @Test
    void anOvaryInTheOpinionOnAManIsWarnedOf() throws Exception {
        receive("""
                {"author": {"name": "Dr. Astray"}, "date": "2026-03-01",
                 "diagnoses": [{"role": "primary", "text": "Ovarian cyst",
                    "codes": [{"system": "http://hl7.org/fhir/sid/icd-10-cm", "code": "N83.201"}]}]}
                """);

        assertThat(compared()).contains(WARNING, "The opinion of Dr. Astray.", "Ovarian cyst", "Rule WP-ORGAN");
    }

    @Test
    void anOrdinaryThirdOpinionIsNot() throws Exception {
        receive("""
                {"author": {"name": "Dr. Astray"}, "date": "2026-03-01",
                 "diagnoses": [{"role": "primary", "text": "Sciatica",
                    "codes": [{"system": "http://hl7.org/fhir/sid/icd-10-cm", "code": "M54.31"}]}]}
                """);

        assertThat(compared()).doesNotContain(WARNING);
    }

    @Test
    void aLetterThatNamesSomebodyElseIsWarnedOf() throws Exception {
        var letter = """
                Patient: Jane Nobody
                Date of birth: 3 March 1931

                Assessment
                Rotator cuff tear of the right shoulder.

                Plan
                I recommend physical therapy for 12 weeks.

                Date: 4 March 2026
                Dr. Helen Ward
                Orthopaedic surgeon
                """;
        visitor.get(home + "/records");
        visitor.upload(home + "/records", "files", "ward.txt", letter.getBytes(StandardCharsets.UTF_8));
        var held = found(
                "/files/([0-9a-f]{64})/accept", visitor.get(home + "/records").body());
        visitor.post(home + "/files/" + held + "/accept", Map.of());
        visitor.get(home + "/opinions");
        var path =
                visitor.post(home + "/letters/read", Map.of("hash", held)).uri().getPath();
        for (var field = Pattern.compile("id=\"field-(\\d+)\"")
                        .matcher(visitor.get(path).body());
                field.find(); ) {
            visitor.post(path + "/fields/" + field.group(1), Map.of("said", "confirmed", "value", ""));
        }
        visitor.post(path + "/finish", Map.of());
        assertThat(opinions.finished(owner, caseId)).hasSize(3);

        assertThat(compared()).contains(WARNING, "Helen Ward", "date of birth", "Rule WP-LETTER");
    }

    private void receive(String json) {
        opinions.receive(owner, caseId, json.getBytes(StandardCharsets.UTF_8));
        assertThat(opinions.finished(owner, caseId)).hasSize(3);
    }

    private String compared() throws Exception {
        return visitor.get(home + "/compare").body();
    }

    private static String found(String pattern, String page) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
