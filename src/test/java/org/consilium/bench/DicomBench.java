package org.consilium.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.consilium.access.Cases;
import org.consilium.access.NewCase;
import org.consilium.access.People;
import org.consilium.access.Whose;
import org.consilium.installation.DataFolder;
import org.consilium.installation.DatabaseAccess;
import org.consilium.installation.EmbeddedDatabase;
import org.consilium.installation.TestDatabase;
import org.consilium.installation.TestRooms;
import org.consilium.records.CaseFile;
import org.consilium.records.Content;
import org.consilium.records.Intake;
import org.consilium.records.Readers;
import org.consilium.records.Reading;
import org.consilium.records.Receipt;
import org.consilium.records.dicom.Slices;

/**
 * A CD with a thousand slices: copied, read, and taken into a case (hashed, encrypted, synced and committed).
 *
 * <p>Argument: a folder for the files and the data.
 */
public final class DicomBench {
    private static final int SLICES = 1_000;

    private DicomBench() {}

    public static void main(String[] arguments) throws Exception {
        var root = Path.of(arguments[0]);
        var files = slices(Files.createDirectories(root.resolve("cd")));
        var megabytes = Files.size(files.getFirst()) * SLICES / 1e6;
        System.out.printf("%d slices, %.0f MB%n", SLICES, megabytes);
        copy(files, root.resolve("warm"));
        var copied = copy(files, root.resolve("copy"));
        Figure.print("copy", "%.2f s, %.0f MB/s".formatted(copied, megabytes / copied));
        var durable = durableCopy(files, root.resolve("durable"));
        Figure.print("copy, durable", "%.2f s, %.0f MB/s".formatted(durable, megabytes / durable));
        read(files);
        var read = read(files);
        Figure.print(
                "read, merged into one examination",
                "%.2f s, %.0f MB/s, %.1f times the speed of copying".formatted(read, megabytes / read, copied / read));
        for (var first : List.of(true, false)) {
            var taken = take(files, root);
            Figure.print(
                    "taken into a case" + (first ? ", first after start" : ", again in a new case"),
                    "%.2f s, %.0f MB/s, %.2f times the speed of copying, %.2f of a durable copy"
                            .formatted(taken, megabytes / taken, copied / taken, durable / taken));
        }
        Figure.print("peak memory of the heap", "%.0f MB".formatted(peak() / 1e6));
    }

    private static List<Path> slices(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        for (var number = 0; number < SLICES; number++) {
            files.add(Files.write(folder.resolve("IM%04d".formatted(number)), Slices.file(number / 250, number)));
        }
        return files;
    }

    private static double copy(List<Path> files, Path folder) throws IOException {
        Files.createDirectories(folder);
        var begin = System.nanoTime();
        for (var file : files) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double read(List<Path> files) {
        var begin = System.nanoTime();
        var readings = new ArrayList<Reading>();
        for (var file : files) {
            readings.add(
                    Readers.read(new Content(file.toString(), file.getFileName().toString(), file)));
        }
        var facts = CaseFile.of(readings).facts();
        if (facts.size() != 1) {
            throw new IllegalStateException("not one examination but " + facts.size());
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double take(List<Path> files, Path root) throws Exception {
        var folder = DataFolder.open(root.resolve("data"));
        try (var database = EmbeddedDatabase.start(folder);
                var rooms = TestRooms.on(
                        TestDatabase.migrated(DatabaseAccess.to(database)),
                        Map.of("consilium.data", folder.root().toString(), "consilium.records.largest-file", "1GB"),
                        "org.consilium.audit",
                        "org.consilium.access",
                        "org.consilium.records")) {
            var actor = rooms.bean(People.class).owner();
            var intake = rooms.bean(Intake.class);
            var caseId = rooms.bean(Cases.class)
                    .open(actor, new NewCase("Measured", Whose.SELF, null, "en"))
                    .id();
            var begin = System.nanoTime();
            var receipts = intake.receive(
                    actor, caseId, files.stream().map(OnDisk::new).toList());
            var taken = (System.nanoTime() - begin) / 1e9;
            if (!receipts.stream().allMatch(Receipt.Filed.class::isInstance)) {
                throw new IllegalStateException("not all were taken");
            }
            return taken;
        }
    }

    private record OnDisk(Path file) implements Intake.Source {
        @Override
        public String name() {
            return String.valueOf(file.getFileName());
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    /** As {@link #copy}, but durable as the intake is: each file and the folder are synced. */
    private static double durableCopy(List<Path> files, Path folder) throws IOException {
        var begin = System.nanoTime();
        copy(files, folder);
        for (var file : files) {
            try (var channel = FileChannel.open(folder.resolve(file.getFileName()), StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
