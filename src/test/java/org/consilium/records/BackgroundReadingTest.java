package org.consilium.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.access.Cases;
import org.consilium.access.NewCase;
import org.consilium.access.People;
import org.consilium.access.Whose;
import org.consilium.audit.Actor;
import org.consilium.clinical.FactKind;
import org.consilium.installation.TestDatabase;
import org.consilium.installation.TestRooms;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that are read after they were acknowledged, by a program that may be stopped at any moment. */
class BackgroundReadingTest {
    private final TestDatabase.Schemas database = TestDatabase.freshSchemas();
    private final Path data = folder();

    @Test
    void aLargeFileIsAcknowledgedFirstAndReadSoonAfter() throws Exception {
        try (var rooms = rooms()) {
            var actor = rooms.bean(People.class).add();
            var caseId = newCase(rooms, actor);

            var receipt = receive(rooms, actor, caseId);

            assertThat(receipt).isInstanceOf(Receipt.BeingRead.class);
            var file = ((Receipt.BeingRead) receipt).file();
            assertThat(file.state()).isEqualTo(StoredFile.State.READING);
            assertThat(file.counts()).isEmpty();
            var read = await(rooms, actor, caseId);
            assertThat(read.state()).isEqualTo(StoredFile.State.FILED);
            assertThat(read.counts()).containsEntry(FactKind.LAB, 30);
            assertThat(rooms.bean(Records.class).caseFile(actor, caseId).birthDate())
                    .hasToString("1961-04-09");
            assertThat(receive(rooms, actor, caseId)).isEqualTo(new Receipt.Filed(read, true));
        }
    }

    @Test
    void whatWasNotReadWhenTheProgramStoppedIsReadByTheNext() throws Exception {
        Actor actor;
        UUID caseId;
        try (var rooms = rooms()) {
            actor = rooms.bean(People.class).add();
            caseId = newCase(rooms, actor);
            rooms.bean(ReadingQueue.class).stop();
            receive(rooms, actor, caseId);
            assertThat(only(rooms, actor, caseId).state()).isEqualTo(StoredFile.State.READING);
            assertThat(rooms.bean(Records.class).caseFile(actor, caseId).facts())
                    .isEmpty();
        }

        try (var rooms = rooms()) {
            assertThat(await(rooms, actor, caseId).state()).isEqualTo(StoredFile.State.FILED);
        }
    }

    @Test
    void aFileWhoseReaderWasKilledIsReadAgain() throws Exception {
        Actor actor;
        UUID caseId;
        try (var rooms = rooms()) {
            actor = rooms.bean(People.class).add();
            caseId = newCase(rooms, actor);
            rooms.bean(ReadingQueue.class).stop();
            receive(rooms, actor, caseId);
        }
        leaveAsAKilledProgramWould(1);

        try (var rooms = rooms()) {
            assertThat(await(rooms, actor, caseId).state()).isEqualTo(StoredFile.State.FILED);
        }
    }

    @Test
    void aFileThatKillsItsReaderThreeTimesIsKeptAndSaidSo() throws Exception {
        Actor actor;
        UUID caseId;
        try (var rooms = rooms()) {
            actor = rooms.bean(People.class).add();
            caseId = newCase(rooms, actor);
            rooms.bean(ReadingQueue.class).stop();
            receive(rooms, actor, caseId);
        }
        leaveAsAKilledProgramWould(BackgroundReader.ATTEMPTS);

        try (var rooms = rooms()) {
            var kept = await(rooms, actor, caseId);
            assertThat(kept.state()).isEqualTo(StoredFile.State.FILED);
            assertThat(kept.status()).isEqualTo(Reading.Status.KEPT);
            assertThat(kept.problems())
                    .extracting(problem -> problem.message().key())
                    .containsExactly("intake.givenUp");
            try (var opened =
                    rooms.bean(Records.class).open(actor, caseId, kept.hash()).orElseThrow()) {
                assertThat(opened.bytes().readAllBytes()).hasSize((int) kept.size());
            }
        }
    }

