package org.consilium.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.consilium.access.Cases;
import org.consilium.access.NewCase;
import org.consilium.access.People;
import org.consilium.access.Whose;
import org.consilium.audit.Actor;
import org.consilium.installation.DataFolder;
import org.consilium.installation.DatabaseAccess;
import org.consilium.installation.EmbeddedDatabase;
import org.consilium.installation.TestDatabase;
import org.consilium.installation.TestRooms;
import org.consilium.records.Incoming;
import org.consilium.records.Intake;
import org.consilium.records.Reading;
import org.consilium.records.Receipt;
import tools.jackson.databind.json.JsonMapper;

/**
 * FHIR import, parse to durable: the time from the first byte handed in until the file and its facts are encrypted, synced
 * and committed; then the rules on what was read. Every file goes into a case of its own, so that nothing is known before.
 *
 * <p>Arguments: a folder for the data, then the files or folders with bundles.
 */
public final class ImportBench {
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final int THREADS = 2;
    private static final long COLD_SIZE = 2_500_000;
    private static final String MADE = "generated.json";

    /** Measured once on two cores with the same kind of bundles; the print is to be read beside them. */
    private static final String PEERS = """
            for comparison, parse only: the HAPI FHIR 8.8 parser, 2,400 resources/s cold and 17,000/s warm per thread
            for comparison, parse to stored: the HAPI FHIR 8.8 JPA server on H2 in memory, 370 to 530 resources/s
            """;

    private final Intake intake;
    private final Cases cases;
    private final Actor actor;

    private ImportBench(TestRooms rooms) {
        intake = rooms.bean(Intake.class);
        cases = rooms.bean(Cases.class);
        actor = rooms.bean(People.class).owner();
    }

    record Bundle(Path path, int resources) {}

    private record Rate(long resources, double seconds) {
        @Override
        public String toString() {
            return "%,.0f resources/s (%,d in %.1f s)".formatted(resources / seconds, resources, seconds);
        }
    }

    public static void main(String[] arguments) throws Exception {
        var bundles = bundles(Path.of(arguments[1]));
        var folder = DataFolder.open(Path.of(arguments[0]));
        try (var database = EmbeddedDatabase.start(folder);
                var rooms = rooms(folder, database)) {
            var bench = new ImportBench(rooms);
            var made = bundles.getFirst().path().getFileName().toString().equals(MADE);
            System.out.printf(
                    "%d %s of FHIR R4, %,d resources%n",
                    bundles.size(), made ? "made-up bundle with one kind of resource" : "bundles", total(bundles));
            var first = nearest(bundles, COLD_SIZE);
            Figure.print(
                    "first bundle (%.1f MB, %,d resources), cold"
                            .formatted(Files.size(first.path()) / 1e6, first.resources()),
                    "%.2f s".formatted(bench.receive(List.of(first)).seconds()));
            bench.forAWhile(bundles, WARM_UP, 1);
            Figure.print("import, warm, one thread", bench.forAWhile(bundles, MEASURED, 1) + "");
            Figure.print("import, warm, " + THREADS + " threads", bench.forAWhile(bundles, MEASURED, THREADS) + "");
        }
        DocumentBench.measure(arguments[0]);
        RulesBench.measure(bundles.stream().map(Bundle::path).toList());
        System.out.print(PEERS);
    }

    private static TestRooms rooms(DataFolder folder, EmbeddedDatabase database) {
        var access = DatabaseAccess.to(database);
        return TestRooms.on(
                TestDatabase.migrated(access),
                Map.of("consilium.data", folder.root().toString(), "consilium.records.largest-file", "1GB"),
                "org.consilium.audit",
                "org.consilium.access",
                "org.consilium.records");
    }

    private Rate forAWhile(List<Bundle> bundles, Duration how, int threads) throws Exception {
        var end = System.nanoTime() + how.toNanos();
        var begin = System.nanoTime();
        try (var executor = Executors.newFixedThreadPool(threads)) {
            var work = new ArrayList<Callable<Long>>();
            for (var thread = 0; thread < threads; thread++) {
                var offset = thread * bundles.size() / threads;
                work.add(() -> {
                    var resources = 0L;
                    for (var next = offset; System.nanoTime() < end; next++) {
                        resources += receive(List.of(bundles.get(next % bundles.size())))
                                .resources();
                    }
                    return resources;
                });
            }
            var resources = 0L;
            for (var done : executor.invokeAll(work)) {
                resources += done.get();
            }
            return new Rate(resources, (System.nanoTime() - begin) / 1e9);
        }
    }

    private Rate receive(List<Bundle> bundles) throws IOException {
        var begin = System.nanoTime();
        for (var bundle : bundles) {
            var caseId = newCase();
            try (var bytes = Files.newInputStream(bundle.path())) {
                var receipt =
                        intake.receive(actor, caseId, new Incoming(bundle.path().getFileName() + "", bytes));
                if (!(receipt instanceof Receipt.Filed(var stored, var known))
                        || known
                        || stored.status() == Reading.Status.KEPT) {
                    throw new IllegalStateException("not read: " + bundle.path());
                }
            }
        }
        return new Rate(total(bundles), (System.nanoTime() - begin) / 1e9);
    }

    private UUID newCase() {
        return cases.open(actor, new NewCase("Measured", Whose.SELF, null, "en"))
                .id();
    }

    private static long total(List<Bundle> bundles) {
        return bundles.stream().mapToLong(Bundle::resources).sum();
    }

    private static Bundle nearest(List<Bundle> bundles, long size) throws IOException {
        var best = bundles.getFirst();
        for (var bundle : bundles) {
            if (Math.abs(Files.size(bundle.path()) - size) < Math.abs(Files.size(best.path()) - size)) {
                best = bundle;
            }
        }
        return best;
    }

    static List<Bundle> bundles(Path root) throws IOException {
        var mapper = new JsonMapper();
        var bundles = new ArrayList<Bundle>();
        try (var files = Files.walk(root)) {
            for (var path : files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                var entries = mapper.readTree(path.toFile()).path("entry").size();
                if (entries > 0) {
                    bundles.add(new Bundle(path, entries));
                }
            }
        }
        if (bundles.isEmpty()) {
            bundles.add(generated(root));
        }
        return bundles;
    }

    /** Without real files: one patient with ten thousand laboratory results. */
    private static Bundle generated(Path folder) throws IOException {
        var observations = 10_000;
        var text = new StringBuilder("""
                {"resourceType":"Bundle","type":"collection","entry":[\
                {"fullUrl":"urn:uuid:p","resource":{"resourceType":"Patient","id":"p","birthDate":"1970-01-01"}}""");
        for (var number = 0; number < observations; number++) {
            text.append("""
                    ,{"fullUrl":"urn:uuid:o%1$d","resource":{"resourceType":"Observation","id":"o%1$d","status":"final",\
                    "code":{"coding":[{"system":"http://loinc.org","code":"718-7","display":"Hemoglobin"}]},\
                    "subject":{"reference":"urn:uuid:p"},"effectiveDateTime":"20%2$02d-0%3$d-11",\
                    "valueQuantity":{"value":%4$d.%3$d,"unit":"g/dL","system":"http://unitsofmeasure.org","code":"g/dL"}}}""".formatted(number, number % 25, 1 + number % 9, 8 + number % 8));
        }
        var path = Files.writeString(folder.resolve(MADE), text.append("]}"));
        return new Bundle(path, observations + 1);
    }
}
