package org.consilium.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.consilium.decision.DecisionRecord;
import org.consilium.decision.Level;
import org.consilium.decision.Option;
import org.consilium.decision.Options;
import org.consilium.decision.Preferences;
import org.consilium.decision.ReadinessCheck;
import org.consilium.decision.ReadinessCheck.Answer;
import org.consilium.decision.StartingGoal;
import org.consilium.samples.SampleFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a sample person wants and decided, made up like the person. */
record SampleDecision(Preferences preferences, DecisionRecord decision) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @throws IllegalStateException when the file names an option that no opinion speaks of: a fault in the program */
    static SampleDecision of(SampleFile file, Options options) {
        var root = JSON.readTree(file.text());
        var goals = new ArrayList<Preferences.Goal>();
        for (var goal : root.path("goals")) {
            goals.add(goal(goal));
        }
        var levels = new ArrayList<Preferences.Placed>();
        for (var level : root.path("levels")) {
            levels.add(new Preferences.Placed(
                    id(word(level, "option"), options),
                    word(level, "goal"),
                    Level.set(level.path("level").asDouble())));
        }
        return new SampleDecision(new Preferences(goals, levels), decision(root, options));
    }

    private static Preferences.Goal goal(JsonNode goal) {
        var id = word(goal, "id");
        var swing = goal.path("swing").asInt();
        return StartingGoal.of(id)
                .map(known -> Preferences.Goal.of(known, swing))
                .orElseGet(() -> Preferences.Goal.own(id, word(goal, "words"), swing));
    }

    private static DecisionRecord decision(JsonNode root, Options options) {
        var decision = root.path("decision");
        var copies = new ArrayList<String>();
        for (var copy : decision.path("copies")) {
            copies.add(copy.asString());
        }
        return new DecisionRecord(
                decision.hasNonNull("option") ? id(word(decision, "option"), options) : null,
                word(decision, "choice"),
                word(decision, "why"),
                word(decision, "helpers"),
                word(decision, "notKnown"),
                List.copyOf(copies),
                LocalDate.parse(word(decision, "on")),
                check(root.path("before")),
                check(root.path("after")));
    }

    private static @Nullable ReadinessCheck check(JsonNode check) {
        return check.isObject()
                ? new ReadinessCheck(
                        answer(check, "options"),
                        answer(check, "goodAndBad"),
                        answer(check, "whatMatters"),
                        answer(check, "support"),
                        LocalDate.parse(word(check, "on")))
                : null;
    }

    private static Answer answer(JsonNode check, String question) {
        return Answer.valueOf(word(check, question).toUpperCase(Locale.ROOT));
    }

    /** The option that a doctor gives these words, or waiting by its own id. */
    private static String id(String words, Options options) {
        return options.options().stream()
                .filter(option -> option.id().equals(words)
                        || option.voices().stream()
                                .anyMatch(voice -> voice.treatment().text().equals(words)))
                .map(Option::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no doctor of the sample speaks of this option"));
    }

    private static String word(JsonNode node, String name) {
        return node.path(name).asString();
    }
}
