package org.consilium.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.consilium.language.Messages;
import org.consilium.records.CaseFile;
import org.consilium.records.Content;
import org.consilium.records.Problem.Severity;
import org.consilium.records.Readers;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;
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
    @Parameters(paramLabel = "FILE|DIR", arity = "0..*", description = "Files, or folders with files.")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--json", description = "Writes one JSON object.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** A file and what it said. */
    record ReadFile(String path, Reading reading) {}

    @Override
    public Integer call() throws IOException {
        if (paths.isEmpty()) {
            return refuse("Name the files or folders to read.");
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
        var all = files.stream().map(ReadCommand::read).toList();
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
