package org.consilium.opinions;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.Objects;
import org.consilium.language.Message;
import org.consilium.opinions.OpinionJson.Problem;
import tools.jackson.databind.JsonNode;

/** Says in plain words what a schema check found. */
final class SchemaProblems {
    private static final int LONGEST_ECHO = 40;

    private SchemaProblems() {}

    static Problem plain(Error error) {
        var at = pointer(error);
        var field = Objects.requireNonNullElse(error.getProperty(), "");
        return switch (Objects.requireNonNullElse(error.getKeyword(), "")) {
            case "required" -> missing(at, field);
            case "anyOf" -> new Problem("", Message.of("opinions.problem.noConclusion"));
            case "format" -> new Problem(at, Message.of("opinions.problem.notADate"));
            case "enum" -> new Problem(at, Message.of("opinions.problem.unknownWord", echo(error), allowed(error)));
            case "additionalProperties" -> new Problem(at, Message.of("opinions.problem.unknownField", clip(field)));
            case "type" -> new Problem(at, Message.of("opinions.problem.type." + type(error)));
            case "minItems" -> new Problem(at, Message.of("opinions.problem.emptyList"));
            case "minimum" -> new Problem(at, Message.of("opinions.problem.tooSmall"));
            default -> new Problem(at, Message.of("opinions.problem.other"));
        };
    }

    private static Problem missing(String at, String field) {
        if (at.isEmpty() && (field.equals("diagnoses") || field.equals("treatments"))) {
            return new Problem("", Message.of("opinions.problem.noConclusion"));
        }
        if (field.equals("author") || (at.equals("/author") && field.equals("name"))) {
            return new Problem(at, Message.of("opinions.problem.noAuthor"));
        }
        if (at.isEmpty() && field.equals("date")) {
            return new Problem(at, Message.of("opinions.problem.noDate"));
        }
        return new Problem(at, Message.of("opinions.problem.missing", clip(field)));
    }

    /** The place of the error as a JSON pointer. */
    private static String pointer(Error error) {
        var path = error.getInstanceLocation();
        var pointer = new StringBuilder();
        for (var i = 0; i < path.getNameCount(); i++) {
            pointer.append('/').append(path.getName(i).replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    private static String echo(Error error) {
        var node = error.getInstanceNode();
        return node == null ? "" : clip(node.isString() ? node.stringValue() : node.toString());
    }

    private static String allowed(Error error) {
        var words = new ArrayList<String>();
        var schema = error.getSchemaNode();
        if (schema != null && schema.isArray()) {
            for (JsonNode word : schema) {
                words.add(word.asString());
            }
        }
        return String.join(", ", words);
    }

    private static String type(Error error) {
        var schema = error.getSchemaNode();
        var wanted = schema == null ? "" : schema.asString("");
        return switch (wanted) {
            case "string", "integer", "number", "boolean", "array", "object" -> wanted;
            default -> "other";
        };
    }

    private static String clip(String text) {
        var line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_ECHO ? line : line.substring(0, LONGEST_ECHO) + "…";
    }
}
