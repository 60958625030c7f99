package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.consilium.access.Cases;
import org.consilium.access.NewCase;
import org.consilium.access.People;
import org.consilium.access.Whose;
import org.consilium.installation.TestDatabase;
import org.consilium.records.Uploads;
import org.junit.jupiter.api.Test;

/** Large files over the pages: piece by piece, over broken connections and restarts. */
class UploadPagesTest {
    private static final int PIECE = 1 << 20;

    private final TestSite site = TestSite.shared();

    @Test
    void aFileInPiecesBecomesPartOfTheCaseByteForByte() throws Exception {
        var me = Visitor.in(site);
        var path = newCase(me);
        var file = noise(5 * PIECE + 17);

        var address = begin(me, path, "scans/ct.bin", file.length);
        send(me, address, file, 0, file.length);
        var finished = me.ask(address + "/finish", Map.of());

        assertThat(finished.statusCode()).isEqualTo(200);
        assertThat(finished.body()).contains("is being read now");
        var page = untilRead(me, path);
        assertThat(page).contains("scans/ct.bin", "Kept, not read").doesNotContain("Files on their way");
        assertThat(me.bytes(found(page, "href=\"(/cases/[^\"]+/files/[0-9a-f]{64})\"") + "/original")
                        .body())
                .isEqualTo(file);
        assertThat(me.ask(address + "/finish", Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void aBrokenConnectionLosesNoPieceThatWasAcknowledged() throws Exception {
        var me = Visitor.in(site);
        var path = newCase(me);
        var file = noise(2 * PIECE);
        var address = begin(me, path, "half.bin", file.length);
        send(me, address, file, 0, PIECE);

        breakOff(me, address, PIECE, PIECE);

        assertThat(offset(me, address)).isEqualTo(PIECE);
        assertThat(me.get(path + "/records").body()).contains("Files on their way", "half.bin", "1 MB of 2 MB");
        var again = begin(me, path, "half.bin", file.length);
        assertThat(again).isEqualTo(address);
        send(me, address, file, PIECE, file.length);
        assertThat(me.ask(address + "/finish", Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void aPieceAtTheWrongPlaceIsNotAddedAndTheRightPlaceIsSaid() throws Exception {
        var me = Visitor.in(site);
        var path = newCase(me);
        var address = begin(me, path, "a.bin", 100);
        me.patch(address, 0, new byte[60]);

        var twice = me.patch(address, 0, new byte[60]);
        var gap = me.patch(address, 61, new byte[10]);
        var beyond = me.patch(address, 60, new byte[41]);

        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(twice.headers().firstValue("Upload-Offset")).contains("60");
        assertThat(gap.statusCode()).isEqualTo(409);
        assertThat(beyond.statusCode()).isEqualTo(422);
        assertThat(beyond.body()).contains("does not have the size it had");
        assertThat(offset(me, address)).isEqualTo(60);
        assertThat(me.ask(address + "/finish", Map.of()).body()).contains("still missing");
        assertThat(me.ask(path + "/uploads", Map.of("name", "big", "size", Long.toString(5L << 30)))
                        .body())
                .contains("too big");
        assertThat(me.ask(path + "/uploads", Map.of("name", "none", "size", "0"))
                        .body())
                .contains("empty");
    }

    @Test
    void aFileOnItsWayCanBeCancelled() throws Exception {
        var me = Visitor.in(site);
        var path = newCase(me);
        var address = begin(me, path, "a.bin", 100);
        me.patch(address, 0, new byte[60]);

        var page = me.post(address + "/cancel", Map.of());

        assertThat(page.body()).contains("was not added").doesNotContain("Files on their way");
        assertThat(me.patch(address, 60, new byte[40]).statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyAddsToTheFilesOfSomebodyElse() throws Exception {
        var other = site.bean(People.class).add();
        var theirs = site.bean(Cases.class)
                .open(other, new NewCase("Theirs", Whose.SELF, null, "en"))
                .id();
        var step = site.bean(Uploads.class).begin(other, theirs, "a.bin", 100, "1");
        assertThat(step).isInstanceOf(org.consilium.records.UploadStep.At.class);
        var upload = site.bean(Uploads.class).open(other, theirs).getFirst().id();
        var me = Visitor.in(site);
        var path = newCase(me);

        assertThat(me.patch("/cases/" + theirs + "/uploads/" + upload, 0, new byte[10])
                        .statusCode())
                .isEqualTo(404);
        assertThat(me.patch(path + "/uploads/" + upload, 0, new byte[10]).statusCode())
                .isEqualTo(404);
        assertThat(me.get("/cases/" + theirs + "/uploads/" + upload).statusCode())
                .isEqualTo(404);
        assertThat(me.post("/cases/" + theirs + "/uploads/" + upload + "/cancel", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(Visitor.stranger(site)
                        .patch("/cases/" + theirs + "/uploads/" + upload, 0, new byte[10])
                        .statusCode())
                .isIn(401, 403);
        assertThat(site.bean(Uploads.class).open(other, theirs).getFirst().received())
                .isZero();
    }

    @Test
    void aRestartInTheMiddleLosesNothingAndNothingLiesOpenOnTheDisk() throws Exception {
        var database = TestDatabase.freshSchemas();
        var data = TestSite.folder();
        var file = noise(6 * PIECE);
        var words = "the patient has a secret".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(words, 0, file, 100, words.length);
        String path;
        String address;
        try (var before = TestSite.on(database, data, Map.of())) {
            var me = Visitor.in(before);
            path = newCase(me);
            address = begin(me, path, "long.bin", file.length);
            send(me, address, file, 0, 3 * PIECE);
            assertThat(filesHolding(data, words)).isEmpty();
        }

        try (var after = TestSite.on(database, data, Map.of())) {
            var me = Visitor.in(after);
            assertThat(me.get(path + "/records").body()).contains("long.bin", "3 MB of 6 MB");
            assertThat(begin(me, path, "long.bin", file.length)).isEqualTo(address);
            send(me, address, file, offset(me, address), file.length);
            assertThat(me.ask(address + "/finish", Map.of()).body()).contains("is being read now");
            var page = untilRead(me, path);
            assertThat(me.bytes(found(page, "href=\"(/cases/[^\"]+/files/[0-9a-f]{64})\"") + "/original")
                            .body())
                    .isEqualTo(file);
            assertThat(filesHolding(data, words)).isEmpty();
            assertThat(piecesIn(data)).isZero();
        }
    }

    @Test
    void aFullDiskIsSaidBeforeAnythingIsSent() throws Exception {
        var all = Map.<String, Object>of("consilium.records.leave-free", "1000000TB");
        try (var full = TestSite.on(TestDatabase.freshSchemas(), TestSite.folder(), all)) {
            var me = Visitor.in(full);

            var answer = me.ask(newCase(me) + "/uploads", Map.of("name", "a.bin", "size", "9000000"));

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("enough free space");
        }
    }

    /** 200 MB, nearly all of it zeros, through pieces of 8 MB; what stays in memory does not grow with the file. */
    @Test
    void aLargeFileTakesLittleMemory() throws Exception {
        var me = Visitor.in(site);
        var path = newCase(me);
        var size = 200L << 20;
        var piece = new byte[8 << 20];
        var address = begin(me, path, "large.bin", size);
        var before = used();
        var most = 0L;
        for (var at = 0L; at < size; at += piece.length) {
            piece[0] = (byte) (at >> 23);
            assertThat(me.patch(address, at, piece).statusCode()).isEqualTo(200);
            most = Math.max(most, used());
        }

        var finished = me.ask(address + "/finish", Map.of());

        assertThat(finished.body()).contains("is being read now");
        assertThat(most - before).isLessThan(64L << 20);
    }

    /** What stays in memory, in bytes; other tests of the same process have their share in it. */
    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static String untilRead(Visitor me, String path) throws Exception {
        var until = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(until)) {
            var page = me.get(path + "/records").body();
            if (!page.contains("Being read")) {
                return page;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("still being read");
    }

    private static void breakOff(Visitor me, String address, int offset, int announced) throws Exception {
        var where = URI.create(TestSite.shared().address());
        try (var socket = new Socket(where.getHost(), where.getPort())) {
            var out = socket.getOutputStream();
            out.write(me.headOfPatch(address, offset, announced).getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[announced / 2]);
            out.flush();
            socket.setSoLinger(true, 0);
        }
        Thread.sleep(300);
    }

    private static String newCase(Visitor me) throws Exception {
        me.get("/");
        return me.post("/cases", Map.of("title", "Large files")).uri().getPath();
    }

    private static String begin(Visitor me, String path, String name, long size) throws Exception {
        var answer = me.ask(
                path + "/uploads", Map.of("name", name, "size", Long.toString(size), "modified", "1700000000000"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return path + "/uploads/" + UUID.fromString(found(answer.body(), "\"id\":\"([^\"]+)\""));
    }

    private static void send(Visitor me, String address, byte[] file, long from, int end) throws Exception {
        for (var at = (int) from; at < end; at += PIECE) {
            var piece = Arrays.copyOfRange(file, at, Math.min(end, at + PIECE));
            assertThat(me.patch(address, at, piece).statusCode()).isEqualTo(200);
        }
    }

    private static long offset(Visitor me, String address) throws Exception {
        HttpResponse<String> answer = me.get(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Long.parseLong(answer.headers().firstValue("Upload-Offset").orElseThrow());
    }

    private static byte[] noise(int size) {
        var bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static java.util.List<Path> filesHolding(Path data, byte[] words) throws IOException {
        try (var files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, words))
                    .toList();
        }
    }

    private static boolean holds(Path file, byte[] words) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .contains(new String(words, StandardCharsets.ISO_8859_1));
        } catch (IOException gone) {
            return false;
        }
    }

    private static long piecesIn(Path data) throws IOException {
        try (var files = Files.walk(data.resolve("uploads"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static String found(String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern + " in " + page).isTrue();
        return found.group(1);
    }
}
