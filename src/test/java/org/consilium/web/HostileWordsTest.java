package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Words of a record that would be markup or a script on a page are shown as words on every page of the case. */
class HostileWordsTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src|hx-get)=\"(/cases/[^\"#]*)\"");
    private static final String WORDS = "</title></script>\\\"'><script>alert(7)</script><img src=x onerror=alert(7)>";
    private static final int MOST_PAGES = 80;

    @Test
    void noWordOfARecordBecomesMarkupOnAnyPageOfTheCase() throws Exception {
        var me = Visitor.in(TestSite.shared());
        me.get("/");
        var path = me.post("/cases", Map.of("title", WORDS.replace("\\", "")))
                .uri()
                .getPath();
        me.upload(
                path + "/records",
                "files",
                "name'><script>alert(7)</script>.json",
                record().getBytes(StandardCharsets.UTF_8));

        var waiting = new ArrayDeque<String>(Set.of(path, path + "/timeline", path + "/trends", path + "/history"));
        var seen = new LinkedHashSet<String>(waiting);
        var shown = 0;
        for (var pages = 0; pages < MOST_PAGES && !waiting.isEmpty(); pages++) {
            var page = waiting.poll();
            var answer = me.get(page);
            var kind = answer.headers().firstValue("Content-Type").orElse("");
            if (!kind.startsWith("text/html")) {
                continue;
            }
            for (var markup : List.of("<script>alert(7)", "<img src=x", "</title></script>")) {
                assertThat(answer.body().contains(markup))
                        .as(markup + " on " + page)
                        .isFalse();
            }
            shown += answer.body().contains("&lt;script") ? 1 : 0;
            LINK.matcher(answer.body())
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .filter(link -> link.startsWith(path) && seen.add(link))
                    .forEach(waiting::add);
        }
        assertThat(shown).as("pages that show the words").isGreaterThan(5);
    }

    private static String record() {
        return """
                {"resourceType": "Bundle", "type": "collection", "entry": [
                  {"resource": {"resourceType": "Patient", "id": "p", "name": [{"family": "WORDS", "given": ["WORDS"]}],
                    "gender": "WORDS", "birthDate": "1961-02-03"}},
                  {"resource": {"resourceType": "Condition", "subject": {"reference": "Patient/p"},
                    "code": {"text": "WORDS", "coding": [{"system": "WORDS", "code": "WORDS", "display": "WORDS"}]},
                    "note": [{"text": "WORDS"}], "onsetDateTime": "2024-03-01"}},
                  {"resource": {"resourceType": "Observation", "status": "final", "subject": {"reference": "Patient/p"},
                    "category": [{"coding": [{"code": "laboratory"}]}],
                    "code": {"text": "WORDS", "coding": [{"system": "http://loinc.org", "code": "718-7", "display": "WORDS"}]},
                    "effectiveDateTime": "2024-03-05", "valueQuantity": {"value": 7, "unit": "WORDS"},
                    "referenceRange": [{"text": "WORDS"}], "performer": [{"display": "WORDS"}]}},
                  {"resource": {"resourceType": "MedicationStatement", "status": "active", "subject": {"reference": "Patient/p"},
                    "medicationCodeableConcept": {"text": "WORDS"}, "dosage": [{"text": "WORDS"}]}},
                  {"resource": {"resourceType": "DiagnosticReport", "status": "final", "code": {"text": "WORDS"},
                    "conclusion": "WORDS", "text": {"status": "generated", "div": "<div>WORDS</div>"},
                    "effectiveDateTime": "2024-03-06"}}]}
                """.replace("WORDS", WORDS);
    }
}
