package org.consilium.cli;

import java.util.concurrent.Callable;
import org.consilium.knowledge.Holdings;
import org.consilium.knowledge.KnowledgeBase;
import org.consilium.language.Messages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code knowledge}: the version of what the program knows, and how many entries of which kind, origin and strength. */
@Command(
        name = "knowledge",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Says what this program knows: its version, and how many entries of which kind and from where.")
final class KnowledgeCommand implements Callable<Integer> {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Messages SAY = Messages.english();

    @Option(names = "--json", description = "Writes one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var holdings = Holdings.of(KnowledgeBase.load());
        var out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        out.println(json ? json(holdings) : text(holdings));
        out.flush();
        return 0;
    }

    private static String text(Holdings holdings) {
        var lines = new StringBuilder();
        add(lines, SAY.say("know.version", holdings.version()));
        holdings.kinds().forEach((kind, count) -> count(lines, SAY.say("know.kind." + kind.word()), count));
        add(lines, "");
        add(lines, SAY.say("know.tags"));
        holdings.tags().forEach((tag, count) -> count(lines, SAY.say(tag.wording()), count));
        add(lines, "");
        add(lines, SAY.say("know.grades"));
        holdings.grades().forEach((grade, count) -> count(lines, grade + "  " + SAY.say(grade.wording()), count));
        add(lines, "");
        add(
                lines,
                holdings.reviewed() == 0
                        ? SAY.say("know.reviewed.none", holdings.withSource())
                        : SAY.say("know.reviewed", holdings.reviewed(), holdings.withSource()));
        if (holdings.reviewFirst() != null) {
            add(lines, SAY.say("know.reviewBy", holdings.reviewFirst()));
        }
        return lines.toString().stripTrailing();
    }

    private static void count(StringBuilder lines, String name, int count) {
        add(lines, "%7d  %s".formatted(count, name));
    }

    private static void add(StringBuilder lines, String line) {
        lines.append(line).append(System.lineSeparator());
    }

    private static String json(Holdings holdings) {
        var answer = JSON.createObjectNode();
        answer.put("version", holdings.version());
        ObjectNode kinds = answer.putObject("kinds");
        holdings.kinds().forEach((kind, count) -> kinds.put(kind.word(), count));
        ObjectNode tags = answer.putObject("tags");
        holdings.tags().forEach((tag, count) -> tags.put(tag.word(), count));
        ObjectNode grades = answer.putObject("grades");
        holdings.grades().forEach((grade, count) -> grades.put(grade.name(), count));
        answer.put("withSource", holdings.withSource());
        answer.put("reviewed", holdings.reviewed());
        answer.put(
                "reviewFirst",
                holdings.reviewFirst() == null ? null : holdings.reviewFirst().toString());
        answer.put(
                "reviewLast",
                holdings.reviewLast() == null ? null : holdings.reviewLast().toString());
        return JSON.writeValueAsString(answer);
    }
}
