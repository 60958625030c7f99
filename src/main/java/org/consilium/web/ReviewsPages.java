package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consilium.audit.Actor;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.opinions.Filed;
import org.consilium.opinions.NewReview;
import org.consilium.opinions.Opinions;
import org.consilium.opinions.Review;
import org.consilium.opinions.Reviews;
import org.consilium.records.Records;
import org.consilium.records.StoredFile;
import org.consilium.sharing.OpinionLetters;
import org.consilium.web.pages.ReviewsPage;
import org.consilium.web.pages.SituationPage.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Giving a case to a doctor by a link: what they are asked, what is kept back until they commit, and taking it back. */
@Controller
class ReviewsPages {
    private static final Set<String> DAYS = Set.of("1", "7", "14", "30");
    private static final int MOST_USES = 5;

    private final Templates templates;
    private final Reviews reviews;
    private final Opinions opinions;
    private final Records records;
    private final Desk desk;
    private final ReviewDesk reviewDesk;
    private final Comparing comparing;

    ReviewsPages(
            Templates templates,
            Reviews reviews,
            Opinions opinions,
            Records records,
            Desk desk,
            ReviewDesk reviewDesk,
            Comparing comparing) {
        this.templates = templates;
        this.reviews = reviews;
        this.opinions = opinions;
        this.records = records;
        this.desk = desk;
        this.reviewDesk = reviewDesk;
        this.comparing = comparing;
    }

    /** With {@code further=yes} the form asks for one more opinion: what is open between the others is filled in. */
    @GetMapping("/cases/{id}/reviews")
    Page list(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String further,
            HttpServletRequest request) {
        return page(actor, desk.open(actor, id), null, further.equals("yes"), request);
    }

    private Page page(
            Actor actor, Desk.OpenCase open, @Nullable String link, boolean further, HttpServletRequest request) {
        var frame = desk.frame(request, open, Message.of("workbench.reviews.title"), open.path() + "/opinions");
        return Page.of(templates.reviews(new ReviewsPage(
                frame,
                open.id(),
                link,
                frame.say(further ? "nextstep.further.question" : "workbench.reviews.questionStart"),
                further ? openQuestions(actor, open, frame.messages()) : "",
                files(actor, open),
                opinions.list(actor, open.id()).stream()
                        .filter(filed -> filed.finished() && !filed.removed())
                        .map(ReviewsPages::choice)
                        .toList(),
                reviews.list(actor, open.id()).stream()
                        .map(review -> row(review, frame.messages()))
                        .toList())));
    }

    private String openQuestions(Actor actor, Desk.OpenCase open, Messages messages) {
        return comparing.compare(actor, open).stream()
                .flatMap(compared -> compared.comparison().openQuestions().stream())
                .map(messages::say)
                .collect(Collectors.joining("\n"));
    }

    private static Choice choice(Filed filed) {
        return new Choice(
                filed.id().toString(), filed.draft().answer("/author/name").orElse(""), false);
    }

    /** Files that look like a letter with a conclusion are ticked to begin with. */
    private List<Choice> files(Actor actor, Desk.OpenCase open) {
        var authors = reviewDesk.authors(actor, open.id());
        return records.files(actor, open.id()).stream()
                .filter(file -> file.state() == StoredFile.State.FILED)
                .map(file -> new Choice(
                        file.hash(),
                        file.name(),
                        OpinionLetters.looksLikeOne(file, open.file().facts(), authors)))
                .toList();
    }

    private ReviewsPage.Row row(Review review, Messages messages) {
        var open = review.link().isOpen(reviewDesk.now())
                && review.link().uses() < review.link().mostUses();
        return new ReviewsPage.Row(
                review.id(),
                review.asked().who(),
                messages.say("workbench.reviews.kind." + (review.kind() == Review.Kind.PEER ? "peer" : "opinion")),
                messages.say("workbench.reviews.state." + state(review)),
                messages.day(
                        review.link().expires().atZone(ZoneId.systemDefault()).toLocalDate()),
                open);
    }

    private String state(Review review) {
        if (review.link().revoked() != null) {
            return "revoked";
        }
        if (review.isSigned()) {
            return "signed";
        }
        if (!review.link().isOpen(reviewDesk.now())) {
            return "expired";
        }
        if (review.committed() != null) {
            return "committed";
        }
        return review.link().uses() == 0 ? "unused" : "reading";
    }

    /** Makes a link and shows it, this once. */
    @PostMapping("/cases/{id}/reviews")
    Page invite(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletRequest request) {
        var open = desk.open(actor, id);
        var invited = reviews.invite(actor, id, wanted(form), reviewDesk.now()).orElseThrow(ErrorPages.NotThere::new);
        var site = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        return page(actor, open, site + "/review/start?token=" + invited.token(), false, request);
    }

    private static NewReview wanted(MultiValueMap<String, String> form) {
        var days = form.getFirst("days");
        var peer = form.getFirst("peer");
        var kept = new HashSet<String>();
        for (var hash : form.getOrDefault("kept", List.of())) {
            if (hash.matches("[0-9a-f]{64}")) {
                kept.add(hash);
            }
        }
        return new NewReview(
                new Review.Asked(
                        words(form, "who", 200),
                        words(form, "question", NewReview.LONGEST_TEXT),
                        words(form, "afterwards", NewReview.LONGEST_TEXT),
                        kept),
                !"no".equals(form.getFirst("blinded")),
                Duration.ofDays(days != null && DAYS.contains(days) ? Long.parseLong(days) : 14),
                MOST_USES,
                peer == null || peer.isBlank() ? null : UUID.fromString(peer));
    }

    private static String words(MultiValueMap<String, String> form, String name, int longest) {
        var given = form.getFirst(name);
        var words = given == null ? "" : given.strip();
        return words.length() > longest ? words.substring(0, longest) : words;
    }

    @PostMapping("/cases/{id}/reviews/{review}/revoke")
    String revoke(Actor actor, @PathVariable UUID id, @PathVariable UUID review, RedirectAttributes next) {
        desk.open(actor, id);
        if (!reviews.revoke(actor, id, review)) {
            throw new ErrorPages.NotThere();
        }
        Frames.flash(next, Message.of("workbench.reviews.revokedNow"));
        return "redirect:/cases/" + id + "/reviews";
    }
}
