package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.knowledge.ConditionGroup;
import org.consilium.language.Message;
import org.consilium.opinions.Draft;
import org.consilium.opinions.Filed;
import org.consilium.opinions.OpinionJson.Problem;
import org.consilium.opinions.Opinions;
import org.consilium.opinions.Receipt;
import org.consilium.web.pages.ConceptHits;
import org.consilium.web.pages.OpinionFormPage;
import org.consilium.web.pages.OpinionPage;
import org.consilium.web.pages.SituationPage.Choice;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form for an opinion: one thing a page, kept as it is filled in, finished when it is whole. */
@Controller
class OpinionFormPages {
    private static final int MOST_ENTRIES = 12;

    private final Templates templates;
    private final Opinions opinions;
    private final Desk desk;
    private final Concepts concepts;

    OpinionFormPages(Templates templates, Opinions opinions, Desk desk, Concepts concepts) {
        this.templates = templates;
        this.opinions = opinions;
        this.desk = desk;
        this.concepts = concepts;
    }

    @PostMapping("/cases/{id}/opinions/new")
    String start(Actor actor, @PathVariable UUID id) {
        var open = desk.open(actor, id);
        if (opinions.begin(actor, id, Draft.EMPTY) instanceof Receipt.Kept(var filed)) {
            return "redirect:" + open.path() + "/opinions/" + filed.id() + "/edit/author";
        }
        throw new ErrorPages.NotThere();
    }

    @GetMapping("/cases/{id}/opinions/{opinion}/edit/{step}")
    Page ask(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID opinion,
            @PathVariable String step,
            HttpServletRequest request) {
        var open = desk.open(actor, id);
        var stored = find(actor, id, opinion);
        return step.equals("check") ? check(open, stored, List.of(), request) : page(open, stored, step, "", request);
    }

    private Filed find(Actor actor, UUID id, UUID opinion) {
        return opinions.find(actor, id, opinion).orElseThrow(ErrorPages.NotThere::new);
    }

    private Page page(Desk.OpenCase open, Filed stored, String step, String words, HttpServletRequest request) {
        var frame = desk.frame(request, open, OpinionForm.title(step), open.path() + "/opinions");
        var form = new OpinionForm(stored.draft(), frame.messages());
        var steps = form.steps();
        if (OpinionForm.index(step) > MOST_ENTRIES) {
            throw new ErrorPages.NotThere();
        }
        var base = OpinionForm.base(step);
        var groups = base.equals("diagnosis") ? groups(open, stored.draft(), step) : List.<ConditionGroup>of();
        var sections = Qualifiers.sections(form.sections(step), groups);
        return Page.of(templates.opinionForm(new OpinionFormPage(
                frame,
                open.id(),
                stored.id(),
                step,
                Message.of("web.opinion.hint." + base),
                Math.max(1, steps.indexOf(step) + 1),
                steps.size() - 1,
                sections,
                base.equals("diagnosis") ? carried(open, frame.locale()) : List.of(),
                Qualifiers.of(groups, frame.locale()),
                base.equals("diagnosis")
                        ? new ConceptHits(frame.messages(), !words.isBlank(), concepts.search(words, frame.locale()))
                        : null,
                words,
                base.equals("diagnosis") || base.equals("costs") ? base : null)));
    }

    /** Those of the code of this diagnosis, else the group of the case. */
    private List<ConditionGroup> groups(Desk.OpenCase open, Draft draft, String step) {
        var at = "/diagnoses/" + OpinionForm.index(step) + "/codes/0/";
        var coded = draft.answer(at + "code")
                .flatMap(code -> draft.answer(at + "system").map(system -> Code.of(system, code)))
                .map(code -> desk.knowledge().groupsFor(List.of(code)))
                .orElse(List.of());
        var completeness = open.assessment().completeness();
        return coded.isEmpty() && completeness != null
                ? desk.knowledge().group(completeness.group()).stream().toList()
                : coded;
    }

