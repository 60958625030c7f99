package org.consilium.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.consilium.clinical.FactKind;
import org.consilium.decision.DecisionRecord;
import org.consilium.decision.DecisionSummary;
import org.consilium.decision.DecisionSummary.Says;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.samples.SampleFile;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A sample run as one JSON object; {@code assess} and {@code compare} as those commands write them. Words are English. */
final class DemoJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Messages SAY = Messages.english();

    private DemoJson() {}

    static String of(SampleRun run, Path pdf) {
        var root = JSON.createObjectNode();
        var person = run.person();
        root.putObject("person")
                .put("id", person.id())
                .put("name", person.name())
                .put("title", SAY.say(person.title()))
                .put("synthetic", true);
        read(run, root.putObject("read"));
        root.set("assess", AssessJson.tree(run.assessment()));
        var opinions = person.opinions().stream().map(SampleFile::name).toList();
        root.set("compare", JSON.valueToTree(new ComparisonText(run.comparison(), opinions, SAY).tree()));
        summary(run.summary(), root.putObject("summary"));
        root.put("pdf", pdf.toString());
        return JSON.writeValueAsString(root);
    }

    private static void read(SampleRun run, ObjectNode into) {
        var files = into.putArray("files");
        run.files().forEach(file -> ReadJson.write(file, files.addObject()));
        into.put("facts", run.caseFile().facts().size());
        var counts = new TreeMap<FactKind, Integer>();
        run.caseFile().facts().forEach(fact -> counts.merge(fact.kind(), 1, Integer::sum));
        var kinds = into.putObject("kinds");
        counts.forEach((kind, count) -> kinds.put(kind.word(), count));
    }

    private static void summary(DecisionSummary summary, ObjectNode into) {
        into.put("title", summary.title());
        into.put("on", summary.on().toString());
        into.put("agreement", SAY.say(summary.agreement()));
        lines(into.putArray("alarms"), summary.alarms());
        says(into.putArray("diagnoses"), summary, summary.diagnoses());
        options(into.putArray("options"), summary);
        differences(into.putArray("differences"), summary);
        lines(into.putArray("agreed"), summary.agreed());
        says(into.putArray("questions"), summary, summary.questions());
        says(into.putArray("tests"), summary, summary.tests());
        into.put("thirdOpinion", SAY.say(summary.thirdOpinion()));
        matters(summary.matters(), into.putObject("matters"));
        if (summary.decision() == null) {
            into.putNull("decision");
        } else {
            decision(summary.decision(), into.putObject("decision"));
        }
        lines(into.putArray("notChecked"), summary.notChecked());
        into.put("made", summary.made());
    }

    private static void options(ArrayNode into, DecisionSummary summary) {
        for (var option : summary.options()) {
            var one = into.addObject()
                    .put("id", option.id())
                    .put("letter", option.letter())
                    .put("name", SAY.say(option.name()));
            lines(one.putArray("who"), option.stances());
            lines(one.putArray("good"), option.benefits());
            lines(one.putArray("bad"), option.harms());
            lines(one.putArray("daily"), option.daily());
        }
    }

    private static void differences(ArrayNode into, DecisionSummary summary) {
        for (var difference : summary.differences()) {
            var one = into.addObject()
                    .put("about", SAY.say(difference.about()))
                    .put("relation", SAY.say(difference.relation()));
            lines(one.putArray("says"), difference.cells());
        }
    }

    private static void matters(DecisionSummary.Matters matters, ObjectNode into) {
        var goals = into.putArray("goals");
        matters.goals()
                .forEach(goal ->
                        goals.addObject().put("title", SAY.say(goal.title())).put("percent", goal.percent()));
        var totals = into.putArray("totals");
        matters.weighing()
                .totals()
                .forEach(total -> totals.addObject()
                        .put("option", total.option())
                        .put("low", total.low())
                        .put("high", total.high()));
        into.put("verdict", SAY.say(matters.verdict()));
        lines(into.putArray("flips"), matters.flips());
    }

    private static void decision(DecisionRecord decision, ObjectNode into) {
        into.put("option", decision.option());
        into.put("choice", decision.choice());
        into.put("why", decision.why());
        into.put("on", decision.on().toString());
        var copies = into.putArray("copies");
        decision.copies().forEach(copies::add);
    }

    private static void says(ArrayNode into, DecisionSummary summary, List<Says> all) {
        for (var says : all) {
            var doctor = summary.doctors().get(says.doctor());
            lines(into.addObject().put("doctor", SAY.say(doctor.name())).putArray("lines"), says.lines());
        }
    }

    private static void lines(ArrayNode into, List<Message> lines) {
        lines.forEach(line -> into.add(SAY.say(line)));
    }
}
