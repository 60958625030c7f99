package org.consilium.opinions;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An opinion that is being written: any part of it may still be missing or wrong. Places are JSON pointers into the schema of
 * an opinion, for example {@code /diagnoses/0/text}.
 *
 * @param json a JSON object
 */
public record Draft(String json) {
    public static final Draft EMPTY = new Draft("{}");

    private static final int DEEPEST = 8;
    private static final int LONGEST_LIST = 200;
    private static final Pattern STEP = Pattern.compile("[A-Za-z]{1,40}|0|[1-9]\\d{0,2}");
    private static final Set<String> WHOLE =
            Set.of("of", "order", "withinDays", "visits", "nights", "daysOffWork", "year");
    private static final Set<String> NUMBER = Set.of("count", "low", "high", "without", "amount", "travelKm");
    private static final Set<String> YES_NO = Set.of("examinedPatient", "knewFirstOpinion", "lasting");

    /** @throws IllegalArgumentException when this is no JSON object or longer than an opinion may be */
    public Draft {
        if (json.length() > OpinionJson.LARGEST || parse(json).isEmpty()) {
            throw new IllegalArgumentException(
                    "a draft is a JSON object of at most " + OpinionJson.LARGEST + " characters");
        }
    }

    /** The draft a finished opinion becomes when it is changed again. */
    public static Draft of(Opinion opinion) {
        return new Draft(OpinionWriter.opinion(opinion).toString());
    }

    /** A document that {@link OpinionJson#read} has accepted, signature and all. */
    public static Draft ofWhole(byte[] json) {
        return new Draft(new String(OpinionJson.utf8(json), StandardCharsets.UTF_8));
    }

    /**
     * With this answer at this place; a blank answer takes the place away. Numbers and yes or no become what the schema wants;
     * words that are neither are kept as they are, and {@link #finish} says what is wrong with them.
     *
     * @throws IllegalArgumentException when the place is no pointer a form could have
     */
    public Draft with(String pointer, String answer) {
        if (answer.isBlank()) {
            return without(pointer);
        }
        var steps = steps(pointer);
        var root = tree();
        JsonNode node = root;
        for (var i = 0; i < steps.size() - 1; i++) {
            node = child(node, steps.get(i), isIndex(steps.get(i + 1)));
        }
        put(node, steps.getLast(), value(steps.getLast(), answer.strip()));
        return new Draft(root.toString());
    }

    /** Without what is at this place; what follows it in a list moves up, and what is left empty goes too. */
    public Draft without(String pointer) {
        var root = tree();
        remove(root, steps(pointer));
        return new Draft(root.toString());
    }

    /** What stands at this place, as the form shows it. */
    public Optional<String> answer(String pointer) {
        var node = tree().at(pointer);
        return node.isMissingNode() || node.isContainer() || node.isNull()
                ? Optional.empty()
                : Optional.of(node.isNumber() ? node.decimalValue().toPlainString() : node.asString());
    }

    /** How many entries the list at this place has. */
    public int size(String pointer) {
        var node = tree().at(pointer);
        return node.isArray() ? node.size() : 0;
    }

    /** The opinion, or what is still missing or wrong. */
    public OpinionJson.Reading finish() {
        return OpinionJson.read(tree());
    }

    private ObjectNode tree() {
        return parse(json).orElseThrow();
    }

    private static Optional<ObjectNode> parse(String json) {
        try {
            return OpinionJson.MAPPER.readTree(json) instanceof ObjectNode object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    private static List<String> steps(String pointer) {
        var steps = pointer.startsWith("/") ? List.of(pointer.substring(1).split("/", -1)) : List.<String>of();
        if (steps.isEmpty()
                || steps.size() > DEEPEST
                || isIndex(steps.getFirst())
                || !steps.stream().allMatch(step -> STEP.matcher(step).matches())) {
            throw new IllegalArgumentException("not a place in an opinion");
        }
        return steps;
    }

    private static boolean isIndex(String step) {
        return Character.isDigit(step.charAt(0));
    }

    private static JsonNode child(JsonNode node, String step, boolean list) {
        var existing = isIndex(step) ? node.get(Integer.parseInt(step)) : node.get(step);
        if (existing != null && (list ? existing.isArray() : existing.isObject())) {
            return existing;
        }
        JsonNode made = list ? JsonNodeFactory.instance.arrayNode() : JsonNodeFactory.instance.objectNode();
        return put(node, step, made);
    }

    private static JsonNode put(JsonNode node, String step, JsonNode value) {
        if (node instanceof ObjectNode object && !isIndex(step)) {
            object.set(step, value);
            return value;
        }
        if (node instanceof ArrayNode array && isIndex(step)) {
            var index = Integer.parseInt(step);
            if (index >= LONGEST_LIST || index > array.size()) {
                throw new IllegalArgumentException("entries of a list are filled one after the other");
            }
            if (index == array.size()) {
                array.add(value);
            } else {
                array.set(index, value);
            }
            return value;
        }
        throw new IllegalArgumentException("not a place in an opinion");
    }

    private static void remove(JsonNode node, List<String> steps) {
        var step = steps.getFirst();
        var child = isIndex(step) ? node.get(Integer.parseInt(step)) : node.get(step);
        if (child == null) {
            return;
        }
        if (steps.size() > 1) {
            remove(child, steps.subList(1, steps.size()));
        }
        if (steps.size() == 1 || (child.isObject() && child.isEmpty()) || (child.isArray() && child.isEmpty())) {
            switch (node) {
                case ObjectNode object -> object.remove(step);
                case ArrayNode array -> array.remove(Integer.parseInt(step));
                default -> throw new IllegalStateException("only lists and objects have children");
            }
        }
    }

    private static JsonNode value(String field, String answer) {
        var make = JsonNodeFactory.instance;
        if (YES_NO.contains(field) && (answer.equals("true") || answer.equals("false"))) {
            return make.booleanNode(answer.equals("true"));
        }
        if (WHOLE.contains(field) && answer.matches("-?\\d{1,9}")) {
            return make.numberNode(Integer.parseInt(answer));
        }
        if (NUMBER.contains(field) && answer.matches("-?\\d{1,15}([.,](\\d{1,2}|\\d{4,6}))?")) {
            return make.numberNode(new BigDecimal(answer.replace(',', '.')));
        }
        return make.stringNode(answer);
    }
}
