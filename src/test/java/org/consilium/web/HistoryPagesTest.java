package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Timeline, trends, medicines and the history on one page, over HTTP and without script. */
class HistoryPagesTest {
    private static final Pattern FIRST_ENTRY =
            Pattern.compile("<ul class=\"facts\">.*?<a href=\"([^\"]+)\"", Pattern.DOTALL);

    private static Visitor me;
    private static String path;

    @BeforeAll
    static void aCaseWithRecords() throws Exception {
        me = Visitor.in(TestSite.shared());
        me.get("/");
        path = me.post("/cases", Map.of("title", "Views")).uri().getPath();
        var read = me.upload(path + "/records", "files", "portal.json", HistoryRecords.portal());
        assertThat(read.body()).doesNotContain("is damaged");
        me.upload(path + "/records", "files", "clinic.json", HistoryRecords.clinic());
    }

    @Test
    void theTimelineGoesFromYearsToMonthsToDays() throws Exception {
        assertThat(me.get(path + "/timeline").body())
                .contains("All years", "timeline?at=2024", "Hemoglobin", "entries, most in");
        assertThat(me.get(path + "/timeline?at=2024").body())
                .contains("March 2024", "timeline?at=2024-03", "All years");
        assertThat(me.get(path + "/timeline?at=2024-03").body()).contains("March 5, 2024", "All of 2024");
        assertThat(me.get(path + "/timeline?at=never").statusCode()).isEqualTo(404);
    }

    @Test
    void theTimelineIsFilteredByPileKindAndStatus() throws Exception {
        assertThat(me.get(path + "/timeline?kind=medication").body())
                .contains("Metformin")
                .doesNotContain(">Hemoglobin<");
        assertThat(me.get(path + "/timeline?pile=labs").body())
                .contains(">Hemoglobin<")
                .doesNotContain(">Metformin");
        assertThat(me.get(path + "/timeline?status=not-so").body())
                .contains("Penicillin")
                .doesNotContain(">Hemoglobin<");
        assertThat(me.get(path + "/timeline?kind=%22%3E%3Cb%3E").body())
                .contains("0 entries")
                .doesNotContain("\"><b>");
    }

    @Test
    void aLongListHasPagesOfAHundred() throws Exception {
        var first = me.get(path + "/timeline").body();
        var second = me.get(path + "/timeline?from=100").body();

        assertThat(first).contains("from=100");
        assertThat(first.split("<span class=\"when\">")).hasSize(101);
        assertThat(second).contains("Show newer entries");
    }

    @Test
    void anEntryLeadsToItsSource() throws Exception {
        var entry = FIRST_ENTRY.matcher(me.get(path + "/timeline").body());
        assertThat(entry.find()).isTrue();

        assertThat(me.get(entry.group(1).replace("&amp;", "&")).statusCode()).isEqualTo(200);
    }

    @Test
    void searchingFindsBeginningsAccentsAndCodesAndLeavesNoTrace() throws Exception {
        me.get(path + "/timeline");

        var found = me.post(path + "/timeline", Map.of("search", "metf"));
        var code = me.post(path + "/timeline", Map.of("search", "718-7"));
        var none = me.post(path + "/timeline", Map.of("search", "<script>alert(1)</script>"));

        assertThat(found.uri().toString()).doesNotContain("metf");
        assertThat(found.body()).contains("Metformin").doesNotContain(">Hemoglobin<");
        assertThat(code.body()).contains(">Hemoglobin<");
        assertThat(none.body()).contains("0 entries").doesNotContain("<script>alert");
    }

    @Test
    void trendsDrawTheUsualRangeAndGiveATable() throws Exception {
        var page = me.get(path + "/trends").body();

        assertThat(page)
                .contains(
                        "Hemoglobin",
                        "trend__band",
                        "trend__mark--below",
                        "Show as a table",
                        "Usual range: 12 to 16 g/dL.")
                .contains("below the usual range")
                .doesNotContain("style=");
    }

    @Test
    void theHistoryOnOnePageSaysWhatIsThereWhatIsMissingAndWhatDisagrees() throws Exception {
        var page = me.get(path + "/history").body();

        assertThat(page)
                .contains("Conditions now", "Type 2 diabetes", "Medicines now", "Metformin")
                .contains("The records do not say", "Illness in your family")
                .contains("The records do not agree", "Penicillin");
    }

    @Test
    void medicinesAreNowOrBefore() throws Exception {
        var page = me.get(path + "/medicines").body();

        assertThat(page).contains("Taken now", "Metformin", "Taken before", "Amoxicillin");
        assertThat(page.indexOf("Metformin")).isLessThan(page.indexOf("Amoxicillin"));
    }

    @Test
    void anEmptyCaseHasCalmEmptyPages() throws Exception {
        var empty = me.post("/cases", Map.of("title", "Empty")).uri().getPath();

        for (var place : Stream.of("history", "timeline", "trends", "medicines").toList()) {
            assertThat(me.get(empty + "/" + place).statusCode()).as(place).isEqualTo(200);
        }
        assertThat(me.get(empty + "/history").body()).contains("Allergies, or that you have none");
        assertThat(me.get(empty + "/trends").body()).contains("no test results with a number");
    }

    @Test
    void theCaseHomeAndTheRecordsLeadHere() throws Exception {
        assertThat(me.get(path).body()).contains(path + "/history", path + "/timeline");
        assertThat(me.get(path + "/records").body()).contains(path + "/timeline");
    }
}
