package org.consilium.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.consilium.language.Messages;
import org.consilium.opinions.Draft;
import org.consilium.sharing.OpinionFhir;
import org.consilium.sharing.OpinionPdf;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code opinion FILE}: one opinion as a FHIR document, on paper or as JSON. */
@Command(
        name = "opinion",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Writes one opinion as a FHIR document, as a PDF or as JSON. Its signature stays as it was.")
class OpinionCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A file with one opinion, as JSON or as a FHIR document.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--fhir", paramLabel = "OUT", description = "Writes a FHIR R4 document to this file.")
    private @Nullable Path fhir;

    @Option(names = "--pdf", paramLabel = "OUT", description = "Writes a PDF to this file.")
    private @Nullable Path pdf;

    @Option(names = "--json", paramLabel = "OUT", description = "Writes the opinion's own JSON to this file.")
    private @Nullable Path json;

    @Option(names = "--language", paramLabel = "LANG", description = "Language of titles and labels: en or es (en).")
    private String language = "en";

    @Override
    public Integer call() {
        var locale = Messages.SPOKEN.stream()
                .filter(spoken -> spoken.getLanguage().equals(language))
                .findFirst();
        if (locale.isEmpty()) {
            return refuse("--language takes en or es.");
        }
        if (fhir == null && pdf == null && json == null) {
            return refuse("say what to write: --fhir OUT, --pdf OUT or --json OUT.");
        }
        return switch (OneOpinion.read(file)) {
            case OneOpinion.Read.Unusable(var line) -> refuse(line);
            case OneOpinion.Read.Usable usable -> write(usable.whole(), locale.get());
        };
    }

    private int write(Draft whole, Locale locale) {
        var messages = Messages.in(locale);
        var written = new ArrayList<Path>();
        try {
            if (fhir != null) {
                var document = OpinionFhir.write(whole, List.of(), messages);
                written.add(Files.writeString(fhir, document));
            }
            if (pdf != null) {
                var paper = new ByteArrayOutputStream();
                OpinionPdf.write(whole, List.of(), messages, paper);
                written.add(Files.write(pdf, paper.toByteArray()));
            }
            if (json != null) {
                written.add(Files.write(json, whole.json().getBytes(StandardCharsets.UTF_8)));
            }
        } catch (IOException unwritable) {
            return refuse("the file cannot be written: choose another place for it.");
        }
        written.forEach(path -> spec.commandLine().getOut().println(OneOpinion.oneLine(path.toString())));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println("consilium: " + OneOpinion.oneLine(why));
        return Cli.UNUSABLE_INPUT;
    }
}
