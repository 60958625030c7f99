package org.consilium.records.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.consilium.clinical.Detail;
import org.consilium.clinical.FactKind;
import org.jspecify.annotations.Nullable;

/** What others judged or the person answered: RiskAssessment and QuestionnaireResponse. */
final class Statements {
    private static final int DEEPEST = 8;

    private Statements() {}

    static void risk(Place place) {
        var risk = place.resource();
        var predictions = new ArrayList<String>();
        for (var prediction : risk.children("prediction")) {
            var words = prediction(prediction);
            if (!words.isBlank()) {
                predictions.add(words);
            }
        }
        for (var further : List.of("mitigation", "comment")) {
            var words = risk.string(further);
            if (words != null) {
                predictions.add(words);
            }
        }
        var note = risk.child("note").string("text");
        if (note != null) {
            predictions.add(note);
        }
        var outcome = Named.of(risk.child("prediction", "outcome"));
        place.draft(FactKind.REPORT)
                .named(Named.first(risk, "code", "method").orElse(outcome))
                .status(risk.string("status"))
                .when(When.first(risk, "occurrence", "date"))
                .detail(Detail.CATEGORY, "risk-assessment")
                .reasons(risk.children("condition"))
                .reasons(risk.children("reasonCode"))
                .reasons(risk.children("reasonReference"))
                .performers(risk.children("performer"))
                .detail(Detail.NARRATIVE, String.join("\n", predictions))
                .done();
    }

    /** «outcome: probability, when, why», as far as it is said. */
    private static String prediction(Element prediction) {
        var parts = new ArrayList<String>();
        var probability = prediction.string("probabilityDecimal");
        add(parts, probability != null ? probability : Values.rangeText(prediction.child("probabilityRange")));
        add(parts, Named.of(prediction.child("qualitativeRisk")).words());
        add(parts, Values.rangeText(prediction.child("whenRange")));
        add(parts, prediction.string("rationale"));
        var outcome = Named.of(prediction.child("outcome")).words();
        var said = String.join(", ", parts);
        return outcome == null ? said : parts.isEmpty() ? outcome : outcome + ": " + said;
    }

    private static void add(List<String> parts, @Nullable String words) {
        if (words != null) {
            parts.add(words);
        }
    }

    /** A filled-in form: its questions and answers as lines; the files in its answers are read too. */
    static void form(Place place) {
        var form = place.resource();
        var lines = new ArrayList<String>();
        answers(form, 0, lines);
        if (lines.isEmpty()) {
            place.harvest().countKept("QuestionnaireResponse", place.at());
        } else {
            place.draft(FactKind.DOCUMENT)
                    .named(new Named(List.of(), name(form)))
                    .status(form.string("status"))
                    .when(When.of(form, "authored"))
                    .detail(Detail.CATEGORY, "questionnaire-response")
                    .performers(form.children("author"))
                    .detail(Detail.NARRATIVE, String.join("\n", lines))
                    .done();
        }
        Attachments.anywhere(place);
    }

    private static @Nullable String name(Element form) {
        var title = form.child("questionnaire").string("display");
        var address = form.child("questionnaire").value();
        var first = form.child("item").string("text");
        return title != null ? title : first != null ? first : address;
    }

    private static void answers(Element parent, int depth, List<String> lines) {
        if (depth > DEEPEST) {
            return;
        }
        for (var name : List.of("item", "group", "question")) {
            for (var item : parent.children(name)) {
                var question = Objects.requireNonNullElse(item.firstString("text", "linkId"), "?");
                for (var answer : item.children("answer")) {
                    var value = Values.of(answer);
                    var coded = Named.of(answer.child("valueCoding")).words();
                    var said = value != null ? value.text() : coded;
                    if (said != null) {
                        lines.add(question + ": " + said);
                    }
                    answers(answer, depth + 1, lines);
                }
                answers(item, depth + 1, lines);
            }
        }
    }
}
