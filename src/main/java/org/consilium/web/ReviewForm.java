package org.consilium.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.opinions.Draft;
import org.consilium.web.pages.OpinionFormPage.Section;
import org.consilium.web.pages.ReviewFormPage.Part;
import org.springframework.util.MultiValueMap;

/**
 * A whole opinion on one page: the parts in the order in which a doctor thinks, and what was typed as a draft. Rows that were
 * left empty go; the others close up.
 */
final class ReviewForm {
    static final int MOST = 20;
    private static final int LONGEST_ANSWER = 10_000;
    private static final Pattern CANCER_CODE = Pattern.compile("(C\\d|D0\\d|D3[7-9]|D4[0-8]).*");
    private static final Pattern CANCER_WORD = Pattern.compile(
            "cancer|cáncer|carcinom|tumou?r|lymphom|linfoma|leuk[ae]?emia|leucemia|sarcom|melanom|myelom|mieloma|neoplas|metasta",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern PLACE =
            Pattern.compile("/(author|basis|diagnoses|treatments|testsRequested|urgency)/[A-Za-z0-9/]{1,80}"
                    + "|/(date|certaintyStatement|wouldChangeMind|conflictOfInterest|narrative)");

    private ReviewForm() {}

    /** The parts of the page, with room for this many diagnoses and options. */
    static List<Part> parts(Draft draft, Messages messages, int diagnoses, int options) {
        var form = new OpinionForm(draft, messages);
        var parts = new ArrayList<Part>();
        for (var i = 0; i < Math.min(MOST, Math.max(diagnoses, Math.max(1, draft.size("/diagnoses")))); i++) {
            var sections = form.sections("diagnosis-" + i);
            parts.add(part("diagnosis-" + i, List.of(whatItIs(sections.getFirst())), false));
            var staging = new ArrayList<Section>();
            staging.add(staging(sections.getFirst()));
            staging.addAll(sections.subList(1, sections.size()));
            parts.add(
                    new Part("staging-" + i, Message.of("workbench.form.staging"), staging, true, isCancer(draft, i)));
        }
        for (var i = 0; i < Math.min(MOST, Math.max(options, Math.max(1, draft.size("/treatments")))); i++) {
            parts.add(part("treatment-" + i, form.sections("treatment-" + i), false));
            for (var more : List.of("benefits-", "harms-", "costs-")) {
                parts.add(part(more + i, form.sections(more + i), true));
            }
        }
        parts.add(part("rest", form.sections("rest"), false));
        parts.add(part("basis", basis(form), false));
        parts.add(part("author", form.sections("author"), false));
        return parts;
    }

    private static Part part(String id, List<Section> sections, boolean folded) {
        var filled = sections.stream()
                .flatMap(section -> section.fields().stream())
                .anyMatch(field -> !field.value().isEmpty());
        return new Part(id, OpinionForm.title(id), sections, folded, filled);
    }

    private static Section whatItIs(Section all) {
        return new Section(
                all.heading(),
                all.fields().stream()
                        .filter(field -> !isStaging(field.pointer()))
                        .toList());
    }

    private static Section staging(Section all) {
        return new Section(
                null,
                all.fields().stream()
                        .filter(field -> isStaging(field.pointer()))
                        .toList());
    }

    private static boolean isStaging(String pointer) {
        return pointer.contains("/stage/") || pointer.endsWith("/grade");
    }

    /** Whether the reviewer knew the first opinion is what the program says, not what is ticked. */
    private static List<Section> basis(OpinionForm form) {
        return form.sections("basis").stream()
                .map(section -> new Section(
                        section.heading(),
                        section.fields().stream()
                                .filter(field -> !field.pointer().equals("/basis/knewFirstOpinion"))
                                .toList()))
                .toList();
    }

    /** By its ICD-10 chapter II code, or by its words. */
    static boolean isCancer(Draft draft, int diagnosis) {
        var at = "/diagnoses/" + diagnosis;
        return draft.answer(at + "/codes/0/code")
                        .filter(code -> CANCER_CODE.matcher(code).matches())
                        .isPresent()
                || draft.answer(at + "/text")
                        .filter(words -> CANCER_WORD.matcher(words).find())
                        .isPresent()
                || draft.size(at + "/markers") > 0
                || draft.answer(at + "/grade").isPresent();
    }

    /** What was typed, as a draft; what is no place of the form is passed over. */
    static Draft read(MultiValueMap<String, String> form) {
        var places = form.keySet().stream()
                .filter(place -> PLACE.matcher(place).matches())
                .sorted(Comparator.comparing(ReviewForm::order))
                .toList();
        var ranks = new HashMap<String, Map<String, Integer>>();
        var draft = Draft.EMPTY;
        for (var place : places) {
            var given = form.getFirst(place);
            if (given != null && !given.isBlank()) {
                var answer = given.strip();
                draft = draft.with(
                        closedUp(place, ranks),
                        answer.length() > LONGEST_ANSWER ? answer.substring(0, LONGEST_ANSWER) : answer);
            }
        }
        return draft;
    }

    /** Numbers in a place are compared as numbers. */
    private static String order(String place) {
        return Pattern.compile("\\d+")
                .matcher(place)
                .replaceAll(number -> "%1$4s".formatted(number.group()).replace(' ', '0'));
    }

    private static String closedUp(String place, Map<String, Map<String, Integer>> ranks) {
        var path = new StringBuilder();
        for (var step : place.substring(1).split("/")) {
            if (step.matches("\\d+")) {
                var rows = ranks.computeIfAbsent(path.toString(), list -> new LinkedHashMap<>());
                path.append('/').append(rows.computeIfAbsent(step, row -> rows.size()));
            } else {
                path.append('/').append(step);
            }
        }
        return path.toString();
    }
}
