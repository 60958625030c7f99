package org.consilium.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.consilium.language.Messages;
import org.consilium.records.CaseFile;
import org.consilium.records.Content;
import org.consilium.records.Problem.Severity;
import org.consilium.records.Readers;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code read FILE|DIR...}: what was found in these files. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Reads record files and shows what was found in them.")
class ReadCommand implements Callable<Integer> {
    /** A file is read once it has not changed for this long. */
    private static final Duration SETTLED = Duration.ofSeconds(1);

    @Parameters(paramLabel = "FILE|DIR", arity = "0..*", description = "Files, or folders with files.")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--json", description = "Writes one JSON object.")
    private boolean json;

    @Option(
            names = "--watch",
            paramLabel = "DIR",
            description = "Waits for new and changed files in this folder and reads each as it arrives; Ctrl-C ends. "
                    + "One line for each file, with --json one JSON object on a line.")
    private @Nullable Path watched;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** A file and what it said. */
    record ReadFile(String path, Reading reading) {}

    @Override
    public Integer call() throws IOException {
        if (paths.isEmpty() && watched == null) {
            return refuse("Name the files or folders to read.");
        }
        if (watched != null && !Files.isDirectory(watched)) {
            return refuse("There is no folder " + watched + ".");
        }
        var files = new LinkedHashSet<Path>();
        for (var path : paths) {
            switch (RecordFiles.under(path)) {
                case RecordFiles.Found found -> files.addAll(found.files());
                case RecordFiles.Unusable unusable -> {
                    return refuse(unusable.why());
                }
            }
        }
        if (watched != null) {
            return watch(List.copyOf(files), watched);
        }
        var all = read(List.copyOf(files));
        if (all.stream().allMatch(file -> isUnusable(file.reading()))) {
            return refuse(all.getFirst().path() + ": "
                    + Messages.english()
                            .say(all.getFirst().reading().problems().getFirst().message()));
        }
        var caseFile = CaseFile.of(all.stream().map(ReadFile::reading).toList());
        var out = spec.commandLine().getOut();
        out.println(json ? ReadJson.of(all, caseFile) : ReadTable.of(all, caseFile));
        out.flush();
        return 0;
    }

    /** On all processors; in the order of the paths. */
    private static List<ReadFile> read(List<Path> files) {
        if (files.size() == 1) {
            return List.of(read(files.getFirst()));
        }
        var workers = Math.min(files.size(), Runtime.getRuntime().availableProcessors());
        List<Future<ReadFile>> readings;
        try (var pool = Executors.newFixedThreadPool(workers)) {
            readings = files.stream().map(file -> pool.submit(() -> read(file))).toList();
        }
        return readings.stream().map(ReadCommand::result).toList();
    }

    private static ReadFile result(Future<ReadFile> reading) {
        if (reading.state() == Future.State.FAILED && reading.exceptionNow() instanceof RuntimeException failed) {
            throw failed;
        }
        return reading.resultNow();
    }

    private Integer watch(List<Path> files, Path folder) throws IOException {
        read(files).forEach(this::print);
        try (var watching = Watching.of(folder, SETTLED)) {
            spec.commandLine().getErr().println("consilium: waiting for files in " + folder + ". Ctrl-C ends.");
            watching.run(path -> {
                try {
                    print(read(path));
                } catch (UncheckedIOException gone) {
                    spec.commandLine().getErr().println("consilium: a file went away before it was read.");
                }
            });
        }
        return 0;
    }

    private void print(ReadFile file) {
        var out = spec.commandLine().getOut();
        out.println(json ? ReadJson.line(file) : ReadTable.line(file));
        out.flush();
    }

    private static ReadFile read(Path path) {
        var label = path.toString();
        var name = path.getFileName();
        return new ReadFile(label, Readers.read(new Content(label, name == null ? label : name.toString(), path)));
    }

    private static boolean isUnusable(Reading reading) {
        var broken = reading.problems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        return broken && (reading.status() == Status.REFUSED || reading.status() == Status.KEPT);
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println("consilium: " + why.replaceAll("\\p{Cntrl}", "?"));
        return Cli.UNUSABLE_INPUT;
    }
}
