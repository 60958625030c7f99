package org.consilium.triage;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.consilium.clinical.Code;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers as JSON: the answers file of the command line, and how they are stored. Reading what was written gives the same. */
public final class AnswersJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 1_000_000;
    private static final Set<String> KNOWN = Set.of(
            "symptoms",
            "planned",
            "feelsUninformed",
            "notImproving",
            "treatmentDate",
            "clockStart",
            "pregnant",
            "conditions",
            "risk",
            "country",
            "state");

    private AnswersJson() {}

    /** What came of reading. */
    public sealed interface Parsed {
        /** @param ignored names this version does not know; nothing was taken from them */
        record Read(Answers answers, List<String> ignored) implements Parsed {}

        /** Nothing was taken; one sentence on what is wrong and where. */
        record Unusable(Message why) implements Parsed {}
    }

    /** Never throws. */
    public static Parsed read(String json) {
        if (json.length() > LONGEST) {
            return unusable("too-long", "");
        }
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException notJson) {
            return unusable("not-json", "");
        }
        if (!root.isObject()) {
            return unusable("not-json", "");
        }
        try {
            var ignored = root.propertyNames().stream()
                    .filter(name -> !KNOWN.contains(name))
                    .toList();
            return new Parsed.Read(answers(root), ignored);
        } catch (Misfit misfit) {
            return unusable(misfit.key, misfit.at);
        }
    }

    private static Parsed unusable(String key, String at) {
        return new Parsed.Unusable(Message.of("triage.answers." + key, at));
    }

    /** Ends the reading of a file at its first mistake; never leaves this class. */
    private static final class Misfit extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String key;
        private final String at;

        Misfit(String key, String at) {
            super(key, null, false, false);
            this.key = key;
            this.at = at;
        }
    }

    private static Answers answers(JsonNode root) {
        var symptoms = new ArrayList<String>();
        list(root, "symptoms").forEach(symptom -> symptoms.add(text(symptom, "symptoms")));
        var planned = new ArrayList<Answers.Planned>();
        list(root, "planned").forEach(plan -> planned.add(planned(plan)));
        return new Answers(
                symptoms,
                planned,
                flag(root, "feelsUninformed"),
                since(root.path("notImproving")),
                date(root, "treatmentDate", "treatmentDate"),
                date(root, "clockStart", "clockStart"),
                flag(root, "pregnant"),
                codes(root, "conditions"),
                word(root, "risk"),
                word(root, "country"),
                word(root, "state"));
    }

    private static Answers.Planned planned(JsonNode plan) {
        if (plan.isString()) {
            return new Answers.Planned(text(plan, "planned"), List.of(), null);
        }
        if (!plan.isObject()) {
            throw new Misfit("wrong-kind", "planned");
        }
        var codes = codes(plan, "codes");
        var named = word(plan, "text");
        var text = named != null
                ? named
                : codes.isEmpty() ? null : codes.getFirst().display();
        if (text == null && codes.isEmpty()) {
            throw new Misfit("wrong-kind", "planned.text");
        }
        return new Answers.Planned(
                text == null ? codes.getFirst().code() : text, codes, date(plan, "date", "planned.date"));
    }

    private static @Nullable LocalDate since(JsonNode notImproving) {
        if (isAbsent(notImproving)) {
            return null;
        }
        if (notImproving.isObject()) {
            return date(notImproving, "since", "notImproving.since");
        }
        throw new Misfit("wrong-kind", "notImproving");
    }

    private static List<JsonNode> list(JsonNode from, String name) {
        var node = from.path(name);
        if (isAbsent(node)) {
            return List.of();
        }
        if (!node.isArray()) {
            throw new Misfit("wrong-kind", name);
        }
        return List.copyOf(node.values());
    }

    /** Each {@code {system, code, display}}, or {@code "system|code"}. */
    private static List<Code> codes(JsonNode from, String name) {
        return list(from, name).stream().map(node -> code(node, name)).toList();
    }

    private static Code code(JsonNode node, String at) {
        if (node.isString() && node.asString().contains("|")) {
            var parts = node.asString().split("\\|", 2);
            return Code.of(parts[0].strip(), parts[1].strip());
        }
        var system = node.isObject() ? word(node, "system") : null;
        var code = node.isObject() ? word(node, "code") : null;
        if (system == null || code == null) {
            throw new Misfit("wrong-kind", at);
        }
        return new Code(system, code, word(node, "display"));
    }

    private static @Nullable Boolean flag(JsonNode from, String name) {
        var node = from.path(name);
        if (isAbsent(node)) {
            return null;
        }
        if (!node.isBoolean()) {
            throw new Misfit("wrong-kind", name);
        }
        return node.asBoolean();
    }

    private static @Nullable String word(JsonNode from, String name) {
        var node = from.path(name);
        return isAbsent(node) ? null : text(node, name);
    }

    private static String text(JsonNode node, String at) {
        if (!node.isString()) {
            throw new Misfit("wrong-kind", at);
        }
        return node.asString();
    }

    private static @Nullable LocalDate date(JsonNode from, String name, String at) {
        var written = word(from, name);
        if (written == null) {
            return null;
        }
        try {
            return LocalDate.parse(written.strip());
        } catch (DateTimeParseException noDate) {
            throw new Misfit("no-date", at);
        }
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    /** One JSON object; what is absent is left out. */
    public static String write(Answers answers) {
        var root = JSON.createObjectNode();
        var symptoms = root.putArray("symptoms");
        answers.symptoms().forEach(symptoms::add);
        var planned = root.putArray("planned");
        for (var plan : answers.planned()) {
            var into = planned.addObject().put("text", plan.text());
            write(plan.codes(), into, "codes");
            put(into, "date", plan.date());
        }
        put(root, "feelsUninformed", answers.feelsUninformed());
        if (answers.notImprovingSince() != null) {
            put(root.putObject("notImproving"), "since", answers.notImprovingSince());
        }
        put(root, "treatmentDate", answers.treatmentDate());
        put(root, "clockStart", answers.clockStart());
        put(root, "pregnant", answers.pregnant());
        write(answers.conditions(), root, "conditions");
        put(root, "risk", answers.risk());
        put(root, "country", answers.country());
        put(root, "state", answers.state());
        return JSON.writeValueAsString(root);
    }

    private static void write(List<Code> codes, ObjectNode into, String name) {
        var list = into.putArray(name);
        for (var code : codes) {
            var one = list.addObject().put("system", code.system()).put("code", code.code());
            put(one, "display", code.display());
        }
    }

    private static void put(ObjectNode into, String name, @Nullable Object value) {
        if (value instanceof Boolean flag) {
            into.put(name, flag);
        } else if (value != null) {
            into.put(name, Objects.toString(value));
        }
    }
}
