package org.consilium.sharing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.consilium.opinions.Draft;
import org.consilium.samples.SamplePeople;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Opinions to write: those of the project's own cases, and any that the schema allows. */
final class Samples {
    private static final Path PAIRS = Path.of("src/test/resources/comparison/pairs");
    private static final JsonNode SCHEMA = tree(Path.of("docs/schemas/opinion.schema.json"));
    private static final List<String> WORDS = List.of(
            "Cáncer de mama",
            "a<b> & \"c\" 'd' </div><script>alert(1)</script>",
            " spaces around ",
            "two\nlines\r\nand a tab\t.",
            "",
            " ",
            "\u0000\u0007",
            "\ud800",
            "𝒳 ünï \u202e right to left",
            "5 years",
            "http://snomed.info/sct",
            "ICD 10",
            "C50.911",
            "\u00a0",
            "&#0;",
            "null");
    private static final List<String> NUMBERS =
            List.of("0", "1", "0.5", "12.125", "100", "-3", "999999.999999", "1E+3");

    private Samples() {}

    static Draft whole(String json) {
        return new Draft(json.replace('\'', '"'));
    }

    /** Every opinion of every pair the comparison is tested with. */
    static List<Draft> ofPairs() {
        var found = new ArrayList<Draft>();
        for (var file : files(PAIRS, ".json")) {
            for (var pair : tree(file)) {
                pair.path("opinions").forEach(opinion -> found.add(new Draft(opinion.toString())));
            }
        }
        return found;
    }

    /** Every opinion of every sample person. */
    static List<Draft> ofPeople() {
        return SamplePeople.all(LocalDate.of(2026, 3, 2)).stream()
                .flatMap(person -> person.opinions().stream())
                .map(file -> new Draft(file.text()))
                .toList();
    }

    private static List<Path> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode tree(Path file) {
        try {
            return FhirDetails.MAPPER.readTree(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Any opinion the schema allows, with words and numbers that are hard to carry. */
    static Draft any(long seed) {
        return new Draft(value(SCHEMA, "", new Random(seed)).toString());
    }

    private static JsonNode value(JsonNode given, String name, Random random) {
        var shape =
                given.has("$ref") ? SCHEMA.at(given.path("$ref").stringValue().substring(1)) : given;
        if (shape.has("enum")) {
            return shape.path("enum").get(random.nextInt(shape.path("enum").size()));
        }
        var make = FhirDetails.MAPPER.getNodeFactory();
        return switch (shape.path("type").stringValue()) {
            case "object" -> name.equals("signature") ? signature(random) : object(shape, name, random);
            case "array" -> {
                var list = make.arrayNode();
                var least = shape.path("minItems").asInt(0);
                for (var left = least + random.nextInt(3); left > 0; left--) {
                    list.add(value(shape.path("items"), "", random));
                }
                yield list;
            }
            case "boolean" -> make.booleanNode(random.nextBoolean());
            case "integer" -> make.numberNode(1 + random.nextInt(1000));
            case "number" -> make.numberNode(new java.math.BigDecimal(NUMBERS.get(random.nextInt(NUMBERS.size()))));
            default ->
                shape.has("format")
                        ? make.stringNode("20%02d-0%d-1%d"
                                .formatted(random.nextInt(100), 1 + random.nextInt(9), random.nextInt(10)))
                        : make.stringNode(WORDS.get(random.nextInt(WORDS.size())));
        };
    }

    private static ObjectNode object(JsonNode shape, String name, Random random) {
        var object = FhirDetails.MAPPER.createObjectNode();
        var required = shape.path("required").toString() + (name.isEmpty() ? "\"diagnoses\"" : "");
        for (var member : shape.path("properties").properties()) {
            if (required.contains("\"" + member.getKey() + "\"") || random.nextInt(3) > 0) {
                object.set(member.getKey(), value(member.getValue(), member.getKey(), random));
            }
        }
        return object;
    }

    /** Anything may call itself a signature. */
    private static ObjectNode signature(Random random) {
        var signature = FhirDetails.MAPPER.createObjectNode();
        signature.put("algorithm", "Ed25519");
        if (random.nextBoolean()) {
            signature.put("value", random.nextBoolean() ? "QUJD" : "not base64");
            signature.put("signedAt", random.nextBoolean() ? "2026-03-02T10:00:00Z" : "yesterday");
        }
        if (random.nextInt(4) == 0) {
            signature.putObject("a b").putArray("deep").add(1.5).addNull();
        }
        return signature;
    }
}
