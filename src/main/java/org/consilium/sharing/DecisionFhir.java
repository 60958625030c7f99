package org.consilium.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.consilium.decision.DecisionRecord;
import org.consilium.decision.DecisionSummary;
import org.consilium.decision.DecisionSummary.OptionLine;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.sharing.Worded.Block;
import org.consilium.sharing.Worded.Line;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a person decided, as a FHIR R4 document: a Composition that they wrote themselves, a Goal for each thing that matters to
 * them, and a CarePlan with an activity for each option. The person is not named, and neither is the title they gave the case.
 */
public final class DecisionFhir {
    private final DecisionSummary summary;
    private final DecisionRecord decision;
    private final Messages messages;
    private final FhirDocument document;

    private DecisionFhir(DecisionSummary summary, DecisionRecord decision, Messages messages) {
        this.summary = summary;
        this.decision = decision;
        this.messages = messages;
        this.document = new FhirDocument(summary.made(), messages);
    }

    /**
     * The same summary in the same language gives the same document.
     *
     * @throws IllegalArgumentException when nothing was decided yet
     */
    public static String write(DecisionSummary summary, Messages messages) {
        var decision = summary.decision();
        if (decision == null) {
            throw new IllegalArgumentException("there is no decision to write down");
        }
        return new DecisionFhir(summary, decision, messages).write();
    }

    private String write() {
        var composition = document.composition();
        var type = composition.putObject("type");
        FhirDocument.coding(type, FhirDocument.LOINC, "34109-9");
        type.put("text", messages.say("sharing.decision"));
        var nobody = new Block(null, List.of(new Line(null, Message.of("fhirdoc.nobody"))));
        document.add("patient", "Patient", List.of(nobody));
        document.refer(composition, "subject", "patient");
        composition.put("date", decision.on().toString());
        composition.putArray("author").addObject().put("reference", document.urn("patient"));
        composition.put("title", messages.say("sharing.decision"));
        document.section(part("decision", "sharing.decision", List.of(decided())), List.of());
        var goals = goals();
        if (!goals.isEmpty()) {
            document.section(part("goals", "sharing.matters", List.of(matters())), goals);
        }
        if (!summary.options().isEmpty()) {
            plan(goals);
            document.section(part("options", "sharing.options", options()), List.of("plan"));
        }
        document.section(part("diagnoses", "sharing.diagnosis", diagnoses()), List.of());
        document.section(
                part("unchecked", "sharing.not-checked", List.of(new Block(null, unlabelled(summary.notChecked())))),
                List.of());
        return document.write(decision.on());
    }

    private static Worded part(String id, String title, List<Block> blocks) {
        return new Worded(id, Message.of(title), blocks);
    }

    private Block decided() {
        return new Block(
                null,
                OpinionInWords.known(
                        new Line(null, Message.of("sharing.decision.on", decision.on())),
                        OpinionInWords.labelled("sharing.decision.choice", decision.choice()),
                        OpinionInWords.labelled("sharing.decision.why", decision.why()),
                        OpinionInWords.labelled("sharing.decision.helpers", decision.helpers()),
                        OpinionInWords.labelled("sharing.decision.unknown", decision.notKnown()),
                        OpinionInWords.labelled("sharing.copies", String.join(", ", decision.copies()))));
    }

    /** @return the names of the goals written */
    private List<String> goals() {
        var names = new ArrayList<String>();
        for (var goal : summary.matters().goals()) {
            var name = "goal-" + names.size();
            var words = new Line(goal.title(), weight(goal));
            var resource = document.add(name, "Goal", List.of(new Block(null, List.of(words))));
            resource.put("lifecycleStatus", "active");
            resource.putObject("description").put("text", say(goal.title()));
            document.refer(resource, "subject", "patient");
            resource.put("startDate", decision.on().toString());
            document.refer(resource, "expressedBy", "patient");
            resource.putArray("note").addObject().put("text", say(Message.of("fhirdoc.weight", weight(goal))));
            names.add(name);
        }
        return names;
    }

    private static Message weight(DecisionSummary.GoalLine goal) {
        return Worded.asWritten(goal.percent() + "\u00a0%");
    }

    private Block matters() {
        var lines = new ArrayList<Line>();
        summary.matters().goals().forEach(goal -> lines.add(new Line(goal.title(), weight(goal))));
        lines.add(new Line(null, summary.matters().verdict()));
        return new Block(null, lines);
    }

    private void plan(List<String> goals) {
        var plan = document.add("plan", "CarePlan", options());
        plan.put("status", "active").put("intent", "plan");
        plan.put("title", messages.say("sharing.decision"));
        plan.put("description", say(Worded.asWritten(decision.choice())));
        document.refer(plan, "subject", "patient");
        plan.put("created", decision.on().toString());
        document.refer(plan, "author", "patient");
        if (!goals.isEmpty()) {
            var references = plan.putArray("goal");
            goals.forEach(goal -> references.addObject().put("reference", document.urn(goal)));
        }
        if (!decision.why().isBlank()) {
            plan.putArray("note").addObject().put("text", say(Worded.asWritten(decision.why())));
        }
        var activities = plan.putArray("activity");
        summary.options().forEach(option -> activity(activities.addObject().putObject("detail"), option));
    }

    /**
     * The option chosen is still to be done; of the others nothing is asked, and none is forbidden. When the choice is in the
     * person's own words only, no option is said to be chosen or not.
     */
    private void activity(ObjectNode detail, OptionLine option) {
        detail.putObject("code").put("text", say(option.name()));
        var chosen = option.id().equals(decision.option());
        detail.put("status", chosen ? "not-started" : "unknown");
        if (decision.option() != null) {
            detail.putObject("statusReason")
                    .put("text", messages.say(chosen ? "fhirdoc.option.chosen" : "fhirdoc.option.other"));
        }
        if (!option.stances().isEmpty()) {
            detail.put(
                    "description",
                    say(Worded.asWritten(String.join(
                            "; ", option.stances().stream().map(messages::say).toList()))));
        }
    }

    private List<Block> options() {
        return summary.options().stream().map(this::option).toList();
    }

    private Block option(OptionLine option) {
        var lines = new ArrayList<Line>();
        if (option.id().equals(decision.option())) {
            lines.add(new Line(null, Message.of("fhirdoc.option.chosen")));
        }
        add(lines, "sharing.options.who", option.stances());
        add(lines, "sharing.options.good", option.benefits());
        add(lines, "sharing.options.bad", option.harms());
        add(lines, "sharing.options.daily", option.daily());
        return new Block(Message.of("sharing.options.caption", option.letter(), option.name()), lines);
    }

    private static void add(List<Line> lines, String label, List<Message> said) {
        said.forEach(words -> lines.add(new Line(Message.of(label), words)));
    }

    private List<Block> diagnoses() {
        return summary.diagnoses().stream()
                .map(says -> new Block(
                        Objects.requireNonNull(summary.doctors().get(says.doctor()))
                                .name(),
                        unlabelled(says.lines())))
                .toList();
    }

    private static List<Line> unlabelled(List<Message> messages) {
        return messages.stream().map(message -> new Line(null, message)).toList();
    }

    private String say(Message message) {
        return FhirDetails.fhirText(messages.say(message));
    }
}
