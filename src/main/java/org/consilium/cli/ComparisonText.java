package org.consilium.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.consilium.comparison.Comparison;
import org.consilium.comparison.Comparison.Cell;
import org.consilium.comparison.Comparison.Criterion;
import org.consilium.comparison.Comparison.Point;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A comparison as the command line prints it.
 *
 * @param files the file of each opinion, by its place in the comparison
 */
record ComparisonText(Comparison comparison, List<String> files, Messages messages) {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    String json() {
        return MAPPER.writeValueAsString(tree());
    }

    Map<String, Object> tree() {
        var whole = new LinkedHashMap<String, Object>();
        whole.put("diagnosis", Map.of("level", word(comparison.diagnosis())));
        whole.put("treatment", Map.of("level", word(comparison.treatment())));
        whole.put("outcome", comparison.outcome().word());
        whole.put("treatmentChanging", comparison.treatmentChanging());
        whole.put("alarms", comparison.alarms().stream().map(messages::say).toList());
        whole.put("points", comparison.points().stream().map(this::point).toList());
        whole.put("questions", questions());
        var third = new LinkedHashMap<String, Object>();
        third.put("advised", comparison.thirdOpinion().advised());
        third.put("because", messages.say(comparison.thirdOpinion().because()));
        whole.put("thirdOpinion", third);
        return whole;
    }

    private static String word(Enum<?> level) {
        return level.name().equals("NOT_COMPARABLE") ? "not-comparable" : level.name();
    }

    private Map<String, Object> point(Point point) {
        var json = new LinkedHashMap<String, Object>();
        json.put("criterion", point.criterion().word());
        json.put("relation", point.relation().word());
        json.put("text", sentence(point));
        json.put("sources", sources(point));
        return json;
    }

    private List<String> sources(Point point) {
        return point.cells().stream()
                .filter(cell -> !cell.at().isEmpty())
                .map(cell -> files.get(cell.opinion()) + "#" + cell.at())
                .toList();
    }

    private String sentence(Point point) {
        return messages.say(point.about()) + ": " + messages.say(point.grounds()) + " " + said(point.cells());
    }

    private String said(List<Cell> cells) {
        return String.join(
                "; ",
                cells.stream()
                        .map(cell -> "«" + name(cell.opinion()) + "» " + messages.say(cell.text()))
                        .toList());
    }

    private String name(int opinion) {
        var name = comparison.opinions().get(opinion).author().name().strip();
        return name.isEmpty() ? messages.say(Message.of("comparison.doctor", opinion + 1)) : name;
    }

    private List<Map<String, Object>> questions() {
        return comparison.questions().stream()
                .map(question -> {
                    var json = new LinkedHashMap<String, Object>();
                    json.put("to", name(question.to()));
                    json.put("text", messages.say(question.text()));
                    json.put("because", messages.say(question.because()));
                    return (Map<String, Object>) json;
                })
                .toList();
    }

    String text() {
        var lines = new ArrayList<String>();
        lines.add(messages.say("comparison.outcome." + comparison.outcome().word()) + " ("
                + word(comparison.diagnosis()) + ", " + word(comparison.treatment()) + ")");
        lines.add(messages.say("comparison.noWinner"));
        comparison.alarms().forEach(alarm -> lines.add("! " + messages.say(alarm)));
        for (var criterion : Criterion.values()) {
            lines.add("");
            lines.add(messages.say("comparison.criterion." + criterion.word()).toUpperCase(Locale.ROOT));
            comparison.points().stream()
                    .filter(point -> point.criterion() == criterion)
                    .forEach(point -> addPoint(lines, point));
        }
        IntStream.range(0, comparison.opinions().size()).forEach(place -> addQuestions(lines, place));
        lines.add("");
        lines.add(messages.say(comparison.thirdOpinion().because()));
        comparison.thirdOpinion().alternatives().forEach(it -> lines.add("- " + messages.say(it)));
        return String.join(System.lineSeparator(), lines);
    }

    private void addPoint(List<String> lines, Point point) {
        lines.add("  " + messages.say(point.about()) + " ["
                + messages.say("comparison.relation." + point.relation().word()) + "] "
                + messages.say(point.grounds()));
        point.cells()
                .forEach(cell -> lines.add("    " + name(cell.opinion()) + ": " + messages.say(cell.text())
                        + (cell.at().isEmpty() ? "" : "  <" + files.get(cell.opinion()) + "#" + cell.at() + ">")));
    }

    private void addQuestions(List<String> lines, int place) {
        lines.add("");
        lines.add(name(place));
        comparison.questions().stream()
                .filter(question -> question.to() == place)
                .forEach(question -> lines.add("  ? " + messages.say(question.text())));
    }
}