    /** Conditions of the records that carry a code. */
    private static List<Choice> carried(Desk.OpenCase open, Locale locale) {
        return open.file().facts().stream()
                .filter(fact -> fact.kind() == FactKind.CONDITION && fact.holds())
                .flatMap(fact -> fact.codeIn(CodeSystems.ICD10CM).or(() -> fact.codeIn(CodeSystems.SNOMED)).stream()
                        .map(code -> new Choice(code.system() + "|" + code.code(), label(fact, code, locale), false)))
                .distinct()
                .limit(200)
                .toList();
    }

    private static String label(Fact fact, Code code, Locale locale) {
        var name = FactNames.of(fact, locale);
        return name.equals(fact.text()) ? name + " (" + code.code() + ")" : name;
    }

    @PostMapping("/cases/{id}/opinions/{opinion}/edit/{step}")
    Object keep(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID opinion,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletRequest request) {
        var open = desk.open(actor, id);
        var stored = find(actor, id, opinion);
        if (OpinionForm.index(step) > MOST_ENTRIES) {
            throw new ErrorPages.NotThere();
        }
        var draft = picked(new OpinionForm(stored.draft(), Frames.messages(request)).apply(step, form), step, form);
        opinions.save(actor, id, opinion, draft);
        if (form.getFirst("search") != null) {
            var words = form.getFirst("conceptWords");
            return page(open, find(actor, id, opinion), step, words == null ? "" : words, request);
        }
        var base = open.path() + "/opinions/" + opinion + "/edit/";
        if (form.getFirst("stop") != null) {
            return "redirect:" + base + "check";
        }
        if (form.getFirst("another") != null) {
            return "redirect:" + base
                    + (step.startsWith("diagnosis")
                            ? "diagnosis-" + draft.size("/diagnoses")
                            : "treatment-" + draft.size("/treatments"));
        }
        var steps = new OpinionForm(draft, Frames.messages(request)).steps();
        var next = steps.indexOf(step) + 1;
        return "redirect:" + base + steps.get(next > 0 && next < steps.size() ? next : steps.size() - 1);
    }

    /** A diagnosis picked from the records brings its code, and its words where none were typed. */
    private static Draft picked(Draft draft, String step, MultiValueMap<String, String> form) {
        var searched = form.getFirst("concept");
        var pick = searched == null ? form.getFirst("pick") : searched;
        var chosen = Concepts.PICK.matcher(pick == null ? "" : pick);
        if (!OpinionForm.base(step).equals("diagnosis") || !chosen.matches()) {
            return draft;
        }
        var at = "/diagnoses/" + Math.min(OpinionForm.index(step), draft.size("/diagnoses"));
        return draft.with(at + "/codes/0/system", chosen.group(1)).with(at + "/codes/0/code", chosen.group(2));
    }

    @PostMapping("/cases/{id}/opinions/{opinion}/finish")
    Object finish(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID opinion,
            HttpServletRequest request,
            RedirectAttributes next) {
        var open = desk.open(actor, id);
        var stored = find(actor, id, opinion);
        return switch (opinions.finish(actor, id, opinion)) {
            case Receipt.Rejected(var problems) -> check(open, stored, problems, request);
            case Receipt.NotFound() -> throw new ErrorPages.NotThere();
            case Receipt.Kept(var finished) -> {
                Frames.flash(next, Message.of("web.opinion.finished"));
                yield "redirect:" + open.path() + "/opinions";
            }
        };
    }

    private Page check(Desk.OpenCase open, Filed stored, List<Problem> problems, HttpServletRequest request) {
        var frame = desk.frame(request, open, Message.of("web.opinion.checkTitle"), open.path() + "/opinions");
        return new Page(
                templates.opinion(new OpinionPage(
                        frame,
                        open.id(),
                        stored.id(),
                        true,
                        new OpinionForm(stored.draft(), frame.messages()).parts(),
                        problems.stream()
                                .map(problem -> new OpinionPage.Open(problem, OpinionForm.stepOf(problem.at())))
                                .toList(),
                        SignatureWords.of(stored.draft(), frame.messages()),
                        1,
                        null)),
                problems.isEmpty() ? 200 : 422);
    }
}
