package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;
import org.consilium.samples.SamplePeople;
import org.junit.jupiter.api.Test;

/** Handing in files through the pages: the good, the broken, and somebody else's. */
class RecordsPagesTest {
    private final TestSite site = TestSite.shared();

    @Test
    void somebodyElsesRecordWaitsUntilThePersonSaysItBelongsHere() throws Exception {
        var me = Visitor.in(site);
        var path = newCase(me);
        hand(me, path, "breast", "synthetic-oncology-records.json");

        var received = hand(me, path, "missing", "synthetic-portal-export.json");

        assertThat(received).contains("Please check", "Yes, it belongs to this case");
        assertThat(me.get(path + "/records/timeline").body()).doesNotContain("synthetic-portal-export.json");
        var accept = address(received, "(/cases/[^\"]+/accept)");
        me.post(accept, Map.of());
        assertThat(me.get(path + "/records/timeline").body()).contains("synthetic-portal-export.json");
    }

    @Test
    void aRemovedFileCanBePutBack() throws Exception {
        var me = Visitor.in(site);
        var path = newCase(me);
        var received = hand(me, path, "breast", "synthetic-oncology-records.json");
        var remove = address(received, "(/cases/[^\"]+/remove)");

        var removed = me.post(remove, Map.of()).body();

        assertThat(removed).contains("The file is removed from the case", "Undo");
        assertThat(me.get(path + "/records/timeline").body()).contains("0 entries");
        me.post(address(removed, "(/cases/[^\"]+/restore)"), Map.of());
        assertThat(me.get(path + "/records/timeline").body()).doesNotContain("0 entries");
    }

    @Test
    void oneAnswerIsEnoughForAllFilesThatRaiseTheSameQuestion() throws Exception {
        var me = Visitor.in(site);
        var path = newCase(me);
        hand(me, path, "breast", "synthetic-oncology-records.json");
        for (var number = 0; number < 3; number++) {
            me.upload(path + "/records", "files", "other-" + number + ".json", somebodyElse(number));
        }
        hand(me, path, "missing", "synthetic-portal-export.json");

        var asked = me.get(path + "/records").body();
        var accept = address(asked, "(/cases/[^\"]+/accept)\">\\s*<input[^>]*>\\s*<input[^>]*name=\"alike\"");
        var accepted = me.post(accept, Map.of("alike", "true")).body();

        assertThat(asked).contains("Yes, all 3 files belong to this case").doesNotContain("all 4 files");
        assertThat(accepted).contains("Files now part of the case: 3.", "Undo").doesNotContain("other-3");
        assertThat(accepted.split("Yes, it belongs to this case", -1)).hasSize(2);
        var held = me.post(address(accepted, "(/cases/[^\"]+/hold\\?alike=true)"), Map.of())
                .body();
        assertThat(held).contains("Files that wait for your answer again: 3.", "Yes, all 3 files");
    }

    @Test
    void manyFilesComeFortyAtATimeThoseThatAskFirst() throws Exception {
        var me = Visitor.in(site);
        var path = newCase(me);
        hand(me, path, "breast", "synthetic-oncology-records.json");
        me.upload(path + "/records", "files", "question.json", somebodyElse(0));
        for (var number = 0; number < 45; number++) {
            me.upload(
                    path + "/records",
                    "files",
                    "note-" + number + ".txt",
                    ("Note " + number).getBytes(StandardCharsets.UTF_8));
        }

        var first = me.get(path + "/records").body();
        var second = me.get(path + "/records?from=40").body();

        assertThat(first)
                .contains("The files (47)", "records?from=40")
                .containsSubsequence("question.json", "note-44.txt");
        assertThat(first.split("nhsuk-card__heading", -1)).hasSize(41);
        assertThat(second)
                .contains("note-0.txt", "synthetic-oncology-records.json")
                .doesNotContain("note-44.txt", "from=80");
        assertThat(me.get(path + "/records?from=99999").body()).contains("synthetic-oncology-records.json");
    }

