package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.consilium.audit.Actor;
import org.consilium.decision.DecisionRecord;
import org.consilium.decision.DecisionSummary;
import org.consilium.decision.Decisions;
import org.consilium.decision.Options;
import org.consilium.decision.ReadinessCheck;
import org.consilium.decision.ReadinessCheck.Answer;
import org.consilium.decision.ReadinessCheck.Question;
import org.consilium.decision.Weighing;
import org.consilium.language.Message;
import org.consilium.sharing.DecisionFhir;
import org.consilium.sharing.SummaryPdf;
import org.consilium.web.pages.DecidePage;
import org.consilium.web.pages.SummaryPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Being ready, the weights at work, the decision itself and its summary. */
@Controller
class DecisionPages {
    private final Templates templates;
    private final Decisions decisions;
    private final Comparing comparing;
    private final Desk desk;

    DecisionPages(Templates templates, Decisions decisions, Comparing comparing, Desk desk) {
        this.templates = templates;
        this.decisions = decisions;
        this.comparing = comparing;
        this.desk = desk;
    }

    @GetMapping("/cases/{id}/decide/ready")
    Page ready(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var open = desk.open(actor, id);
        var check = decisions.before(actor, id);
        var frame = desk.frame(request, open, Message.of("web.decide.ready"), open.path() + "/decide");
        return Page.of(templates.decideReady(new DecidePage.Ready(
                frame,
                id,
                asked(check),
                check.map(ReadinessCheck::result).orElse(null),
                check.map(done -> done.gaps().stream().map(Question::help).toList())
                        .orElse(List.of()))));
    }

    @PostMapping("/cases/{id}/decide/ready")
    String answerReady(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> form) {
        var open = desk.open(actor, id);
        var check = check(form);
        if (check != null) {
            decisions.saveBefore(actor, id, check);
        }
        return "redirect:" + open.path() + "/decide/goals";
    }

    private static List<DecidePage.Asked> asked(Optional<ReadinessCheck> check) {
        return Arrays.stream(Question.values())
                .map(question -> new DecidePage.Asked(
                        question.word(),
                        question.text(),
                        check.map(done -> done.answer(question).word()).orElse("")))
                .toList();
    }

    /** Absent when none of the four was answered. */
    private @Nullable ReadinessCheck check(MultiValueMap<String, String> form) {
        if (Arrays.stream(Question.values()).allMatch(question -> form.getFirst(question.word()) == null)) {
            return null;
        }
        Function<Question, Answer> answer = question -> Arrays.stream(Answer.values())
                .filter(each -> each.word().equals(form.getFirst(question.word())))
                .findFirst()
                .orElse(Answer.UNSURE);
        return new ReadinessCheck(
                answer.apply(Question.OPTIONS),
                answer.apply(Question.GOOD_AND_BAD),
                answer.apply(Question.WHAT_MATTERS),
                answer.apply(Question.SUPPORT),
                desk.today());
    }

    @GetMapping("/cases/{id}/decide/result")
    Object result(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var open = desk.open(actor, id);
        var summary = summary(actor, open);
        if (summary.isEmpty()) {
            return "redirect:" + open.path();
        }
        var matters = summary.get().matters();
        var options = summary.get().options();
        var bars = new ArrayList<DecidePage.Bar>();
        for (var place = 0; place < options.size(); place++) {
            bars.add(bar(options.get(place).name(), matters.weighing().totals().get(place)));
        }
        var frame = desk.frame(request, open, Message.of("web.decide.result"), open.path() + "/decide");
        return Page.of(templates.decideResult(new DecidePage.Result(
                frame,
                id,
                matters.goals().stream().map(DecisionSummary.GoalLine::title).toList(),
                bars,
                matters.verdict(),
                matters.dominances(),
                matters.flips(),
                matters.weighing().totals().stream().allMatch(Weighing.Total::known))));
    }

    private static DecidePage.Bar bar(Message option, Weighing.Total total) {
        var parts = new ArrayList<DecidePage.Part>();
        var start = 0;
        for (var goal = 0; goal < total.contributions().size(); goal++) {
            var width = (int) Math.round(100 * total.contributions().get(goal).low());
            parts.add(new DecidePage.Part(goal, start, width));
            start += width;
        }
        return new DecidePage.Bar(
                option, parts, (int) Math.round(100 * total.low()), (int) Math.round(100 * total.high()));
    }

    @GetMapping("/cases/{id}/decide/record")
    Object record(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var open = desk.open(actor, id);
        return page(actor, open, decisions.decision(actor, id), null, request);
    }