    @Test
    void aFileSetAsideWhileItIsReadStaysAsideAndComesBackRead() throws Exception {
        try (var rooms = rooms()) {
            var actor = rooms.bean(People.class).add();
            var caseId = newCase(rooms, actor);
            rooms.bean(ReadingQueue.class).stop();
            receive(rooms, actor, caseId);
            var hash = only(rooms, actor, caseId).hash();
            rooms.bean(Intake.class).remove(actor, caseId, hash);

            rooms.bean(BackgroundReader.class).read(caseId, hash);

            assertThat(only(rooms, actor, caseId).state()).isEqualTo(StoredFile.State.REMOVED);
            rooms.bean(Intake.class).restore(actor, caseId, hash);
            assertThat(only(rooms, actor, caseId).state()).isEqualTo(StoredFile.State.FILED);
        }
    }

    @Test
    void uploadsThatNobodyWentOnWithAreRemovedAfterAWeek() throws Exception {
        try (var rooms = rooms()) {
            var actor = rooms.bean(People.class).add();
            var caseId = newCase(rooms, actor);
            var uploads = rooms.bean(Uploads.class);
            uploads.begin(actor, caseId, "old.bin", 100, "1");
            var old = uploads.open(actor, caseId).getFirst().id();
            uploads.append(actor, caseId, old, 0, new java.io.ByteArrayInputStream(new byte[50]));

            rooms.bean(UploadSweep.class).removeOld(Instant.now().plus(Duration.ofDays(6)));
            assertThat(uploads.open(actor, caseId)).hasSize(1);
            rooms.bean(UploadSweep.class).removeOld(Instant.now().plus(Duration.ofDays(8)));

            assertThat(uploads.open(actor, caseId)).isEmpty();
            try (var left = Files.walk(data.resolve("uploads"))) {
                assertThat(left.filter(Files::isRegularFile)).isEmpty();
            }
        }
    }

    /** The task is still marked as being worked on, and nothing will ever be heard of who did. */
    private void leaveAsAKilledProgramWould(int attempts) {
        var owner = JdbcClient.create(database.owner());
        var tasks = owner.sql("""
                update records.task
                set picked = true, picked_by = 'killed', last_heartbeat = now() - interval '1 hour', version = version + 1
                where task_name = 'read-file'
                """).update();
        assertThat(tasks).isEqualTo(1);
        owner.sql("update records.file set attempts = :attempts")
                .param("attempts", attempts)
                .update();
    }

    private TestRooms rooms() {
        return TestRooms.on(
                database,
                Map.of(
                        "consilium.data", data.toString(),
                        "consilium.records.read-at-once", "1KB",
                        "consilium.records.heartbeat", "100ms"),
                "org.consilium.audit",
                "org.consilium.access",
                "org.consilium.records");
    }

    private static UUID newCase(TestRooms rooms, Actor actor) {
        return rooms.bean(Cases.class)
                .open(actor, new NewCase("Mine", Whose.SELF, null, "en"))
                .id();
    }

    private static Receipt receive(TestRooms rooms, Actor actor, UUID caseId) {
        var labs =
                java.util.stream.IntStream.range(1, 31).mapToObj(Bundles::lab).toArray(String[]::new);
        return rooms.bean(Intake.class).receive(actor, caseId, Bundles.file("a.json", Bundles.of(Bundles.ada(), labs)));
    }

    private static StoredFile only(TestRooms rooms, Actor actor, UUID caseId) {
        List<StoredFile> files = rooms.bean(Records.class).files(actor, caseId);
        assertThat(files).hasSize(1);
        return files.getFirst();
    }

    private static StoredFile await(TestRooms rooms, Actor actor, UUID caseId) throws InterruptedException {
        var until = Instant.now().plus(Duration.ofSeconds(30));
        while (only(rooms, actor, caseId).state() == StoredFile.State.READING) {
            assertThat(Instant.now()).isBefore(until);
            Thread.sleep(50);
        }
        return only(rooms, actor, caseId);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "reading-");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
