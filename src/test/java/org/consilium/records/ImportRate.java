package org.consilium.records;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.access.Cases;
import org.consilium.access.NewCase;
import org.consilium.access.People;
import org.consilium.access.Whose;
import org.consilium.audit.Actor;
import org.consilium.installation.DataFolder;
import org.consilium.installation.EmbeddedDatabase;
import org.consilium.installation.TestDatabase;
import org.consilium.installation.TestRooms;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How many FHIR resources a second become durable: {@code ImportRate FOLDER [ROUNDS]}. A new case per file and round, a
 * database that survives a power cut, one file after the other.
 */
final class ImportRate {
    private ImportRate() {}

    public static void main(String[] args) throws IOException {
        var files = bundles(Path.of(args[0]));
        var rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        var resources = 0L;
        for (var file : files) {
            resources += Files.readString(file).split("\"resourceType\"", -1).length - 2;
        }
        var folder = DataFolder.open(Files.createTempDirectory("consilium-rate"));
        try (var database = EmbeddedDatabase.start(folder);
                var rooms = rooms(database, folder)) {
            System.out.printf("%d files, %d resources%n", files.size(), resources);
            for (var round = 1; round <= rounds; round++) {
                var before = processor();
                var time = round(rooms, files);
                var busy = processor() - before;
                System.out.printf(
                        "round %d: %d ms, %.0f resources/s; %.0f per second of processor%n",
                        round, time.toMillis(), resources * 1e9 / time.toNanos(), resources * 1e9 / busy);
            }
        }
    }

    /** What a machine busy with other things does not blur. */
    private static long processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static Duration round(TestRooms rooms, List<Path> files) throws IOException {
        var actor = rooms.bean(People.class).owner();
        var total = Duration.ZERO;
        for (var file : files) {
            var caseId = newCase(rooms, actor);
            var start = System.nanoTime();
            try (var bytes = Files.newInputStream(file)) {
                var receipt = rooms.bean(Intake.class).receive(actor, caseId, new Incoming("file", bytes));
                if (!(receipt instanceof Receipt.Filed(var stored, var known))
                        || known
                        || stored.status() == Reading.Status.KEPT) {
                    throw new IllegalStateException(
                            file + ": " + receipt.getClass().getSimpleName());
                }
            }
            total = total.plusNanos(System.nanoTime() - start);
        }
        return total;
    }

    private static UUID newCase(TestRooms rooms, Actor actor) {
        return rooms.bean(Cases.class)
                .open(actor, new NewCase("rate", Whose.SELF, null, "en"))
                .id();
    }

    private static TestRooms rooms(EmbeddedDatabase database, DataFolder folder) {
        Flyway.configure()
                .dataSource(database.url(), database.ownerUser(), database.ownerPassword())
                .placeholders(Map.of("application", database.applicationUser()))
                .load()
                .migrate();
        var unused = new PGSimpleDataSource();
        var schemas = new TestDatabase.Schemas(
                unused,
                unused,
                database.url(),
                database.applicationUser(),
                database.applicationPassword(),
                database.ownerUser(),
                database.ownerPassword());
        return TestRooms.on(
                schemas,
                Map.of("consilium.data", folder.root().toString()),
                "org.consilium.audit",
                "org.consilium.access",
                "org.consilium.records");
    }

    private static List<Path> bundles(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> file.toFile().length() > 500_000)
                    .sorted()
                    .toList();
        }
    }
}
