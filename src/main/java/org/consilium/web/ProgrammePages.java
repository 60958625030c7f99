package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consilium.access.Cases;
import org.consilium.audit.Actor;
import org.consilium.comparison.Comparison;
import org.consilium.decision.DecisionRecord;
import org.consilium.decision.Decisions;
import org.consilium.decision.FollowUp;
import org.consilium.decision.ProgrammeCounts;
import org.consilium.decision.ProgrammeCounts.OneCase;
import org.consilium.decision.ReadinessCheck;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.opinions.Opinion;
import org.consilium.web.pages.ProgrammePage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Counts over all cases that the person may see. */
@Controller
class ProgrammePages {
    private final Templates templates;
    private final Cases cases;
    private final Decisions decisions;
    private final Comparing comparing;
    private final Desk desk;

    ProgrammePages(Templates templates, Cases cases, Decisions decisions, Comparing comparing, Desk desk) {
        this.templates = templates;
        this.cases = cases;
        this.decisions = decisions;
        this.comparing = comparing;
        this.desk = desk;
    }

    @GetMapping("/programme")
    Page page(Actor actor, HttpServletRequest request) {
        return Page.of(templates.programme(
                new ProgrammePage(Frames.plain(request, Message.of("followup.programme.title")), counts(actor))));
    }

    @GetMapping("/programme.csv")
    ResponseEntity<byte[]> table(Actor actor, HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("consilium-counts.csv")
                                .build()
                                .toString())
                .body(csv(counts(actor), Frames.messages(request)).getBytes(StandardCharsets.UTF_8));
    }

    /** Words of this program and numbers only: nothing that a spreadsheet could take for a formula. */
    private static String csv(ProgrammeCounts counts, Messages messages) {
        var head = List.of("what", "value", "of", "in words");
        return counts.lines().stream()
                .map(line -> line.word() + "," + number(line.value()) + "," + number(line.of()) + ",\""
                        + messages.say("followup.programme." + line.word()) + "\"")
                .collect(Collectors.joining("\r\n", String.join(",", head) + "\r\n", "\r\n"));
    }

    private static String number(@Nullable Integer value) {
        return value == null ? "" : value.toString();
    }

    private ProgrammeCounts counts(Actor actor) {
        return ProgrammeCounts.of(cases.list(actor).stream()
                .filter(each -> !each.sample())
                .map(each -> one(actor, each.id()))
                .toList());
    }

    private OneCase one(Actor actor, UUID id) {
        var comparison = comparing
                .compare(actor, desk.open(actor, id))
                .map(Comparing.Compared::comparison)
                .orElse(null);
        var decision = decisions.decision(actor, id).orElse(null);
        var before = decisions.before(actor, id).map(ProgrammePages::open).orElse(null);
        return new OneCase(
                comparison == null ? null : comparison.diagnosis(),
                comparison == null ? null : comparison.treatment(),
                comparison == null ? null : turnaround(comparison),
                before,
                decision == null || decision.after() == null ? null : open(decision.after()),
                decision != null,
                decision == null ? null : again(actor, id, decision));
    }

    private static int open(ReadinessCheck check) {
        return check.gaps().size();
    }

    private static int turnaround(Comparison comparison) {
        var days = comparison.opinions().stream()
                .map(Opinion::date)
                .sorted(Comparator.naturalOrder())
                .toList();
        return (int) ChronoUnit.DAYS.between(days.getFirst(), days.getLast());
    }

    private FollowUp.@Nullable Again again(Actor actor, UUID id, DecisionRecord decision) {
        return decisions.followUps(actor, id).stream()
                .filter(it -> it.decided().equals(decision.on()))
                .findFirst()
                .map(FollowUp::again)
                .orElse(null);
    }
}
