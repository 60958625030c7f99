package org.consilium.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.consilium.comparison.Comparison;
import org.consilium.installation.DataFolder;
import org.consilium.knowledge.Knowledge;
import org.consilium.knowledge.KnowledgeBase;
import org.consilium.language.Messages;
import org.consilium.opinions.Opinion;
import org.consilium.terminology.Crosswalk;
import org.consilium.terminology.Terminologies;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares opinions in files of the shape of {@code docs/schemas/opinion.schema.json}, or in FHIR documents of them. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Shows where two or more doctors' opinions agree and differ, and what to ask each doctor.")
class CompareCommand implements Callable<Integer> {
    private static final int MOST_FILES = 20;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "OPINION",
            arity = "0..*",
            description = "Files with one opinion each, as JSON or as a FHIR document; two or more.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--json", description = "One JSON object on standard output.")
    private boolean json;

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            description = "How many days are left for further opinions, if known.")
    private @Nullable Integer days;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder with loaded terminologies (~/.local/share/consilium).")
    private @Nullable Path data;

    @Override
    public Integer call() {
        if (files.size() < 2) {
            return refuse("compare needs two opinions or more, each in a file of its own.");
        }
        if (files.size() > MOST_FILES) {
            return refuse("compare takes " + MOST_FILES + " opinions at most.");
        }
        var sources = new IdentityHashMap<Opinion, String>();
        var opinions = new ArrayList<Opinion>();
        for (var file : files) {
            switch (OneOpinion.read(file)) {
                case OneOpinion.Read.Unusable unusable -> {
                    return refuse(unusable.line());
                }
                case OneOpinion.Read.Usable usable -> {
                    opinions.add(usable.opinion());
                    sources.put(usable.opinion(), OneOpinion.oneLine(file.toString()));
                }
            }
        }
        return tell(opinions, sources);
    }

    private int tell(List<Opinion> opinions, Map<Opinion, String> sources) {
        var knowledge = KnowledgeBase.load();
        var comparison = Comparison.of(opinions, knowledge, crosswalk(opinions, knowledge), days);
        var out = new ComparisonText(
                comparison, comparison.opinions().stream().map(sources::get).toList(), Messages.english());
        commandSpec().commandLine().getOut().println(json ? out.json() : out.text());
        commandSpec().commandLine().getOut().flush();
        return 0;
    }

    /** With what the loaded terminologies say, when somebody loaded any into the data folder. */
    private Crosswalk crosswalk(List<Opinion> opinions, Knowledge knowledge) {
        var root = data == null ? DataFolder.usual(System.getenv()) : data;
        var codes = opinions.stream()
                .flatMap(opinion -> opinion.diagnoses().stream())
                .flatMap(diagnosis -> diagnosis.codes().stream())
                .toList();
        try (var terminologies = Terminologies.in(LoadTerminologyCommand.terminologies(root))) {
            return terminologies.relating(codes, knowledge.crosswalk());
        }
    }

    private int refuse(String line) {
        commandSpec().commandLine().getErr().println("consilium: " + OneOpinion.oneLine(line));
        return Cli.UNUSABLE_INPUT;
    }

    private CommandSpec commandSpec() {
        if (spec == null) {
            throw new IllegalStateException("picocli fills in the command");
        }
        return spec;
    }
}
