package org.consilium.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.access.Cases;
import org.consilium.access.NewCase;
import org.consilium.access.People;
import org.consilium.access.Whose;
import org.consilium.audit.Action;
import org.consilium.audit.Actor;
import org.consilium.audit.AuditTrail;
import org.consilium.audit.Entry;
import org.consilium.installation.TestDatabase;
import org.consilium.installation.TestRooms;

/** A new, empty case of a new person, on a real database and a real data folder. Files of 1 MB at most. */
final class OpenCase {
    static final TestDatabase.Schemas DATABASE = TestDatabase.freshSchemas();
    static final Path DATA = Path.of("target", "test-records", UUID.randomUUID().toString());
    private static final TestRooms ROOMS = TestRooms.on(
            DATABASE,
            Map.of("consilium.data", folder().toString(), "consilium.records.largest-file", "1MB"),
            "org.consilium.audit",
            "org.consilium.access",
            "org.consilium.records");

    final Intake intake = ROOMS.bean(Intake.class);
    final Records records = ROOMS.bean(Records.class);
    final PartFiles parts = ROOMS.bean(PartFiles.class);
    final AuditTrail trail = ROOMS.bean(AuditTrail.class);
    final Actor actor = newPerson();
    final UUID caseId = ROOMS.bean(Cases.class)
            .open(actor, new NewCase("My breast", Whose.SELF, null, "en"))
            .id();

    static Actor newPerson() {
        return ROOMS.bean(People.class).add();
    }

    private static Path folder() {
        try {
            return Files.createDirectories(DATA);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Receipt receive(String name, String content) {
        return intake.receive(actor, caseId, Bundles.file(name, content));
    }

    StoredFile file(String name, String content) {
        return filed(receive(name, content));
    }

    static StoredFile filed(Receipt receipt) {
        assertThat(receipt).isInstanceOf(Receipt.Filed.class);
        return ((Receipt.Filed) receipt).file();
    }

    static String refused(Receipt receipt) {
        assertThat(receipt).isInstanceOf(Receipt.Refused.class);
        return ((Receipt.Refused) receipt).why().key();
    }

    /** The newest first. */
    List<Action> actions() {
        return trail.of(actor, caseId, 100, Long.MAX_VALUE).stream()
                .map(Entry::action)
                .toList();
    }

    /** What is on disk for the case. */
    List<Path> blobs() {
        try (var files = Files.walk(DATA.resolve("blobs").resolve(caseId.toString()))) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
