package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.decision.DecisionRecord;
import org.consilium.decision.Decisions;
import org.consilium.decision.FollowUp;
import org.consilium.decision.LookingBack;
import org.consilium.language.Message;
import org.consilium.sharing.CalendarFile;
import org.consilium.web.pages.FollowUpPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Looking back on a decision after 30, 90 and 365 days. */
@Controller
class FollowUpPages {
    private final Templates templates;
    private final Decisions decisions;
    private final Desk desk;
    private final Clock clock;

    FollowUpPages(Templates templates, Decisions decisions, Desk desk, Clock clock) {
        this.templates = templates;
        this.decisions = decisions;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/cases/{id}/follow-up")
    Object list(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var open = desk.open(actor, id);
        return decisions
                .decision(actor, id)
                .<Object>map(decision -> page(actor, open, decision, null, null, request))
                .orElse("redirect:" + open.path());
    }

    @GetMapping("/cases/{id}/follow-up/{days}")
    Object form(Actor actor, @PathVariable UUID id, @PathVariable int days, HttpServletRequest request) {
        var open = desk.open(actor, id);
        var decision = decisions.decision(actor, id).orElseThrow(ErrorPages.NotThere::new);
        return page(actor, open, decision, answerable(actor, id, decision, days), null, request);
    }

    /** The one asked for, when it is time for it. */
    private LookingBack answerable(Actor actor, UUID id, DecisionRecord decision, int days) {
        return LookingBack.on(decision, decisions.followUps(actor, id), desk.today()).stream()
                .filter(it -> it.days() == days && it.state() != LookingBack.State.LATER)
                .findFirst()
                .orElseThrow(ErrorPages.NotThere::new);
    }

    private Page page(
            Actor actor,
            Desk.OpenCase open,
            DecisionRecord decision,
            @Nullable LookingBack asked,
            @Nullable Message error,
            HttpServletRequest request) {
        var title = asked == null
                ? Message.of("followup.title")
                : Message.of("followup.titleDays", Message.of("followup.after." + asked.days()));
        var back = asked == null ? open.path() : open.path() + "/follow-up";
        return new Page(
                templates.followUp(new FollowUpPage(
                        desk.frame(request, open, title, back),
                        open.id(),
                        decision.choice(),
                        LookingBack.on(decision, decisions.followUps(actor, open.id()), desk.today()),
                        asked,
                        error)),
                error == null ? 200 : 422);
    }

    @PostMapping("/cases/{id}/follow-up/{days}")
    Object answer(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int days,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletRequest request,
            RedirectAttributes next) {
        var open = desk.open(actor, id);
        var decision = decisions.decision(actor, id).orElseThrow(ErrorPages.NotThere::new);
        var asked = answerable(actor, id, decision, days);
        var done = chosen(FollowUp.Done.values(), form.getFirst("done"));
        var again = chosen(FollowUp.Again.values(), form.getFirst("again"));
        if (done.isEmpty()) {
            return page(actor, open, decision, asked, Message.of("followup.doneMissing"), request);
        }
        var saved = decisions.lookBack(
                actor,
                id,
                new FollowUp(
                        days,
                        decision.on(),
                        done.get(),
                        text(form, "what"),
                        again.orElse(FollowUp.Again.UNSURE),
                        text(form, "happened"),
                        desk.today()));
        Frames.flash(
                next,
                switch (saved) {
                    case SAVED -> Message.of("followup.kept");
                    case NOT_FOUND -> Message.of("followup.notKept");
                });
        return "redirect:" + open.path() + "/follow-up";
    }

    private static <E extends Enum<E>> Optional<E> chosen(E[] all, @Nullable String word) {
        return Arrays.stream(all)
                .filter(it ->
                        it.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                .findFirst();
    }

    private static String text(MultiValueMap<String, String> form, String field) {
        var given = form.getFirst(field);
        var stripped = given == null ? "" : given.strip();
        return stripped.substring(0, Math.min(DecisionRecord.LONGEST_WORDS, stripped.length()));
    }

    /** The days to look back on, for the person's own calendar; nothing medical is in it. */
    @GetMapping("/cases/{id}/follow-up/calendar.ics")
    ResponseEntity<byte[]> calendar(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        desk.open(actor, id);
        var decision = decisions.decision(actor, id).orElseThrow(ErrorPages.NotThere::new);
        var messages = Frames.messages(request);
        var days = LookingBack.on(decision, decisions.followUps(actor, id), desk.today()).stream()
                .filter(it -> it.state() != LookingBack.State.ANSWERED)
                .map(it -> new CalendarFile.Day(
                        "look-back-" + id + "-" + it.days() + "@consilium",
                        it.day(),
                        messages.say("followup.calendarTitle"),
                        messages.say("followup.calendarText")))
                .toList();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", java.nio.charset.StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("consilium-reminders.ics")
                                .build()
                                .toString())
                .body(CalendarFile.of(days, clock.instant()));
    }
}
