package org.consilium.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.opinions.Draft;
import org.consilium.web.pages.OpinionFormPage.Field;
import org.consilium.web.pages.OpinionFormPage.Section;
import org.consilium.web.pages.OpinionPage;
import org.consilium.web.pages.SituationPage.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The pages of the form for an opinion, made from the shape of an opinion. */
final class OpinionForm {
    private static final Pattern NUMBERED = Pattern.compile("(diagnosis|treatment|benefits|harms|costs)-(\\d{1,2})");
    private static final int LONGEST_ANSWER = 10_000;

    private final Draft draft;
    private final Messages messages;
    private final OpinionFields fields;

    OpinionForm(Draft draft, Messages messages) {
        this.draft = draft;
        this.messages = messages;
        this.fields = new OpinionFields(draft, messages);
    }

    /** The pages in their order, for what the draft holds so far. */
    List<String> steps() {
        var steps = new ArrayList<String>(List.of("author", "basis"));
        for (var i = 0; i < Math.max(1, draft.size("/diagnoses")); i++) {
            steps.add("diagnosis-" + i);
        }
        for (var i = 0; i < Math.max(1, draft.size("/treatments")); i++) {
            steps.addAll(List.of("treatment-" + i, "benefits-" + i, "harms-" + i, "costs-" + i));
        }
        steps.addAll(List.of("rest", "check"));
        return steps;
    }

    /** What a page is called, for example «Option 2: what could go wrong?». */
    static Message title(String step) {
        var numbered = NUMBERED.matcher(step);
        return numbered.matches()
                ? Message.of("web.opinion.title." + numbered.group(1), Integer.parseInt(numbered.group(2)) + 1)
                : Message.of("web.opinion.title." + step);
    }

    static String base(String step) {
        var numbered = NUMBERED.matcher(step);
        return numbered.matches() ? numbered.group(1) : step;
    }

    static int index(String step) {
        var numbered = NUMBERED.matcher(step);
        return numbered.matches() ? Integer.parseInt(numbered.group(2)) : 0;
    }

    /** The page on which a problem at this place can be put right. */
    static String stepOf(String pointer) {
        var parts = pointer.split("/");
        if (parts.length < 2) {
            return "author";
        }
        var index = parts.length > 2 && parts[2].matches("\\d+") ? parts[2] : "0";
        return switch (parts[1]) {
            case "author", "date" -> "author";
            case "basis" -> "basis";
            case "diagnoses" -> "diagnosis-" + index;
            case "treatments" -> treatmentPage(parts.length > 3 ? parts[3] : "") + "-" + index;
            default -> "rest";
        };
    }

    private static String treatmentPage(String part) {
        return switch (part) {
            case "benefits", "harms" -> part;
            case "cost", "convenience" -> "costs";
            default -> "treatment";
        };
    }

    List<Section> sections(String step) {
        return fields.sections(base(step), index(step));
    }

    /** Everything answered so far, page by page, for reading through. */
    List<OpinionPage.Part> parts() {
        return parts(Map.of());
    }

    /** The same, with the sentences of a letter by the places in the opinion that they stand for. */
    List<OpinionPage.Part> parts(Map<String, OpinionPage.Quote> quotes) {
        var named = new HashSet<String>();
        return steps().stream()
                .filter(step -> !step.equals("check"))
                .map(step -> new OpinionPage.Part(step, messages.say(title(step)), answers(step, named, quotes)))
                .toList();
    }

    private List<OpinionPage.Answer> answers(String step, Set<String> named, Map<String, OpinionPage.Quote> quotes) {
        return sections(step).stream()
                .flatMap(section -> section.fields().stream())
                .filter(field -> !field.value().isEmpty())
                .map(field -> new OpinionPage.Answer(
                        messages.say(field.label()),
                        said(field),
                        anchors(field.pointer(), named),
                        quotes.get(field.pointer())))
                .toList();
    }

    /** The answer's own place, and those of what it is a part of that no answer before it is a part of. */
    private static List<String> anchors(String pointer, Set<String> named) {
        var anchors = new ArrayList<String>();
        for (var end = pointer.length(); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
            var place = pointer.substring(0, end);
            if (named.add(place)) {
                anchors.add(OpinionPage.anchor(place));
            }
        }
        return anchors;
    }

    private static String said(Field field) {
        return field.choices().stream()
                .filter(Choice::chosen)
                .map(Choice::label)
                .findFirst()
                .orElse(field.value());
    }

    /**
     * The draft with the answers of one page. Rows are taken from the last to the first, so that emptying one moves none
     * that is still to come; a row whose every answer is blank goes.
     */
    Draft apply(String step, MultiValueMap<String, String> form) {
        var result = draft;
        for (var section : sections(step).reversed()) {
            var row = rowOf(section);
            var blank = section.fields().stream()
                    .allMatch(field -> answer(form, field).isEmpty());
            if (row != null && blank) {
                result = result.without(row);
                continue;
            }
            for (var field : section.fields()) {
                if (!answer(form, field).isEmpty()) {
                    result = result.with(field.pointer(), answer(form, field));
                }
            }
            for (var field : section.fields()) {
                if (answer(form, field).isEmpty()
                        && result.answer(field.pointer()).isPresent()) {
                    result = result.without(field.pointer());
                }
            }
        }
        return result;
    }

    private static @Nullable String rowOf(Section section) {
        var pointer = section.fields().getFirst().pointer();
        var parent = pointer.substring(0, pointer.lastIndexOf('/'));
        return parent.matches(".*/\\d+") ? parent : null;
    }

    private static String answer(MultiValueMap<String, String> form, Field field) {
        var given = form.getFirst(field.pointer());
        var stripped = given == null ? "" : given.strip();
        return stripped.length() > LONGEST_ANSWER ? stripped.substring(0, LONGEST_ANSWER) : stripped;
    }
}
