package org.consilium.cli;

import java.util.List;
import java.util.Locale;
import org.consilium.clinical.Fact;
import org.consilium.clinical.Value;
import org.consilium.language.Messages;
import org.consilium.records.CaseFile;
import org.consilium.records.Part;
import org.consilium.records.Problem;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was read, as the one JSON object of the command line's contract. Absent values are left out. */
final class ReadJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private ReadJson() {}

    static String of(List<ReadCommand.ReadFile> files, CaseFile caseFile) {
        var object = JSON.createObjectNode();
        var all = object.putArray("files");
        for (var file : files) {
            write(file, all.addObject());
            file.reading().parts().forEach(part -> write(file, part, all.addObject()));
        }
        var facts = object.putArray("facts");
        caseFile.facts().forEach(fact -> write(fact, facts.addObject()));
        caseFile.proposals().forEach(fact -> write(fact, facts.addObject()));
        return JSON.writeValueAsString(object);
    }

    /** One file with its facts, on one line. */
    static String line(ReadCommand.ReadFile file) {
        var object = JSON.createObjectNode();
        var all = object.putArray("files");
        write(file, all.addObject());
        file.reading().parts().forEach(part -> write(file, part, all.addObject()));
        var facts = object.putArray("facts");
        file.reading().facts().forEach(fact -> write(fact, facts.addObject()));
        return JSON.rebuild()
                .disable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(object);
    }

    static void write(ReadCommand.ReadFile file, ObjectNode into) {
        var reading = file.reading();
        into.put("path", file.path())
                .put("format", reading.format().word())
                .put("status", reading.status().word())
                .put("facts", reading.facts().size());
        write(reading.problems(), into);
    }

    /** A file inside of a file: named by both. */
    private static void write(ReadCommand.ReadFile file, Part part, ObjectNode into) {
        into.put(
                        "path",
                        file.path() + "!"
                                + part.place().substring(0, part.place().length() - 1))
                .put("format", part.format().word())
                .put("status", part.status().word())
                .put("facts", part.facts());
        write(part.problems(), into);
    }

    private static void write(List<Problem> all, ObjectNode into) {
        var problems = into.putArray("problems");
        for (Problem problem : all) {
            problems.addObject()
                    .put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
                    .put("message", Messages.english().say(problem.message()))
                    .put("at", problem.at());
        }
    }

    private static void write(Fact fact, ObjectNode into) {
        into.put("kind", fact.kind().word());
        var codes = into.putArray("codes");
        for (var code : fact.codes()) {
            var one = codes.addObject().put("system", code.system()).put("code", code.code());
            if (code.display() != null) {
                one.put("display", code.display());
            }
        }
        into.put("text", fact.text());
        if (fact.date() != null) {
            into.put("date", fact.date().toString());
        }
        into.put("status", fact.status());
        write(fact.value(), into);
        var sources = into.putArray("sources");
        fact.sources()
                .forEach(
                        source -> sources.addObject().put("file", source.file()).put("at", source.at()));
    }

    private static void write(@org.jspecify.annotations.Nullable Value value, ObjectNode into) {
        switch (value) {
            case null -> {
                // nothing was measured
            }
            case Value.Quantity quantity -> {
                if (quantity.comparator() == null) {
                    into.put("value", quantity.number());
                } else {
                    into.put("value", quantity.comparator() + quantity.number().toPlainString());
                }
                if (quantity.unit() != null) {
                    into.put("unit", quantity.unit());
                }
            }
            case Value.Coded coded -> into.put("value", coded.text());
            case Value.Words words -> into.put("value", words.text());
        }
    }
}
