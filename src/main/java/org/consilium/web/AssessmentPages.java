package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.knowledge.Provenance;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.records.ByHand;
import org.consilium.triage.Assessment;
import org.consilium.web.pages.AssessmentPage;
import org.consilium.web.pages.AssessmentPage.Because;
import org.consilium.web.pages.MissingPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Do I need one, how long can it wait, and what is missing. */
@Controller
class AssessmentPages {
    private final Templates templates;
    private final Desk desk;

    AssessmentPages(Templates templates, Desk desk) {
        this.templates = templates;
        this.desk = desk;
    }

    @GetMapping("/cases/{id}/assessment")
    Page assessment(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var open = desk.open(actor, id);
        var assessment = open.assessment();
        var frame = desk.frame(request, open, Message.of("web.assessment.title"));
        var locale = frame.locale();
        return Page.of(templates.assessment(new AssessmentPage(
                frame,
                id,
                open.emergency(locale),
                Message.of("triage.verdict." + assessment.verdict().word()),
                colour(assessment.verdict()),
                assessment.triggers().stream()
                        .map(trigger -> trigger(trigger, id, frame.messages()))
                        .toList(),
                assessment.windows().stream()
                        .map(window -> window(window, frame.messages()))
                        .toList(),
                desk.knowledge().evidence().stream()
                        .limit(4)
                        .map(card -> new AssessmentPage.Card(
                                card.text().in(locale),
                                card.caveat().in(locale),
                                card.provenance().source()))
                        .toList(),
                assessment
                                .caseFile()
                                .substring(0, Math.min(8, assessment.caseFile().length())) + ", "
                        + assessment.knowledge() + ", " + frame.day(assessment.on()))));
    }

    static String colour(Assessment.Verdict verdict) {
        return switch (verdict) {
            case SEEK_NOW -> "red";
            case WORTH_SEEKING -> "green";
            case NOT_NEEDED -> "white";
            case CANNOT_TELL -> "grey";
        };
    }

    private static AssessmentPage.Trigger trigger(Assessment.TriggerResult trigger, UUID id, Messages messages) {
        var colour = switch (trigger.met()) {
            case YES -> "green";
            case NO -> "white";
            case CANNOT_TELL -> "grey";
        };
        return new AssessmentPage.Trigger(
                trigger.id(),
                trigger.met().word(),
                colour,
                because(trigger.because(), id, messages),
                trigger.procedures().stream()
                        .map(procedure -> procedure.alternatives().in(messages.locale()))
                        .filter(words -> !words.isBlank())
                        .toList());
    }

    private static List<Because> because(List<Assessment.Reason> reasons, UUID id, Messages messages) {
        return reasons.stream()
                .map(reason -> new Because(
                        messages.say(reason.text()), reason.fact() == null ? null : href(id, reason.fact())))
                .toList();
    }

    /** What the person said themselves has no file behind it. */
    private static @Nullable String href(UUID id, org.consilium.clinical.Fact fact) {
        var source = fact.sources().getFirst();
        return source.file().matches("[0-9a-f]{64}|" + ByHand.FILE) ? FactRows.href(id, source) : null;
    }

    private static AssessmentPage.WindowRow window(Assessment.TimeBudget budget, Messages messages) {
        var locale = messages.locale();
        var window = budget.window();
        var arithmetic = budget.budget() == null || budget.clockStart() == null || window.days() == null
                ? null
                : Message.of(
                        "web.assessment.arithmetic",
                        window.days(),
                        budget.clockStart(),
                        String.valueOf(budget.elapsed()),
                        String.valueOf(budget.remaining()),
                        Math.max(0, budget.budget()));
        return new AssessmentPage.WindowRow(
                window.event().in(locale),
                budget.message(),
                arithmetic,
                window.note().in(locale),
                window.provenance().source(),
                trust(window.provenance()));
    }

    private static Message trust(Provenance provenance) {
        return Message.of(
                "web.trust",
                Message.of("knowledge.tag." + provenance.tag().name().toLowerCase(Locale.ROOT)),
                Message.of("knowledge.grade." + provenance.grade().name().toLowerCase(Locale.ROOT)),
                provenance.reviewBy());
    }

    @GetMapping("/cases/{id}/missing")
    Page missing(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var open = desk.open(actor, id);
        var frame = desk.frame(request, open, Message.of("web.missing.title"));
        var locale = frame.locale();
        var completeness = open.assessment().completeness();
        if (completeness == null) {
            return Page.of(templates.missing(new MissingPage(frame, id, "", 0, List.of(), "")));
        }
        var items = completeness.items().stream()
                .filter(item -> item.status() != Assessment.Presence.NOT_APPLICABLE)
                .sorted(java.util.Comparator.comparing(
                                (Assessment.ItemState item) -> item.status() == Assessment.Presence.PRESENT)
                        .thenComparing(item -> -item.item().weight()))
                .map(item -> new MissingPage.Item(
                        item.item().name().in(locale),
                        item.status().word(),
                        switch (item.status()) {
                            case PRESENT -> "green";
                            case REPORT_ONLY, OUTDATED -> "yellow";
                            case MISSING -> "red";
                            case NOT_APPLICABLE -> "grey";
                        },
                        item.item().weight(),
                        because(item.because(), id, frame.messages())))
                .toList();
        var group = desk.knowledge().groups().stream()
                .filter(each -> each.id().equals(completeness.group()))
                .findFirst();
        return Page.of(templates.missing(new MissingPage(
                frame,
                id,
                group.map(each -> each.name().in(locale)).orElse(completeness.group()),
                completeness.score(),
                items,
                group.map(each -> each.provenance().source()).orElse(""))));
    }
}
