package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
