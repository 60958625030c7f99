package org.consilium.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.consilium.samples.SamplePeople;

/**
 * Files as they are after a bad copy: a byte changed, bytes lost, the end missing. Reading each must end soon, must not fail,
 * and must say something: at least one fact, or at least one problem.
 */
public final class Damages {
    /** No reading of a file of this size may take longer. */
    static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** Larger ones of the same kind take longer and break in the same ways. */
    private static final int LARGEST = 60_000;

    private static final Path UNPACK = Path.of("../shared/data/unpack");
    private static final Path UNPACKED = Path.of("target/shared-data");

    private Damages() {}

    /** A file that is whole. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    public record Whole(String name, byte[] bytes) {}

    /** Real files of one kind, and how many of them. */
    private record Kind(String folder, int most) {}

    /** The project's own sample files and, where they lie beside the project, some of the real files of all kinds. */
    public static List<Whole> files(long seed) throws IOException, InterruptedException {
        var files = new ArrayList<Whole>();
        for (var person : SamplePeople.all(LocalDate.of(2026, 3, 1))) {
            person.files().forEach(file -> files.add(new Whole(file.name(), file.bytes())));
        }
        var golden = Path.of("src/test/resources/records");
        for (var file : regular(golden)) {
            if (!file.getFileName().toString().contains(".expected")) {
                files.add(new Whole(file.toString(), Files.readAllBytes(file)));
            }
        }
        add(files, "dicom", org.consilium.records.dicom.Seeds.all());
        add(files, "pdf", org.consilium.records.pdf.Seeds.all());
        add(files, "picture", org.consilium.records.pdf.Seeds.pictures());
        if (!Files.isExecutable(UNPACK)) {
            System.out.println("damages: no real files beside the project");
            return files;
        }
        var random = new Random(seed);
        for (var kind : List.of(
                new Kind("ccda", 80),
                new Kind("fhir-r4", 80),
                new Kind("dicom", 60),
                new Kind("hl7v2", 60),
                new Kind("apple-health", 10),
                new Kind("pdf", 10))) {
            files.addAll(some(kind, random));
        }
        return files;
    }

    private static void add(List<Whole> files, String name, List<byte[]> all) {
        for (var bytes : all) {
            files.add(new Whole(name + "-" + files.size(), bytes));
        }
    }

    private static List<Whole> some(Kind kind, Random random) throws IOException, InterruptedException {
        if (!Files.exists(UNPACKED.resolve(kind.folder()))) {
            new ProcessBuilder(UNPACK.toAbsolutePath().toString(), UNPACKED.toString(), kind.folder())
                    .inheritIO()
                    .start()
                    .waitFor();
        }
        var all = new ArrayList<>(regular(UNPACKED.resolve(kind.folder())));
        Collections.shuffle(all, random);
        var some = new ArrayList<Whole>();
        for (var file : all) {
            if (some.size() < kind.most() && Files.size(file) <= LARGEST && Files.size(file) > 0) {
                some.add(new Whole(file.toString(), Files.readAllBytes(file)));
            }
        }
        return some;
    }

    private static List<Path> regular(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Stream<Problem> problems(Reading reading) {
        return Stream.concat(
                reading.problems().stream(), reading.parts().stream().flatMap(part -> part.problems().stream()));
    }

    /** The bytes with one damage; the same for the same random numbers. */
    public static byte[] damaged(byte[] whole, Random random) {
        var at = random.nextInt(whole.length);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(whole, at);
            case 1 -> without(whole, at, 1);
            case 2 -> without(whole, at, Math.min(whole.length - at, 1 + random.nextInt(64)));
            default -> {
                var changed = whole.clone();
                changed[at] = (byte) (changed[at] + 1 + random.nextInt(255));
                yield changed;
            }
        };
    }

    private static byte[] without(byte[] whole, int at, int count) {
        var rest = new byte[whole.length - count];
        System.arraycopy(whole, 0, rest, 0, at);
        System.arraycopy(whole, at + count, rest, at, rest.length - at);
        return rest;
    }

    /**
     * What went wrong when these bytes were read; empty when nothing did.
     *
     * @param place a file that is written over
     */
    public static Optional<String> trouble(byte[] bytes, Path place) throws IOException {
        Files.write(place, bytes);
        var content = new Content("damaged", "damaged", place, Unpacking.withoutRecognising());
        try {
            var begin = System.nanoTime();
            var reading = Readers.read(content);
            if (System.nanoTime() - begin > LONGEST_NANOS) {
                // once more: another program may have held the machine up
                begin = System.nanoTime();
                reading = Readers.read(content);
            }
            var nanos = System.nanoTime() - begin;
            if (nanos > LONGEST_NANOS) {
                return Optional.of("took " + nanos / 1_000_000 + " ms");
            }
            if (reading.facts().isEmpty() && problems(reading).findAny().isEmpty()) {
                return Optional.of("says nothing: " + reading.format() + " " + reading.status());
            }
            return problems(reading)
                    .map(problem -> problem.message().key())
                    .filter(key -> key.endsWith(".unforeseen"))
                    .findAny();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failed) {
            return Optional.of("throws " + failed + " at "
                    + Arrays.asList(failed.getStackTrace()).stream().limit(4).toList());
        }
    }
}
