package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.consilium.language.Message;
import org.consilium.opinions.Draft;
import org.consilium.opinions.OpinionJson.Problem;
import org.consilium.opinions.Review;
import org.consilium.opinions.ReviewStep;
import org.consilium.opinions.Reviewer;
import org.consilium.opinions.Workbench;
import org.consilium.web.pages.ConceptHits;
import org.consilium.web.pages.ReviewDonePage;
import org.consilium.web.pages.ReviewFormPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a reviewer writes: one page, saved as it is typed; commit, sign, change again for a reason, or check as a peer. */
@Controller
class ReviewFormPages {
    private final Templates templates;
    private final Workbench workbench;
    private final ReviewDesk desk;
    private final Concepts concepts;

    ReviewFormPages(Templates templates, Workbench workbench, ReviewDesk desk, Concepts concepts) {
        this.templates = templates;
        this.workbench = workbench;
        this.desk = desk;
        this.concepts = concepts;
    }

    @GetMapping("/review/opinion")
    Object form(
            Reviewer reviewer,
            @RequestParam(defaultValue = "1") int diagnoses,
            @RequestParam(defaultValue = "1") int options,
            HttpServletRequest request) {
        var review = desk.open(reviewer);
        if (review.kind() == Review.Kind.PEER) {
            return "redirect:/review";
        }
        return review.isSigned() ? "redirect:/review/done" : page(review, diagnoses, options, "", List.of(), request);
    }

    private Page page(
            Review review,
            int diagnoses,
            int options,
            String words,
            List<Problem> problems,
            HttpServletRequest request) {
        var frame = desk.frame(request, "workbench.form.title");
        var draft = review.draft().answer("/date").isPresent()
                ? review.draft()
                : review.draft().with("/date", desk.today().toString());
        var parts = ReviewForm.parts(draft, frame.messages(), diagnoses, options);
        var hits = new ConceptHits(
                frame.messages(),
                !words.isBlank(),
                concepts.search(words, frame.messages().locale()));
        return new Page(
                templates.reviewForm(new ReviewFormPage(
                        frame,
                        review.isBlind(),
                        review.committed() != null,
                        review.amending(),
                        parts,
                        count(parts, "diagnosis-"),
                        count(parts, "treatment-"),
                        hits,
                        words,
                        problems)),
                problems.isEmpty() ? 200 : 422);
    }

    private static int count(List<ReviewFormPage.Part> parts, String id) {
        return (int) parts.stream().filter(part -> part.id().startsWith(id)).count();
    }

    /** Saves; a page without script then gets the form again, a page with script a word that it is saved. */
    @PostMapping("/review/opinion")
    Object save(
            Reviewer reviewer,
            @RequestParam MultiValueMap<String, String> form,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean script,
            HttpServletRequest request) {
        desk.open(reviewer);
        var draft = picked(ReviewForm.read(form), form, request);
        if (!(workbench.save(reviewer, draft, desk.now()) instanceof ReviewStep.Done done)) {
            return "redirect:/review";
        }
        var messages = Frames.messages(request);
        if (script) {
            return Page.of(templates.reviewSaved(messages));
        }
        if (form.getFirst("search") != null) {
            var words = form.getFirst("conceptWords");
            return page(done.review(), 1, 1, words == null ? "" : words, List.of(), request);
        }
        if (form.getFirst("commit") != null) {
            return after(workbench.commit(reviewer, desk.now()), reviewer, "/review/first", request);
        }
        if (form.getFirst("sign") != null) {
            return after(workbench.sign(reviewer, desk.now()), reviewer, "/review/done", request);
        }
        return "redirect:/review/opinion" + room(draft, form.getFirst("another"));
    }

    private static String room(Draft draft, @Nullable String another) {
        if (another == null) {
            return "";
        }
        return another.equals("diagnosis")
                ? "?diagnoses=" + (draft.size("/diagnoses") + 1) + "#part-diagnosis-" + draft.size("/diagnoses")
                : "?options=" + (draft.size("/treatments") + 1) + "#part-treatment-" + draft.size("/treatments");
    }

    private Object after(ReviewStep step, Reviewer reviewer, String next, HttpServletRequest request) {
        return switch (step) {
            case ReviewStep.Done done -> "redirect:" + next;
            case ReviewStep.NotNow notNow -> "redirect:/review";
            case ReviewStep.Incomplete(var problems) -> page(desk.open(reviewer), 1, 1, "", problems, request);
        };
    }

    /** A condition that was found and chosen becomes the code of the first diagnosis without one. */
    private Draft picked(Draft draft, MultiValueMap<String, String> form, HttpServletRequest request) {
        var pick = form.getFirst("concept");
        var chosen = concepts.picked(
                pick == null ? "" : pick, Frames.messages(request).locale());
        if (chosen.isEmpty()) {
            return draft;
        }
        var at = 0;
        while (draft.answer("/diagnoses/" + at + "/codes/0/code").isPresent()) {
            at++;
        }
        if (at >= ReviewForm.MOST) {
            return draft;
        }
        var code = chosen.get();
        var named = draft.answer("/diagnoses/" + at + "/text").isPresent()
                ? draft
                : draft.with("/diagnoses/" + at + "/text", code.display() == null ? code.code() : code.display());
        return named.with("/diagnoses/" + at + "/codes/0/system", code.system())
                .with("/diagnoses/" + at + "/codes/0/code", code.code());
    }

    @GetMapping("/review/done")
    Object done(Reviewer reviewer, HttpServletRequest request) {
        desk.open(reviewer);
        var signed = workbench.signed(reviewer, desk.now());
        if (signed.isEmpty()) {
            return "redirect:/review";
        }
        var frame = desk.frame(request, "workbench.done.title");
        return Page.of(templates.reviewDone(new ReviewDonePage(
                frame,
                SignatureWords.of(signed.get().draft(), frame.messages()),
                new OpinionForm(signed.get().draft(), frame.messages()).parts())));
    }

    @PostMapping("/review/amend")
    String amend(Reviewer reviewer, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        desk.open(reviewer);
        return switch (workbench.amend(reviewer, reason, desk.now())) {
            case ReviewStep.Done done -> "redirect:/review/opinion";
            case ReviewStep.Incomplete(var problems) -> {
                Frames.flash(next, problems.getFirst().text());
                yield "redirect:/review/done";
            }
            case ReviewStep.NotNow notNow -> "redirect:/review";
        };
    }

    @PostMapping("/review/check")
    String check(
            Reviewer reviewer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String agrees,
            @RequestParam(defaultValue = "") String comment,
            RedirectAttributes next) {
        desk.open(reviewer);
        var said = switch (workbench.check(reviewer, name, agrees.equals("yes"), comment, desk.now())) {
            case ReviewStep.Done done -> Message.of("workbench.peer.thanks");
            case ReviewStep.Incomplete(var problems) -> problems.getFirst().text();
            case ReviewStep.NotNow notNow -> Message.of("workbench.peer.once");
        };
        Frames.flash(next, said);
        return "redirect:/review";
    }
}