    @Test
    void aFileCanBeReadAgainAndKeepsWhatWasChangedByHand() throws Exception {
        var me = Visitor.in(site);
        var path = newCase(me);
        var received = hand(me, path, "breast", "synthetic-oncology-records.json");
        var file = address(received, "(/cases/[^\"]+/files/[0-9a-f]{64})\"");
        var before = facts(me, path);

        var again = me.post(file + "/read-again", Map.of()).body();

        assertThat(again).contains("The file is being read again.");
        await(() -> !me.get(path + "/records").body().contains("hx-get"));
        assertThat(facts(me, path)).isEqualTo(before).isNotEqualTo("0");
    }

    @Test
    void aFileThatWaitsForAnAnswerOrIsUnknownIsNotReadAgain() throws Exception {
        var me = Visitor.in(site);
        var path = newCase(me);
        hand(me, path, "breast", "synthetic-oncology-records.json");
        me.upload(path + "/records", "files", "question.json", somebodyElse(0));
        var waiting = address(me.get(path + "/records").body(), "(/cases/[^\"]+)/accept");

        assertThat(me.post(waiting + "/read-again", Map.of()).body())
                .contains("cannot be read again now", "Yes, it belongs to this case");
        assertThat(me.post(path + "/files/" + "0".repeat(64) + "/read-again", Map.of())
                        .body())
                .contains("cannot be read again now");
    }

    private static String facts(Visitor me, String path) throws Exception {
        return address(me.get(path + "/records/timeline").body(), "(\\d+) entries");
    }

    private interface Check {
        boolean holds() throws Exception;
    }

    private static void await(Check check) throws Exception {
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!check.holds()) {
            assertThat(System.nanoTime()).as("waited long enough").isLessThan(end);
            Thread.sleep(100);
        }
    }

    private static byte[] somebodyElse(int number) {
        return """
                {"resourceType":"Bundle","type":"collection","entry":[
                {"resource":{"resourceType":"Patient","name":[{"given":["Otto"],"family":"Sample-Other"}],
                "birthDate":"1931-01-0%d"}}]}""".formatted(1).concat(" ".repeat(number)).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void brokenEmptyAndUnknownFilesGetASentenceAndLoseNothing() throws Exception {
        var me = Visitor.in(site);
        var path = newCase(me);

        var broken = me.upload(
                path + "/records", "files", "half.json", "{\"resourceType\":\"Bun".getBytes(StandardCharsets.UTF_8));
        var empty = me.upload(path + "/records", "files", "empty.xml", new byte[0]);
        var unknown = me.upload(path + "/records", "files", "<b>odd</b>.bin", new byte[] {7, 7, 0, 1, 2, 3});

        assertThat(broken.statusCode()).isEqualTo(200);
        assertThat(broken.body()).contains("half.json");
        assertThat(empty.statusCode()).isEqualTo(200);
        assertThat(unknown.body())
                .contains("Kept, not read", "&lt;b&gt;odd&lt;/b&gt;.bin")
                .doesNotContain("<b>odd</b>");
    }

    @Test
    void theOriginalComesBackByteForByte() throws Exception {
        var me = Visitor.in(site);
        var path = newCase(me);
        var file = SamplePeople.one("breast", today()).files().getFirst();
        var received =
                me.upload(path + "/records", "files", file.name(), file.bytes()).body();

        var original = me.bytes(address(received, "href=\"(/cases/[^\"]+/files/[0-9a-f]{64})\"") + "/original");

        assertThat(original.body()).isEqualTo(file.bytes());
        assertThat(original.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
    }

    private static String newCase(Visitor me) throws Exception {
        me.get("/");
        return me.post("/cases", Map.of("title", "Files")).uri().getPath();
    }

    private static String hand(Visitor me, String path, String person, String name) throws Exception {
        var file = SamplePeople.one(person, today()).files().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return me.upload(path + "/records", "files", file.name(), file.bytes()).body();
    }

    private static String address(String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault());
    }
}
