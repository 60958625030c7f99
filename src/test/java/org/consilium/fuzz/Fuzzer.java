package org.consilium.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Runs the engine as a program of its own over some targets for some time. It ends at an exception, an input that takes longer than
 * five seconds, a heap of 512 MB used up, or a step outside that a detector saw (a path, an address, a class from the input).
 */
public final class Fuzzer {
    /** What the samples of one target may have at most, each. */
    private static final int LARGEST_SEED = 8_000;

    private static final int LARGEST_INPUT = 10_000;
    private static final long SECONDS_FOR_ONE = 5;
    /** On a busy machine a good input may stand still for a while, and the first ones load the program. */
    private static final long SECONDS_TO_HANG = 30;

    private static final Duration TO_START_AND_END = Duration.ofMinutes(2);
    private static final Pattern RUNS = Pattern.compile("stat::number_of_executed_units: (\\d+)");
    private static final Pattern COVERAGE = Pattern.compile("cov: (\\d+) ft: (\\d+) corp: (\\d+)/");

    /** Hooks into every step of every regular expression, which makes all of it four times slower. */
    private static final String SLOW_DETECTOR = "com.code_intelligence.jazzer.sanitizers.RegexRoadblocks";

    private static final Path DICTIONARIES = Path.of("src/test/resources/fuzz");

    private final List<Target> targets;
    private final Path folder;

    private Fuzzer(List<Target> targets, Path folder) {
        this.targets = targets;
        this.folder = folder;
    }

    /**
     * What came of a run.
     *
     * @param runs how many inputs were read
     * @param coverage how many branches of the program they reached
     * @param corpus how many inputs reached something that no other did
     * @param findings inputs that must not be, as files
     * @param words the end of what the engine said
     */
    public record Result(String targets, long runs, int coverage, int corpus, List<Path> findings, String words) {
        public Result {
            findings = List.copyOf(findings);
        }

        /** One line of figures. */
        public String figures() {
            return "%d runs, %d branches, %d inputs kept, %d findings"
                    .formatted(runs, coverage, corpus, findings.size());
        }
    }

    /** The words of all targets. */
    public static List<String> targets() {
        return List.of(Target.values()).stream().map(Target::word).toList();
    }

    /**
     * @param words of the targets
     * @param folder where inputs that reach something new, findings and the log are left; a later run goes on from there
     * @param findings as many are looked for before the run ends early
     * @throws IllegalStateException when the engine did not run
     */
    public static Result run(List<String> words, Path folder, Duration time, int findings)
            throws IOException, InterruptedException {
        var targets = words.stream().map(Target::of).toList();
        return new Fuzzer(targets, Files.createDirectories(folder.toAbsolutePath())).run(time, findings);
    }

    private Result run(Duration time, int findings) throws IOException, InterruptedException {
        remove(folder.resolve("seeds"));
        var seeds = Files.createDirectories(folder.resolve("seeds"));
        Files.createDirectories(folder.resolve("corpus"));
        for (var target = 0; target < targets.size(); target++) {
            var number = 0;
            for (var bytes : targets.get(target).seeds()) {
                if (bytes.length <= LARGEST_SEED) {
                    var name = targets.get(target).word() + "-" + number++;
                    Files.write(seeds.resolve(name), FuzzTarget.seed(target, bytes));
                }
            }
        }
        Files.writeString(folder.resolve("words.dict"), dictionary(), StandardCharsets.ISO_8859_1);
        var log = folder.resolve("log.txt");
        var process = new ProcessBuilder(command(time, findings))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var ended = false;
        try {
            ended = process.waitFor(time.plus(TO_START_AND_END).toSeconds(), TimeUnit.SECONDS);
        } finally {
            process.destroyForcibly();
        }
        return result(Files.readString(log, StandardCharsets.ISO_8859_1), ended ? process.exitValue() : -1);
    }

    private static void remove(Path seeds) throws IOException {
        if (Files.exists(seeds)) {
            for (var seed : files(seeds)) {
                Files.delete(seed);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private String dictionary() throws IOException {
        var words = new StringBuilder();
        for (var target : targets) {
            words.append(Files.readString(DICTIONARIES.resolve(target.word() + ".dict")));
        }
        return words.toString();
    }

    private List<String> command(Duration time, int findings) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-D" + FuzzTarget.TARGETS + "=" + names(),
                "-D" + FuzzTarget.FOLDER + "=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzTarget.class.getName(),
                "--instrumentation_includes=org.consilium.**",
                "--custom_hook_includes=org.consilium.**",
                "--disabled_hooks=" + SLOW_DETECTOR,
                "--trace=cov:cmp",
                "--reproducer_path=" + folder,
                "--keep_going=" + findings,
                "-max_total_time=" + time.toSeconds(),
                "-timeout=" + SECONDS_TO_HANG,
                "-report_slow_units=" + SECONDS_FOR_ONE,
                "-max_len=" + LARGEST_INPUT,
                "-rss_limit_mb=0",
                "-reload=0",
                "-print_final_stats=1",
                "-dict=" + folder.resolve("words.dict"),
                "-artifact_prefix=" + folder + "/",
                folder.resolve("corpus").toString(),
                folder.resolve("seeds").toString());
    }

    private String names() {
        return targets.stream().map(Target::word).collect(Collectors.joining(","));
    }

    private Result result(String said, int exit) throws IOException {
        var runs = RUNS.matcher(said);
        var coverage = COVERAGE.matcher(said);
        int[] reached = {0, 0};
        while (coverage.find()) {
            reached = new int[] {Integer.parseInt(coverage.group(1)), Integer.parseInt(coverage.group(3))};
        }
        if (reached[0] == 0) {
            throw new IllegalStateException("the engine did not run: " + end(said));
        }
        var found = new ArrayList<Path>();
        for (var file : files(folder)) {
            var name = file.getFileName().toString();
            var slow = name.startsWith("timeout-") || name.startsWith("slow-unit-");
            if (name.startsWith("crash-") || (slow && isSlow(file))) {
                found.add(file);
            }
        }
        var done = 0L;
        while (runs.find()) {
            done = Long.parseLong(runs.group(1));
        }
        if (done == 0 && found.isEmpty() && !said.contains("libFuzzer: timeout")) {
            var last = folder.resolve("died-" + exit);
            found.add(Files.move(folder.resolve(FuzzTarget.LAST), last, StandardCopyOption.REPLACE_EXISTING));
        }
        return new Result(names(), done, reached[0], reached[1], found, end(said));
    }

    /** Once more, by itself: another program may have held the machine up. */
    private boolean isSlow(Path input) throws IOException {
        var begin = System.nanoTime();
        FuzzTarget.read(targets, Files.readAllBytes(input), folder.resolve(FuzzTarget.LAST));
        return System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(SECONDS_FOR_ONE);
    }

    /** What says why a run ended early. */
    private static String end(String said) {
        var trouble = Math.max(said.indexOf("== Java Exception"), said.indexOf("ERROR: libFuzzer"));
        return trouble >= 0
                ? said.substring(trouble, Math.min(said.length(), trouble + 3_000))
                : said.substring(Math.max(0, said.length() - 1_500));
    }
}