    private Object page(
            Actor actor,
            Desk.OpenCase open,
            Optional<DecisionRecord> recorded,
            @Nullable Message error,
            HttpServletRequest request) {
        var compared = comparing.compare(actor, open);
        if (compared.isEmpty()) {
            return "redirect:" + open.path();
        }
        var chosen =
                recorded.flatMap(record -> Optional.ofNullable(record.option())).orElse("");
        var options = Options.of(compared.get().comparison()).options().stream()
                .map(option -> new DecidePage.Chosen(
                        option.id(), option.name(), option.id().equals(chosen)))
                .toList();
        var frame = desk.frame(request, open, Message.of("web.decide.record"), open.path() + "/decide");
        return new Page(
                templates.decideRecord(new DecidePage.Deciding(
                        frame,
                        open.id(),
                        options,
                        recorded.map(DecisionRecord::choice).orElse(""),
                        recorded.map(DecisionRecord::why).orElse(""),
                        recorded.map(DecisionRecord::helpers).orElse(""),
                        recorded.map(DecisionRecord::notKnown).orElse(""),
                        recorded.map(record -> String.join("\n", record.copies()))
                                .orElse(""),
                        asked(recorded.flatMap(record -> Optional.ofNullable(record.after()))),
                        recorded.isPresent(),
                        error)),
                error == null ? 200 : 422);
    }

    @PostMapping("/cases/{id}/decide/record")
    Object keep(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletRequest request,
            RedirectAttributes next) {
        var open = desk.open(actor, id);
        var compared = comparing.compare(actor, open);
        if (compared.isEmpty()) {
            return "redirect:" + open.path();
        }
        var option = Options.of(compared.get().comparison()).option(text(form, "option"));
        var messages = Frames.messages(request);
        var own = text(form, "choice");
        var choice =
                own.isEmpty() ? option.map(each -> messages.say(each.name())).orElse("") : own;
        if (choice.isEmpty()) {
            return page(actor, open, decisions.decision(actor, id), Message.of("web.decide.choiceMissing"), request);
        }
        decisions.decide(
                actor,
                id,
                new DecisionRecord(
                        option.map(each -> each.id()).orElse(null),
                        choice,
                        text(form, "why"),
                        text(form, "helpers"),
                        text(form, "notKnown"),
                        text(form, "copies")
                                .lines()
                                .limit(DecisionRecord.MOST_COPIES)
                                .toList(),
                        desk.today(),
                        decisions.before(actor, id).orElse(null),
                        check(form)));
        Frames.flash(next, Message.of("web.decide.kept"));
        return "redirect:" + open.path() + "/decide/summary";
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        var given = form.getFirst(field);
        var stripped = given == null ? "" : given.strip();
        return stripped.substring(0, Math.min(DecisionRecord.LONGEST_WORDS, stripped.length()));
    }

    @GetMapping("/cases/{id}/decide/summary")
    Object summary(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var open = desk.open(actor, id);
        var summary = summary(actor, open);
        if (summary.isEmpty()) {
            return "redirect:" + open.path();
        }
        var frame = desk.frame(request, open, Message.of("web.summary.title"), open.path() + "/decide");
        return Page.of(templates.summary(new SummaryPage(frame, id, summary.get())));
    }

    /** The same as a PDF to keep, print or send. */
    @GetMapping("/cases/{id}/decide/summary.pdf")
    void pdf(Actor actor, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var open = desk.open(actor, id);
        var summary = summary(actor, open).orElseThrow(ErrorPages.NotThere::new);
        response.setContentType("application/pdf");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename("consilium-summary-" + desk.today() + ".pdf")
                        .build()
                        .toString());
        SummaryPdf.write(summary, Frames.messages(request), response.getOutputStream());
    }

    /** What was decided, for the programs of a hospital; there is none as long as nothing was decided. */
    @GetMapping("/cases/{id}/decide/decision.fhir.json")
    ResponseEntity<String> fhir(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var summary = summary(actor, desk.open(actor, id))
                .filter(found -> found.decision() != null)
                .orElseThrow(ErrorPages.NotThere::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/fhir+json;charset=UTF-8"))
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"decision.fhir.json\"")
                .body(DecisionFhir.write(summary, Frames.messages(request)));
    }

    private Optional<DecisionSummary> summary(Actor actor, Desk.OpenCase open) {
        var decision = decisions.decision(actor, open.id());
        return comparing
                .compare(actor, open)
                .map(compared -> DecisionSummary.of(
                        open.about().title(),
                        compared.comparison(),
                        decisions.preferences(actor, open.id()),
                        decision.orElse(null),
                        decisions.before(actor, open.id()).orElse(null),
                        decision.map(DecisionRecord::after).orElse(null),
                        desk.today()));
    }
}
