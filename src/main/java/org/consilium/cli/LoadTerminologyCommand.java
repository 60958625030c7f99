package org.consilium.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.consilium.installation.DataFolder;
import org.consilium.language.Messages;
import org.consilium.terminology.LoadedVocabulary;
import org.consilium.terminology.Terminologies;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code load terminology FILE...}: official terminology files, also while the program is serving. */
@Command(
        name = "terminology",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Loads official terminology files into the data folder. Loading the same vocabulary again replaces it, also while"
                    + " the program runs. What a file is, is told by its content:",
            "ICD-10-CM order file or tabular XML; Mondo, DOID or HPO as OBO or JSON graph; SSSOM mappings; Orphadata XML"
                    + " (names, prevalence); NUCC CSV; LOINC CSV; a SNOMED CT RF2 release (folder or ZIP), for those"
                    + " licensed. gzip files are unpacked."
        })
final class LoadTerminologyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files as their publishers give them out.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--list", description = "Shows what is loaded.")
    private boolean list;

    @Option(names = "--remove", paramLabel = "NAME", description = "Takes a vocabulary out of use.")
    private @Nullable String remove;

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder (~/.local/share/consilium).")
    private @Nullable Path data;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (files.isEmpty() && !list && remove == null) {
            return refuse("Name the files to load, or --list.");
        }
        for (var file : files) {
            if (!Files.isReadable(file)) {
                return refuse("There is no file " + file + " that can be read.");
            }
        }
        var folder = DataFolder.open(data == null ? DataFolder.usual(System.getenv()) : data);
        try (var terminologies = Terminologies.in(terminologies(folder.root()))) {
            if (remove != null && !terminologies.remove(remove)) {
                return refuse("No vocabulary " + remove + " is loaded. See --list.");
            }
            for (var file : files) {
                switch (load(terminologies, file)) {
                    case Terminologies.Loading.Done(var vocabulary) -> say("Loaded " + line(vocabulary));
                    case Terminologies.Loading.Refused(var why) -> {
                        return refuse(file + ": " + Messages.english().say(why));
                    }
                }
            }
            if (list) {
                terminologies.loaded().forEach(vocabulary -> say(line(vocabulary)));
            }
        }
        return 0;
    }

    /** Where the vocabularies of a data folder are. */
    static Path terminologies(Path root) {
        return root.resolve("terminology");
    }

    private Terminologies.Loading load(Terminologies terminologies, Path file) {
        var err = line().getErr();
        var loading = terminologies.load(file, count -> {
            if (isWatched()) {
                err.print("\r" + file.getFileName() + ": " + count + " entries");
                err.flush();
            }
        });
        if (isWatched()) {
            err.print("\r");
            err.flush();
        }
        return loading;
    }

    /** True when a person looks on. */
    @SuppressWarnings("SystemConsoleNull") // null where the JDK brings no console along
    private static boolean isWatched() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    private static String line(LoadedVocabulary it) {
        return it.name() + (it.version().isEmpty() ? "" : " " + it.version()) + ": " + it.concepts() + " concepts, "
                + it.names() + " names, " + it.parents() + " is-a, " + it.mappings() + " mappings (" + it.file() + ")";
    }

    private void say(String text) {
        line().getOut().println(text);
        line().getOut().flush();
    }

    private int refuse(String why) {
        line().getErr().println("consilium: " + why.replaceAll("\\p{Cntrl}", "?"));
        return Cli.UNUSABLE_INPUT;
    }

    private picocli.CommandLine line() {
        if (spec == null) {
            throw new IllegalStateException("picocli fills in the command");
        }
        return spec.commandLine();
    }
}
