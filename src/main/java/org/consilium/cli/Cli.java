package org.consilium.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.consilium.installation.InstallationProblem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. Nothing but {@code serve} starts a server or a database. */
@Command(
        name = "consilium",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        header = "Carries a person through getting a second medical opinion.",
        description = "Without a command it serves: open the printed address in your browser.",
        footer = {"", "From the sources, './consilium dev' serves with pages that change as you edit them."})
public final class Cli {
    /** The input or the way it was asked cannot be used; the person can change it. */
    public static final int UNUSABLE_INPUT = 2;

    private static final int FAILED = 1;
    private static final Set<String> ABOUT_ITSELF = Set.of("--help", "-h", "--version", "-V");

    private Cli() {}

    /** Runs one command to its end and answers with the exit code: 0 done, 1 failed, 2 unusable input. */
    public static int run(List<String> arguments, Program program) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return run(arguments, program, out, err);
    }

    static int run(List<String> arguments, Program program, PrintWriter out, PrintWriter err) {
        return new CommandLine(new Cli())
                .addSubcommand(new ServeCommand(program))
                .addSubcommand(new ReadCommand())
                .addSubcommand(new CompareCommand())
                .addSubcommand(new OpinionCommand())
                .addSubcommand(new VerifyCommand())
                .addSubcommand(new LetterCommand())
                .addSubcommand(new AssessCommand())
                .addSubcommand(new RequestsCommand())
                .addSubcommand(new DemoCommand())
                .addSubcommand(new KnowledgeCommand())
                .addSubcommand(new CommandLine(new LoadCommand()).addSubcommand(new LoadTerminologyCommand()))
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(false)
                .setParameterExceptionHandler((problem, words) -> {
                    err.println("consilium: " + wrongWord(problem) + " See ./consilium --help.");
                    return UNUSABLE_INPUT;
                })
                .setExecutionExceptionHandler((problem, line, parsed) -> tell(problem, err))
                .execute(withCommand(arguments).toArray(String[]::new));
    }

    /** Without a command the words belong to {@code serve}. */
    private static List<String> withCommand(List<String> arguments) {
        if (!arguments.isEmpty()
                && (ABOUT_ITSELF.contains(arguments.getFirst())
                        || !arguments.getFirst().startsWith("-"))) {
            return arguments;
        }
        var words = new ArrayList<>(List.of("serve"));
        words.addAll(arguments);
        return words;
    }

    /** One line; a file's content never appears in it. */
    private static int tell(Exception failure, PrintWriter err) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InstallationProblem problem) {
                err.println("consilium: " + firstLine(problem.getMessage()));
                return UNUSABLE_INPUT;
            }
        }
        if (System.getenv("CONSILIUM_TRACE") != null) {
            failure.printStackTrace(err);
        }
        err.println("consilium: it failed, and that is a fault in the program: "
                + failure.getClass().getSimpleName() + at(failure)
                + ". With CONSILIUM_TRACE=1 it tells more.");
        return FAILED;
    }

    private static String at(Exception problem) {
        for (var frame : problem.getStackTrace()) {
            if (frame.getClassName().startsWith("org.consilium.")) {
                return " at " + frame.getFileName() + ":" + frame.getLineNumber();
            }
        }
        return "";
    }

    private static String wrongWord(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            var kind = unmatched.isUnknownOption() ? "option" : "command or argument";
            return "There is no " + kind + " '" + unmatched.getUnmatched().getFirst() + "'.";
        }
        var line = firstLine(problem.getMessage());
        return line.endsWith(".") ? line : line + ".";
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
