package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.consilium.access.Cases;
import org.consilium.access.ClinicalCase;
import org.consilium.access.NewCase;
import org.consilium.access.Whose;
import org.consilium.audit.Actor;
import org.consilium.audit.AuditTrail;
import org.consilium.decision.DecisionRecord;
import org.consilium.decision.Decisions;
import org.consilium.decision.LookingBack;
import org.consilium.language.Message;
import org.consilium.opinions.Opinions;
import org.consilium.records.Records;
import org.consilium.records.StoredFile;
import org.consilium.requests.Requests;
import org.consilium.samples.SamplePeople;
import org.consilium.triage.Answers;
import org.consilium.web.pages.CaseHome;
import org.consilium.web.pages.CaseHome.Task;
import org.consilium.web.pages.CasesPage;
import org.consilium.web.pages.TrailPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of cases, the home of one, and its trail. */
@Controller
class CasePages {
    private static final int TRAIL_LENGTH = 200;

    private final Templates templates;
    private final Cases cases;
    private final Records records;
    private final Opinions opinions;
    private final Decisions decisions;
    private final Requests requests;
    private final AuditTrail audit;
    private final Desk desk;

    CasePages(
            Templates templates,
            Cases cases,
            Records records,
            Opinions opinions,
            Decisions decisions,
            Requests requests,
            AuditTrail audit,
            Desk desk) {
        this.templates = templates;
        this.cases = cases;
        this.records = records;
        this.opinions = opinions;
        this.decisions = decisions;
        this.requests = requests;
        this.audit = audit;
        this.desk = desk;
    }

    @GetMapping("/")
    Page list(Actor actor, HttpServletRequest request) {
        var all = cases.list(actor);
        var samples = SamplePeople.all(desk.today()).stream()
                .map(person -> new CasesPage.Sample(person.id(), person.name(), person.story()))
                .toList();
        return Page.of(templates.cases(new CasesPage(
                Frames.plain(request, Message.of("web.cases.title")), rows(all, false), rows(all, true), samples)));
    }

    private static List<CasesPage.Row> rows(List<ClinicalCase> all, boolean archived) {
        return all.stream()
                .filter(each -> (each.archived() != null) == archived)
                .map(each -> new CasesPage.Row(each.id(), each.title()))
                .toList();
    }

    @PostMapping("/cases")
    String create(Actor actor, @RequestParam String title, HttpServletRequest request, RedirectAttributes next) {
        if (!NewCase.titleFits(title)) {
            Frames.flash(next, Message.of("web.cases.titleMissing"));
            return "redirect:/";
        }
        var language = Frames.messages(request).locale().getLanguage();
        return "redirect:/cases/"
                + cases.open(actor, new NewCase(title, Whose.SELF, null, language))
                        .id();
    }

    @GetMapping("/cases/{id}")
    Page home(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var open = desk.open(actor, id);
        var frame = desk.frame(
                request, open, Message.of("web.home.title", open.about().title()), "/");
        return Page.of(templates.caseHome(
                new CaseHome(frame, id, open.about().title(), open.emergency(frame.locale()), tasks(actor, open))));
    }

