package org.consilium.records;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Sex;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The form in which all but the facts of a reading is stored. */
final class AboutJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.core.json.JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    /** All that is known of a file beside its facts and its state. */
    record About(
            String name,
            Format format,
            Reading.Status status,
            Map<FactKind, Integer> counts,
            List<Problem> problems,
            @Nullable Identity patient,
            @Nullable Message doubt,
            List<Part> parts) {
        static About of(String name, Reading reading, @Nullable Message doubt) {
            var counts = new EnumMap<FactKind, Integer>(FactKind.class);
            reading.facts().forEach(fact -> counts.merge(fact.kind(), 1, Integer::sum));
            return new About(
                    name,
                    reading.format(),
                    reading.status(),
                    counts,
                    reading.problems(),
                    reading.patient(),
                    doubt,
                    reading.parts());
        }
    }

    private AboutJson() {}

    static byte[] write(About about) {
        var json = JSON.createObjectNode();
        json.put("name", about.name());
        json.put("format", about.format().name());
        json.put("status", about.status().name());
        var counts = json.putObject("counts");
        about.counts().forEach((kind, count) -> counts.put(kind.word(), count));
        write(about.problems(), json.putArray("problems"));
        if (!about.parts().isEmpty()) {
            var parts = json.putArray("parts");
            about.parts().forEach(part -> write(part, parts.addObject()));
        }
        if (about.patient() != null) {
            json.set("patient", identity(about.patient()));
        }
        if (about.doubt() != null) {
            json.set("doubt", message(about.doubt()));
        }
        return JSON.writeValueAsBytes(json);
    }

    static About read(byte[] bytes) {
        var json = JSON.readTree(bytes);
        var counts = new EnumMap<FactKind, Integer>(FactKind.class);
        json.path("counts").forEachEntry((kind, count) -> counts.put(FactKind.ofWord(kind), count.intValue()));
        var parts = new ArrayList<Part>();
        json.path("parts").forEach(one -> parts.add(part(one)));
        var patient = json.get("patient");
        var doubt = json.get("doubt");
        return new About(
                json.path("name").stringValue(),
                Format.valueOf(json.path("format").stringValue()),
                Reading.Status.valueOf(json.path("status").stringValue()),
                counts,
                problems(json.path("problems")),
                patient == null ? null : identity(patient),
                doubt == null ? null : message(doubt),
                parts);
    }

    private static void write(List<Problem> problems, ArrayNode into) {
        for (var problem : problems) {
            var one = into.addObject();
            one.put("severity", problem.severity().name());
            one.set("message", message(problem.message()));
            one.put("at", problem.at());
        }
    }

    private static List<Problem> problems(JsonNode array) {
        var problems = new ArrayList<Problem>();
        for (var one : array) {
            problems.add(new Problem(
                    Problem.Severity.valueOf(one.path("severity").stringValue()),
                    message(one.path("message")),
                    one.path("at").stringValue()));
        }
        return problems;
    }

    private static void write(Part part, ObjectNode into) {
        into.put("place", part.place());
        into.put("name", part.name());
        into.put("format", part.format().name());
        into.put("status", part.status().name());
        into.put("facts", part.facts());
        write(part.problems(), into.putArray("problems"));
        if (part.patient() != null) {
            into.set("patient", identity(part.patient()));
        }
    }

    private static Part part(JsonNode json) {
        var patient = json.get("patient");
        return new Part(
                json.path("place").stringValue(),
                json.path("name").stringValue(),
                Format.valueOf(json.path("format").stringValue()),
                Reading.Status.valueOf(json.path("status").stringValue()),
                json.path("facts").intValue(),
                problems(json.path("problems")),
                patient == null ? null : identity(patient));
    }

    /** Equal identities give equal bytes. */
    static byte[] write(Identity identity) {
        return JSON.writeValueAsBytes(identity(identity));
    }

    static Identity readIdentity(byte[] bytes) {
        return identity(JSON.readTree(bytes));
    }

    private static ObjectNode identity(Identity identity) {
        var json = JSON.createObjectNode();
        var names = json.putArray("names");
        identity.names().stream().sorted().distinct().forEach(names::add);
        if (identity.birthDate() != null) {
            json.put("born", identity.birthDate().toString());
        }
        if (identity.sex() != null) {
            json.put("sex", identity.sex().name());
        }
        var identifiers = json.putArray("identifiers");
        identity.identifiers().stream().sorted().distinct().forEach(identifiers::add);
        return json;
    }

    private static Identity identity(JsonNode json) {
        var born = json.get("born");
        var sex = json.get("sex");
        return new Identity(
                words(json.path("names")),
                born == null ? null : PartialDate.parse(born.stringValue()).orElse(null),
                sex == null ? null : Sex.valueOf(sex.stringValue()),
                words(json.path("identifiers")));
    }

    private static List<String> words(JsonNode array) {
        var words = new ArrayList<String>();
        array.forEach(word -> words.add(word.stringValue()));
        return words;
    }

    private static ObjectNode message(Message message) {
        var json = JSON.createObjectNode();
        json.put("key", message.key());
        var args = json.putArray("args");
        message.args().forEach(argument -> add(argument, args));
        return json;
    }

    private static void add(Object argument, ArrayNode args) {
        switch (argument) {
            case Integer number -> args.add(number);
            case Long number -> args.add(number);
            case BigDecimal number -> args.addObject().put("number", number.toString());
            case LocalDate day -> args.addObject().put("day", day.toString());
            case Message nested -> args.add(message(nested));
            default -> args.add(argument.toString());
        }
    }

    private static Message message(JsonNode json) {
        var args = new ArrayList<Object>();
        json.path("args").forEach(argument -> args.add(argument(argument)));
        return new Message(json.path("key").stringValue(), args);
    }

    private static Object argument(JsonNode json) {
        if (json.isInt()) {
            return json.intValue();
        }
        if (json.isLong()) {
            return json.longValue();
        }
        if (json.isString()) {
            return json.stringValue();
        }
        if (json.has("number")) {
            return new BigDecimal(json.path("number").stringValue());
        }
        return json.has("day") ? LocalDate.parse(json.path("day").stringValue()) : message(json);
    }
}
