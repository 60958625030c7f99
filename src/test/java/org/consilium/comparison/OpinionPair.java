package org.consilium.comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.consilium.opinions.Opinion;
import org.consilium.opinions.OpinionJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One case of {@code src/test/resources/comparison/pairs}: made-up opinions of made-up doctors, and what a careful reader
 * expects of their comparison. What is expected was written down from the rules of docs/decisions/0007 before the program was
 * run on it.
 *
 * @param group the condition group that a diagnosis of it belongs to
 * @param asks the last part of the keys of questions that must be asked
 */
public record OpinionPair(
        String id,
        String group,
        String about,
        List<Opinion> opinions,
        @Nullable Integer budgetDays,
        String diagnosis,
        String treatment,
        String outcome,
        boolean treatmentChanging,
        boolean thirdAdvised,
        int alarms,
        List<String> asks) {
    private static final List<String> FILES = List.of(
            "cancer", "blood", "heart", "immune", "nerves", "bones", "pelvis", "belly", "organs", "mind", "more");

    /** Every case, file by file. */
    public static List<OpinionPair> all() {
        return FILES.stream().flatMap(OpinionPair::file).toList();
    }

    private static Stream<OpinionPair> file(String name) {
        try (var in =
                Objects.requireNonNull(OpinionPair.class.getResourceAsStream("/comparison/pairs/" + name + ".json"))) {
            return JsonMapper.shared().readTree(in).valueStream().map(OpinionPair::of).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static OpinionPair of(JsonNode json) {
        var expected = json.get("expected");
        return new OpinionPair(
                json.get("id").asString(),
                json.get("group").asString(),
                json.get("about").asString(),
                json.get("opinions").valueStream().map(OpinionPair::opinion).toList(),
                json.has("budgetDays") ? json.get("budgetDays").asInt() : null,
                expected.get("diagnosis").asString(),
                expected.get("treatment").asString(),
                expected.get("outcome").asString(),
                expected.get("treatmentChanging").asBoolean(),
                expected.get("thirdAdvised").asBoolean(),
                expected.get("alarms").asInt(),
                expected.path("asks").valueStream().map(JsonNode::asString).toList());
    }

    private static Opinion opinion(JsonNode json) {
        return switch (OpinionJson.read(json.toString().getBytes(StandardCharsets.UTF_8))) {
            case OpinionJson.Reading.Parsed(var opinion) -> opinion;
            case OpinionJson.Reading.Rejected(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }
}