    private List<Task> tasks(Actor actor, Desk.OpenCase open) {
        var files = records.files(actor, open.id());
        var waiting = files.stream()
                .filter(file -> file.state() == StoredFile.State.WAITING)
                .count();
        var given = opinions.finished(actor, open.id()).size();
        var tasks = new ArrayList<Task>();
        tasks.add(new Task(
                "records",
                open.path() + "/records",
                waiting > 0
                        ? Message.of("web.state.review", waiting)
                        : files.isEmpty()
                                ? Message.of("web.state.notStarted")
                                : Message.of("web.state.files", files.size()),
                waiting > 0 ? "orange" : files.isEmpty() ? "blue" : "green"));
        var proposals = open.file().proposals().size();
        if (proposals > 0) {
            tasks.add(new Task(
                    "proposals", open.path() + "/proposals", Message.of("web.state.review", proposals), "orange"));
        }
        var answered = !open.answers().equals(Answers.NONE);
        tasks.add(new Task(
                "situation",
                open.path() + "/situation/symptoms",
                Message.of(answered ? "web.state.done" : "web.state.notStarted"),
                answered ? "green" : "blue"));
        var verdict = open.assessment().verdict();
        tasks.add(new Task(
                "assessment",
                open.path() + "/assessment",
                Message.of("web.state.verdict." + verdict.word()),
                AssessmentPages.colour(verdict)));
        var completeness = open.assessment().completeness();
        tasks.add(new Task(
                "missing",
                open.path() + "/missing",
                completeness == null
                        ? Message.of("web.state.needsCondition")
                        : Message.of("web.state.score", completeness.score()),
                completeness == null ? "grey" : "blue"));
        if (completeness != null) {
            tasks.add(RequestWords.task(open, requests.all(actor, open.id()), desk));
        }
        tasks.add(new Task(
                "opinions",
                open.path() + "/opinions",
                given == 0 ? Message.of("web.state.notStarted") : Message.of("web.state.opinions", given),
                given == 0 ? "blue" : "green"));
        tasks.add(afterTwoOpinions("compare", open, given));
        tasks.add(afterTwoOpinions("decide", open, given));
        decisions
                .decision(actor, open.id())
                .filter(made -> given >= 2 && !open.stopped())
                .ifPresent(made -> tasks.set(
                        tasks.size() - 1,
                        new Task("decide", open.path() + "/decide", Message.of("web.state.done"), "green")));
        decisions
                .decision(actor, open.id())
                .map(made -> followUp(actor, open, made))
                .ifPresent(tasks::add);
        return tasks;
    }

    private Task followUp(Actor actor, Desk.OpenCase open, DecisionRecord made) {
        var times = LookingBack.on(made, decisions.followUps(actor, open.id()), desk.today());
        var due = times.stream().anyMatch(it -> it.state() == LookingBack.State.DUE);
        var next = times.stream()
                .filter(it -> it.state() != LookingBack.State.ANSWERED)
                .findFirst();
        return new Task(
                "followUp",
                open.path() + "/follow-up",
                due
                        ? Message.of("followup.state.due")
                        : next.map(it -> Message.of("followup.from", it.day()))
                                .orElse(Message.of("followup.state.answered")),
                due ? "blue" : next.isPresent() ? "grey" : "green");
    }

    private static Task afterTwoOpinions(String key, Desk.OpenCase open, int given) {
        if (open.stopped()) {
            return new Task(key, null, Message.of("web.state.careFirst"), "");
        }
        return given < 2
                ? new Task(key, null, Message.of("web.state.needsTwo"), "")
                : new Task(key, open.path() + "/" + key, Message.of("web.state.ready"), "blue");
    }

    @PostMapping("/cases/{id}/title")
    String rename(Actor actor, @PathVariable UUID id, @RequestParam String title, RedirectAttributes next) {
        desk.open(actor, id);
        var fits = NewCase.titleFits(title);
        if (fits) {
            cases.rename(actor, id, title);
        }
        Frames.flash(next, Message.of(fits ? "web.home.renamed" : "web.cases.titleMissing"));
        return "redirect:/cases/" + id;
    }

    @PostMapping("/cases/{id}/archive")
    String archive(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        desk.open(actor, id);
        cases.archive(actor, id);
        Frames.flash(next, Message.of("web.home.archived"), "/cases/" + id + "/restore");
        return "redirect:/";
    }

    @PostMapping("/cases/{id}/restore")
    String restore(Actor actor, @PathVariable UUID id, RedirectAttributes next) {
        desk.open(actor, id);
        cases.restore(actor, id);
        Frames.flash(next, Message.of("web.home.restored"));
        return "redirect:/cases/" + id;
    }

    @GetMapping("/cases/{id}/trail")
    Page trail(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var open = desk.open(actor, id);
        return Page.of(templates.trail(new TrailPage(
                desk.frame(request, open, Message.of("web.trail.title")),
                audit.verify(id),
                audit.of(actor, id, TRAIL_LENGTH, Long.MAX_VALUE))));
    }
}
