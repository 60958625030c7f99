package org.consilium.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.consilium.installation.DataFolder;
import org.consilium.knowledge.Knowledge;
import org.consilium.knowledge.KnowledgeBase;
import org.consilium.language.Messages;
import org.consilium.records.CaseFile;
import org.consilium.records.Content;
import org.consilium.records.Problem.Severity;
import org.consilium.records.Readers;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;
import org.consilium.terminology.Terminologies;
import org.consilium.triage.Answers;
import org.consilium.triage.AnswersJson;
import org.consilium.triage.Loaded;
import org.consilium.triage.Triage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assess FILE|DIR...}: is a second opinion worth seeking, how much time is safe, what is missing. */
@Command(
        name = "assess",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Says whether a second opinion is worth seeking, how much time is safe and what is missing.")
class AssessCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE|DIR", arity = "0..*", description = "Record files, or folders with them.")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--answers", paramLabel = "FILE", description = "What the person adds, as JSON.")
    private @Nullable Path answersFile;

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "The day it is made for, like 2025-01-31; today if not given.")
    private @Nullable String on;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder with loaded terminologies (~/.local/share/consilium).")
    private @Nullable Path data;

    @Option(names = "--json", description = "Writes one JSON object.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Input that cannot be used, in one line. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String why) {
            super(why, null, false, false);
        }
    }

    @Override
    public Integer call() throws IOException {
        try {
            if (paths.isEmpty() && answersFile == null) {
                throw new Unusable("Name the record files or folders, or an answers file.");
            }
            var today = day(on);
            var answers = answersFile == null ? Answers.NONE : answers(answersFile);
            var knowledge = KnowledgeBase.load();
            var caseFile = caseFile(paths);
            var assessment =
                    Triage.assess(caseFile, answers, knowledge, loaded(caseFile, answers, knowledge, today), today);
            var out = spec.commandLine().getOut();
            out.println(json ? AssessJson.of(assessment) : AssessReport.of(assessment, answers.country()));
            out.flush();
            return 0;
        } catch (Unusable unusable) {
            return refuse(spec, unusable);
        }
    }

    /** By the terminologies that somebody loaded into the data folder. */
    private Loaded loaded(CaseFile caseFile, Answers answers, Knowledge knowledge, LocalDate today) {
        var root = data == null ? DataFolder.usual(System.getenv()) : data;
        try (var terminologies = Terminologies.in(LoadTerminologyCommand.terminologies(root))) {
            return new Loaded(
                    terminologies.rare(() -> Triage.conditionCodes(caseFile, answers, knowledge, today)),
                    terminologies.wider(() -> Triage.unplacedCodes(caseFile, answers, knowledge, today)));
        }
    }

    static int refuse(CommandSpec spec, Unusable unusable) {
        spec.commandLine()
                .getErr()
                .println("consilium: " + String.valueOf(unusable.getMessage()).replaceAll("\\p{Cntrl}", "?"));
        return Cli.UNUSABLE_INPUT;
    }

    /** The day that was named, or today. */
    static LocalDate day(@Nullable String on) throws Unusable {
        if (on == null) {
            return LocalDate.now(java.time.ZoneId.systemDefault());
        }
        try {
            return LocalDate.parse(on);
        } catch (DateTimeParseException noDate) {
            throw new Unusable("--on needs a date like 2025-01-31.");
        }
    }

    private Answers answers(Path file) throws IOException, Unusable {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Unusable("There is no answers file " + file + ".");
        }
        String written;
        try {
            written = Files.readString(file);
        } catch (MalformedInputException notText) {
            throw new Unusable(Messages.english().say("triage.answers.not-json"));
        }
        return switch (AnswersJson.read(written)) {
            case AnswersJson.Parsed.Unusable unusable ->
                throw new Unusable(Messages.english().say(unusable.why()));
            case AnswersJson.Parsed.Read read -> {
                if (!read.ignored().isEmpty()) {
                    spec.commandLine()
                            .getErr()
                            .println("consilium: Not understood in the answers file: "
                                    + String.join(", ", read.ignored()) + ".");
                }
                yield read.answers();
            }
        };
    }

    /** What these files and folders say. */
    static CaseFile caseFile(List<Path> paths) throws IOException, Unusable {
        var files = new LinkedHashSet<Path>();
        for (var path : paths) {
            switch (RecordFiles.under(path)) {
                case RecordFiles.Found found -> files.addAll(found.files());
                case RecordFiles.Unusable unusable -> throw new Unusable(unusable.why());
            }
        }
        var readings = new ArrayList<Reading>();
        for (var file : files) {
            var name = file.getFileName();
            var label = file.toString();
            readings.add(Readers.read(new Content(label, name == null ? label : name.toString(), file)));
        }
        if (!readings.isEmpty() && readings.stream().allMatch(AssessCommand::isUnusable)) {
            throw new Unusable(files.getFirst() + ": "
                    + Messages.english()
                            .say(readings.getFirst().problems().getFirst().message()));
        }
        return CaseFile.of(readings);
    }

    private static boolean isUnusable(Reading reading) {
        return (reading.status() == Status.REFUSED || reading.status() == Status.KEPT)
                && reading.problems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
