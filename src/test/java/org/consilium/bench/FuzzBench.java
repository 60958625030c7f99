package org.consilium.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.consilium.fuzz.Fuzzer;

/**
 * Made-up input for every reader, for as long as is asked. What was found to reach something new is kept in the folder, and the
 * next run goes on from there; inputs that must not be lie beside it.
 *
 * <p>Arguments: minutes in all; the folder; the targets, or none for all of them.
 */
public final class FuzzBench {
    /** Inputs of one target that break it in different ways before the others have their turn. */
    private static final int FINDINGS = 5;

    private static final int AT_ONCE = 2;

    private FuzzBench() {}

    public static void main(String[] arguments) throws Exception {
        var minutes = Double.parseDouble(arguments[0]);
        var folder = Path.of(arguments[1]);
        var targets = arguments.length > 2 ? List.of(arguments).subList(2, arguments.length) : Fuzzer.targets();
        var each = Duration.ofSeconds(Math.max(10, (long) (minutes * 60 * AT_ONCE / targets.size())));
        var findings = 0;
        try (var runs = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var run : runs.invokeAll(
                    targets.stream().map(target -> run(target, folder, each)).toList())) {
                findings += run.get().findings().size();
            }
        }
        Figure.print("fuzzing of " + targets.size() + " targets", findings + " findings, in " + folder);
        if (findings > 0) {
            System.exit(1);
        }
    }

    private static Callable<Fuzzer.Result> run(String target, Path folder, Duration time) {
        return () -> {
            var result = Fuzzer.run(List.of(target), folder.resolve(target), time, FINDINGS);
            Figure.print("fuzz " + target, result.figures());
            for (var finding : result.findings()) {
                System.out.println("  " + finding);
            }
            if (!result.findings().isEmpty()) {
                System.out.println(result.words());
            }
            return result;
        };
    }
}
