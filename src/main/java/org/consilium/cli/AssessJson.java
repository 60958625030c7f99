package org.consilium.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.consilium.language.Messages;
import org.consilium.triage.Assessment;
import org.consilium.triage.Assessment.Completeness;
import org.consilium.triage.Assessment.Reason;
import org.consilium.triage.Assessment.TimeBudget;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An assessment, as the one JSON object of the command line's contract. Words are English. */
final class AssessJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private AssessJson() {}

    static String of(Assessment assessment) {
        return JSON.writeValueAsString(tree(assessment));
    }

    static ObjectNode tree(Assessment assessment) {
        var root = JSON.createObjectNode();
        var urgency = assessment.urgency();
        root.put("urgency", urgency == null ? "unknown" : urgency.name());
        root.put("verdict", assessment.verdict().word());
        var emergencies = root.putArray("emergencies");
        for (var emergency : assessment.emergencies()) {
            emergencies
                    .addObject()
                    .put("id", emergency.flag().id())
                    .put("text", emergency.flag().text().en())
                    .put("because", oneLine(emergency.because()));
        }
        var triggers = root.putArray("triggers");
        for (var trigger : assessment.triggers()) {
            var because = triggers.addObject()
                    .put("id", trigger.id())
                    .put("met", trigger.met().word())
                    .putArray("because");
            trigger.because().forEach(reason -> because.add(say(reason)));
        }
        if (assessment.windows().isEmpty()) {
            root.putNull("window");
        } else {
            window(assessment.windows().getFirst(), root.putObject("window"));
        }
        completeness(assessment.completeness(), root);
        return root;
    }

    private static void window(TimeBudget budget, ObjectNode into) {
        var window = budget.window();
        var isNumbered = !window.urgency().isEmergency();
        into.put("id", window.id());
        put(into, "days", isNumbered ? window.days() : null);
        if (budget.clockStart() == null) {
            into.putNull("clockStart");
        } else {
            into.put("clockStart", budget.clockStart().toString());
        }
        put(into, "elapsed", budget.elapsed());
        put(into, "remaining", budget.remaining());
        put(into, "budget", budget.budget());
        into.put("advice", budget.advice().word());
        into.put("source", window.provenance().source());
    }

    private static void put(ObjectNode into, String name, @Nullable Integer number) {
        if (number == null) {
            into.putNull(name);
        } else {
            into.put(name, number);
        }
    }

    private static void completeness(@Nullable Completeness completeness, ObjectNode root) {
        if (completeness == null) {
            root.putNull("completeness");
            return;
        }
        var object = root.putObject("completeness")
                .put("group", completeness.group())
                .put("score", completeness.score());
        var items = object.putArray("items");
        for (var item : completeness.items()) {
            items.addObject()
                    .put("id", item.item().id())
                    .put("status", item.status().word())
                    .put("because", oneLine(item.because()));
        }
        var repeats = object.putArray("repeats");
        for (var repeat : completeness.repeats()) {
            var source = repeat.fact().sources().getFirst();
            repeats.addObject()
                    .put("id", repeat.item().id())
                    .put("test", repeat.fact().text())
                    .put("date", String.valueOf(repeat.fact().date()))
                    .put("place", repeat.place())
                    .put("file", source.file())
                    .put("at", source.at())
                    .put("imagesToGet", repeat.imagesToGet());
        }
        object.put("repeatsText", repeatsText(completeness));
    }

    private static String repeatsText(Completeness completeness) {
        return Messages.english()
                .say(completeness.repeats().isEmpty() ? "requests.repeats.none" : "requests.repeats.text");
    }

    private static String oneLine(List<Reason> reasons) {
        return reasons.stream().map(AssessJson::say).collect(Collectors.joining(" "));
    }

    /** The reason in words, with the record it stands in: its name, its date as far as known, its file. */
    static String say(Reason reason) {
        var said = Messages.english().say(reason.text());
        var fact = reason.fact();
        if (fact == null) {
            return said;
        }
        var date = fact.date() == null ? "no date" : fact.date().withoutTime().toString();
        return said + " [" + fact.text() + ", " + date + ", "
                + fact.sources().getFirst().file() + "]";
    }
}
