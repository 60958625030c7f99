package org.consilium.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.consilium.installation.DataFolder;
import org.consilium.knowledge.KnowledgeBase;
import org.consilium.language.Messages;
import org.consilium.letters.LetterJson;
import org.consilium.letters.LetterReader;
import org.consilium.letters.LetterReading;
import org.consilium.records.Content;
import org.consilium.records.DocumentWords;
import org.consilium.terminology.Terminologies;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code letter FILE}: the fields of an opinion that a doctor's letter seems to say; a person confirms them on the pages. */
@Command(
        name = "letter",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Reads a doctor's letter and shows what it seems to say, field by field with the sentence, to be checked.")
class LetterCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The letter: PDF, DOCX, RTF, HTML, text, FHIR or C-CDA.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--json", description = "One JSON object on standard output.")
    private boolean json;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder with loaded terminologies (~/.local/share/consilium).")
    private @Nullable Path data;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) {
            return refuse(file + ": there is no such file.");
        }
        var name = file.getFileName();
        var words = DocumentWords.of(new Content(file.toString(), name == null ? "" : name.toString(), file));
        if (words.isBlank()) {
            return refuse(file + ": " + Messages.english().say(words.why()));
        }
        var root = data == null ? DataFolder.usual(System.getenv()) : data;
        try (var terminologies = Terminologies.in(LoadTerminologyCommand.terminologies(root))) {
            var reading = new LetterReader(KnowledgeBase.load(), terminologies).read(words.lines(), words.entries());
            spec.commandLine().getOut().println(json ? LetterJson.fields(reading) : table(reading));
        }
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static String table(LetterReading reading) {
        var table = new StringBuilder(
                "What this letter seems to say. Nothing of it counts until a person has checked it.\n");
        for (var proposal : reading.proposals()) {
            table.append(proposal.path())
                    .append(" = ")
                    .append(proposal.value())
                    .append("\n    ")
                    .append(proposal.at())
                    .append(": ")
                    .append(reading.sentence(proposal))
                    .append('\n');
        }
        return table.toString().replaceAll("[\\p{Cntrl}&&[^\\n]]", "?").stripTrailing();
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println("consilium: " + why.replaceAll("\\p{Cntrl}", "?"));
        return Cli.UNUSABLE_INPUT;
    }
}
