package org.consilium.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.consilium.language.Messages;
import org.consilium.samples.SamplePeople;
import org.consilium.sharing.SummaryPdf;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: the whole line on a person who is made up, from record files to a decision summary on paper. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Shows the whole way on a made-up person: records, assessment, two opinions, decision summary as PDF.")
class DemoCommand implements Callable<Integer> {
    private static final Messages SAY = Messages.english();

    @Option(names = "--person", paramLabel = "ID", description = "Which made-up person; without it the first one.")
    private @Nullable String id;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder for the PDF; without it a new temporary one.")
    private @Nullable Path folder;

    @Option(names = "--json", description = "Writes one JSON object.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var ids = SamplePeople.ids();
        var chosen = id == null ? ids.getFirst() : id;
        if (!ids.contains(chosen)) {
            return refuse(SAY.say("cli.demo.unknown-person", chosen, String.join(", ", ids)));
        }
        var today = LocalDate.now(ZoneId.systemDefault());
        var run = SampleRun.of(SamplePeople.one(chosen, today), today);
        Path pdf;
        try {
            pdf = write(run, "consilium-demo-" + chosen + ".pdf");
        } catch (IOException noPlace) {
            return refuse(SAY.say("cli.demo.no-place", folder == null ? System.getProperty("java.io.tmpdir") : folder));
        }
        var out = spec.commandLine().getOut();
        out.println(json ? DemoJson.of(run, pdf) : DemoText.of(run, pdf));
        out.flush();
        return 0;
    }

    private Path write(SampleRun run, String name) throws IOException {
        var into = folder == null ? Files.createTempDirectory("consilium-demo-") : Files.createDirectories(folder);
        var pdf = into.resolve(name).toAbsolutePath().normalize();
        try (var out = Files.newOutputStream(pdf)) {
            SummaryPdf.write(run.summary(), SAY, out);
        }
        return pdf;
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println("consilium: " + why.replaceAll("\\p{Cntrl}", "?"));
        return Cli.UNUSABLE_INPUT;
    }
}
