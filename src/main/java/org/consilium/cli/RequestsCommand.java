package org.consilium.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.consilium.cli.AssessCommand.Unusable;
import org.consilium.knowledge.AccessRight;
import org.consilium.knowledge.Knowledge;
import org.consilium.knowledge.KnowledgeBase;
import org.consilium.language.Messages;
import org.consilium.requests.Department;
import org.consilium.requests.Details;
import org.consilium.requests.Gaps;
import org.consilium.requests.Letter;
import org.consilium.requests.Wanted;
import org.consilium.sharing.LetterPdf;
import org.consilium.triage.Answers;
import org.consilium.triage.Triage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code requests FILE|DIR...}: letters that ask for the records a specialist would miss, one for each department. */
@Command(
        name = "requests",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Writes letters that ask for the records a specialist would miss.")
class RequestsCommand implements Callable<Integer> {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Parameters(paramLabel = "FILE|DIR", arity = "1..*", description = "Record files, or folders with them.")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--country", paramLabel = "CODE", description = "Whose law the letters cite, like US, ES or GB.")
    private @Nullable String country;

    @Option(names = "--language", paramLabel = "CODE", description = "Of the letters: en or es.")
    private String language = "en";

    @Option(names = "--on", paramLabel = "DATE", description = "The day on the letters; today if not given.")
    private @Nullable String on;

    @Option(names = "--pdf", paramLabel = "DIR", description = "Also writes each letter as a PDF into this folder.")
    private @Nullable Path pdf;

    @Option(names = "--json", description = "Writes one JSON object.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** A letter with what it asks for. */
    private record Written(Department department, List<Wanted> wanted, Letter letter) {}

    @Override
    public Integer call() throws IOException {
        try {
            var today = AssessCommand.day(on);
            var knowledge = KnowledgeBase.load();
            var file = AssessCommand.caseFile(paths);
            var messages = Messages.in(Locale.of(language));
            var completeness =
                    Triage.assess(file, Answers.NONE, knowledge, today).completeness();
            if (completeness == null) {
                throw new Unusable("These records name no condition with a list of what a specialist needs.");
            }
            var gaps = Gaps.of(completeness);
            var all = gaps.toAsk().stream().map(state -> state.item().id()).toList();
            var born = file.birthDate() == null ? "" : file.birthDate().toString();
            var letters = gaps.wanted(all).entrySet().stream()
                    .map(each -> new Written(
                            each.getKey(),
                            each.getValue(),
                            Letter.of(details(each.getKey(), each.getValue(), born, knowledge), knowledge, today)))
                    .toList();
            if (pdf != null) {
                print(letters, pdf, messages);
            }
            var out = spec.commandLine().getOut();
            out.println(json ? json(completeness.group(), letters, messages) : text(letters, messages));
            out.flush();
            return 0;
        } catch (Unusable unusable) {
            return AssessCommand.refuse(spec, unusable);
        }
    }

    private Details details(Department department, List<Wanted> wanted, String born, Knowledge knowledge) {
        var right = knowledge
                .accessRightIn(country == null ? null : country.toUpperCase(Locale.ROOT))
                .map(AccessRight::id)
                .orElse("");
        return new Details("", department, wanted, right, "", born, "", "", "", null, language);
    }

    private static void print(List<Written> letters, Path folder, Messages messages) throws IOException, Unusable {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new Unusable(folder + " is no folder.");
        }
        Files.createDirectories(folder);
        for (var written : letters) {
            var file = folder.resolve("letter-" + written.department().word() + ".pdf");
            try (var out = Files.newOutputStream(file)) {
                LetterPdf.write(written.letter(), messages, out);
            }
        }
    }

    private static String text(Letter letter, Messages messages) {
        var lines = new ArrayList<String>();
        lines.add(messages.day(letter.on()));
        lines.add(messages.say(letter.to()));
        lines.add(messages.say("requests.letter.title"));
        letter.opening().forEach(line -> lines.add(messages.say(line)));
        lines.add(messages.say("requests.letter.please") + ":");
        letter.items().forEach(line -> lines.add("- " + messages.say(line)));
        letter.closing().forEach(line -> lines.add(messages.say(line)));
        lines.add(messages.say("requests.letter.sign"));
        return String.join("\n", lines);
    }

    private static String text(List<Written> letters, Messages messages) {
        return letters.isEmpty()
                ? messages.say("requests.nothing")
                : String.join(
                        "\n\n",
                        letters.stream()
                                .map(written -> text(written.letter(), messages))
                                .toList());
    }

    private static String json(String group, List<Written> letters, Messages messages) {
        var root = JSON.createObjectNode().put("group", group);
        var array = root.putArray("letters");
        for (var written : letters) {
            var object = array.addObject()
                    .put("department", written.department().word())
                    .put("text", text(written.letter(), messages));
            var items = object.putArray("items");
            written.wanted()
                    .forEach(wanted -> items.addObject()
                            .put("id", wanted.item())
                            .put("status", wanted.status().word()));
        }
        return JSON.writeValueAsString(root);
    }
}
