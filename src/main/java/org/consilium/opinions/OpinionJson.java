package org.consilium.opinions;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.consilium.language.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An opinion as JSON, in the shape of {@code docs/schemas/opinion.schema.json}. Reading never throws on bad input: it says what
 * is wrong and where.
 */
public final class OpinionJson {
    /** The most bytes an opinion may have. */
    public static final int LARGEST = 1_000_000;

    private static final int MOST_PROBLEMS = 20;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(40)
                            .maxNumberLength(40)
                            .maxStringLength(LARGEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private static final Schema SCHEMA = schema();

    private OpinionJson() {}

    /** What came of reading. */
    public sealed interface Reading {
        /** A whole opinion. */
        record Parsed(Opinion opinion) implements Reading {}

        /** Not an opinion: at least one problem. */
        record Rejected(List<Problem> problems) implements Reading {
            public Rejected {
                problems = List.copyOf(problems);
            }
        }
    }

    /**
     * What is wrong, in plain words.
     *
     * @param at where, as a JSON pointer; empty for the whole
     */
    public record Problem(String at, Message text) {}

    /** Reads one opinion from UTF-8, UTF-16 or UTF-32 JSON. */
    public static Reading read(byte[] json) {
        if (json.length > LARGEST) {
            return rejected("", "opinions.problem.tooLarge", LARGEST / 1000);
        }
        try {
            return read(Objects.requireNonNullElse(MAPPER.readTree(json), MAPPER.missingNode()));
        } catch (JacksonException broken) {
            var place = broken.getLocation();
            return place == null || place.getLineNr() < 1
                    ? rejected("", "opinions.problem.notJson")
                    : rejected("", "opinions.problem.notJsonAt", place.getLineNr(), place.getColumnNr());
        }
    }

    static Reading read(JsonNode root) {
        if (!root.isObject()) {
            return rejected("", root.isMissingNode() ? "opinions.problem.empty" : "opinions.problem.notAnObject");
        }
        var problems = new LinkedHashMap<Problem, Boolean>();
        for (var error : SCHEMA.validate(root)) {
            problems.put(SchemaProblems.plain(error), true);
        }
        var bounded = new ArrayList<>(problems.keySet());
        Bounds.check(root, bounded);
        if (!bounded.isEmpty()) {
            return new Reading.Rejected(bounded.subList(0, Math.min(MOST_PROBLEMS, bounded.size())));
        }
        return new Reading.Parsed(OpinionReader.opinion(root));
    }

    /** The opinion as JSON with the keys in the order of the schema; what is unknown is left out. */
    public static String write(Opinion opinion) {
        return MAPPER.writeValueAsString(OpinionWriter.opinion(opinion)) + "\n";
    }

    /** What {@link #read} has accepted, in UTF-8 without a byte order mark; UTF-8 stays as it was written. */
    static byte[] utf8(byte[] json) {
        if (json.length > 0 && json[0] == '{' && json[1] != 0) {
            return json;
        }
        return MAPPER.readTree(json).toString().getBytes(StandardCharsets.UTF_8);
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    private static Reading rejected(String at, String key, Object... args) {
        return new Reading.Rejected(List.of(new Problem(at, Message.of(key, args))));
    }

    private static Schema schema() {
        try (var in = Objects.requireNonNull(
                OpinionJson.class.getResourceAsStream("/schemas/opinion.schema.json"),
                "the opinion schema is missing")) {
            var config =
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
            var registry = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
            return registry.getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
