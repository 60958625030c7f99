package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.clinical.Code;
import org.consilium.language.Message;
import org.consilium.preparation.Preparations;
import org.consilium.triage.Answers;
import org.consilium.triage.Readiness;
import org.consilium.web.pages.SituationPage;
import org.consilium.web.pages.SituationPage.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The short form: one question a page, kept as it is answered. */
@Controller
class SituationPages {
    private static final List<String> STEPS =
            List.of("symptoms", "conditions", "treatment", "improving", "informed", "dates");
    private static final int LONGEST_WORDS = 4000;

    private final Templates templates;
    private final Preparations preparations;
    private final Desk desk;
    private final Concepts concepts;

    SituationPages(Templates templates, Preparations preparations, Desk desk, Concepts concepts) {
        this.templates = templates;
        this.preparations = preparations;
        this.desk = desk;
        this.concepts = concepts;
    }

    @GetMapping("/cases/{id}/situation/{step}")
    Page ask(Actor actor, @PathVariable UUID id, @PathVariable String step, HttpServletRequest request) {
        var open = desk.open(actor, id);
        return page(open, step, open.answers(), List.of(), "", request);
    }

    @PostMapping("/cases/{id}/situation/{step}")
    Object answer(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletRequest request) {
        var open = desk.open(actor, id);
        if (form.getFirst("search") != null) {
            return page(open, step, open.answers(), List.of(), first(form, "conceptWords"), request);
        }
        var errors = new ArrayList<FieldError>();
        var answers = merge(open, step, form, errors);
        if (!errors.isEmpty()) {
            return page(open, step, answers, errors, "", request);
        }
        preparations.save(actor, id, answers);
        if (desk.open(actor, id).stopped()) {
            return "redirect:" + open.path();
        }
        var next = STEPS.indexOf(step) + 1;
        return "redirect:" + open.path() + (next < STEPS.size() ? "/situation/" + STEPS.get(next) : "/assessment");
    }

    private Page page(
            Desk.OpenCase open,
            String step,
            Answers answers,
            List<FieldError> errors,
            String words,
            HttpServletRequest request) {
        var place = STEPS.indexOf(step);
        if (place < 0) {
            throw new ErrorPages.NotThere();
        }
        var back = place == 0 ? open.path() : open.path() + "/situation/" + STEPS.get(place - 1);
        var frame = desk.frame(request, open, Message.of("web.situation." + step + ".title"), back);
        return new Page(
                templates.situation(new SituationPage(
                        frame,
                        open.id(),
                        step,
                        place + 1,
                        STEPS.size(),
                        errors,
                        new SituationAsks(desk, concepts).content(open, step, answers, words, frame))),
                errors.isEmpty() ? 200 : 422);
    }

    private Answers merge(
            Desk.OpenCase open, String step, MultiValueMap<String, String> form, List<FieldError> errors) {
        var old = open.answers();
        var edit = new Edited(old);
        switch (step) {
            case "symptoms" -> {
                var symptoms = new ArrayList<>(form.getOrDefault("symptom", List.of()));
                var words = first(form, "words");
                if (!words.isEmpty()) {
                    symptoms.add(words.substring(0, Math.min(LONGEST_WORDS, words.length())));
                }
                edit.symptoms = symptoms;
            }
            case "conditions" -> edit.conditions = conditions(form, old);
            case "treatment" -> {
                var text = first(form, "text");
                var date = date(form, "date", errors);
                edit.planned = text.isEmpty() ? List.of() : List.of(new Answers.Planned(text, List.of(), date));
                edit.treatmentDate = date;
            }
            case "improving" -> edit.notImprovingSince = pastDate(form, "since", errors);
            case "informed" -> edit.feelsUninformed = uninformed(form, old);
            case "dates" -> {
                edit.clockStart = pastDate(form, "clockStart", errors);
                edit.risk = emptyToNull(first(form, "risk"));
                edit.country = emptyToNull(first(form, "country"));
            }
            default -> throw new ErrorPages.NotThere();
        }
        return edit.done();
    }

    /** What was found by searching wins over the list; with neither, what was found before stays, unless the list had it. */
    private List<Code> conditions(MultiValueMap<String, String> form, Answers old) {
        var concept = concepts.picked(first(form, "concept"), Locale.ENGLISH);
        if (concept.isPresent()) {
            return List.of(concept.get());
        }
        var group = chosenGroup(first(form, "group"));
        var listed = desk.knowledge().groups().stream().anyMatch(each -> SituationAsks.picked(each, old));
        return group.isEmpty() && !listed && first(form, "forget").isEmpty() ? old.conditions() : group;
    }

    private List<Code> chosenGroup(String id) {
        return desk.knowledge().groups().stream()
                .filter(group -> group.id().equals(id))
                .map(group -> group.codes().getFirst())
                .map(pattern -> Code.of(pattern.system(), pattern.code()))
                .toList();
    }

    /** What the readiness questions mean for trigger T5; what was said before stays when none is answered now. */
    private static @Nullable Boolean uninformed(MultiValueMap<String, String> form, Answers old) {
        var none = java.util.stream.IntStream.rangeClosed(1, Readiness.QUESTIONS)
                .allMatch(number -> yes(form, number) == null);
        return none
                ? old.feelsUninformed()
                : Readiness.of(yes(form, 1), yes(form, 2), yes(form, 3), yes(form, 4))
                        .feelsUninformed();
    }

    private static @Nullable Boolean yes(MultiValueMap<String, String> form, int number) {
        return switch (first(form, "q" + number)) {
            case "yes" -> true;
            case "no" -> false;
            default -> null;
        };
    }

    private @Nullable LocalDate pastDate(MultiValueMap<String, String> form, String field, List<FieldError> errors) {
        var date = date(form, field, errors);
        if (date != null && date.isAfter(desk.today())) {
            errors.add(new FieldError(field, Message.of("web.form.dateFuture")));
        }
        return date;
    }

    private static @Nullable LocalDate date(MultiValueMap<String, String> form, String field, List<FieldError> errors) {
        var text = first(form, field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADate) {
            errors.add(new FieldError(field, Message.of("web.form.dateWrong")));
            return null;
        }
    }

    private static String first(MultiValueMap<String, String> form, String field) {
        var value = form.getFirst(field);
        return value == null ? "" : value.strip();
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** The answers while one step changes them. */
    private static final class Edited {
        private final Answers old;
        private List<String> symptoms;
        private List<Answers.Planned> planned;
        private List<Code> conditions;
        private @Nullable Boolean feelsUninformed;
        private @Nullable LocalDate notImprovingSince;
        private @Nullable LocalDate treatmentDate;
        private @Nullable LocalDate clockStart;
        private @Nullable String risk;
        private @Nullable String country;

        Edited(Answers old) {
            this.old = old;
            symptoms = old.symptoms();
            planned = old.planned();
            conditions = old.conditions();
            feelsUninformed = old.feelsUninformed();
            notImprovingSince = old.notImprovingSince();
            treatmentDate = old.treatmentDate();
            clockStart = old.clockStart();
            risk = old.risk();
            country = old.country();
        }

        Answers done() {
            return new Answers(
                    symptoms,
                    planned,
                    feelsUninformed,
                    notImprovingSince,
                    treatmentDate,
                    clockStart,
                    old.pregnant(),
                    conditions,
                    risk,
                    country,
                    old.state());
        }
    }
}
