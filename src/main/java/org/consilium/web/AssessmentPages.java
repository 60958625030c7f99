package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.audit.Actor;
import org.consilium.knowledge.Provenance;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.records.ByHand;
import org.consilium.records.Records;
import org.consilium.records.StoredFile;
import org.consilium.requests.Gaps;
import org.consilium.triage.Assessment;
import org.consilium.web.pages.AssessmentPage;
import org.consilium.web.pages.AssessmentPage.Because;
import org.consilium.web.pages.Frame;
import org.consilium.web.pages.MissingPage;
import org.consilium.web.pages.WhyPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Do I need one, how long can it wait, and what is missing. */
@Controller
class AssessmentPages {
    private static final String NOT_UNDERSTOOD = "triage.because.not-understood";

    private final Templates templates;
    private final Desk desk;
    private final Records records;

    AssessmentPages(Templates templates, Desk desk, Records records) {
        this.templates = templates;
        this.desk = desk;
        this.records = records;
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
                assessment.emergencies().stream()
                        .map(emergency -> new AssessmentPage.Flag(
                                emergency.flag().id(), emergency.flag().text().in(locale)))
                        .toList(),
                needs(open, frame.messages()),
                madeFrom(assessment, frame))));
    }

    private static String madeFrom(Assessment assessment, Frame frame) {
        var records = assessment.caseFile();
        return frame.say(
                "triagemore.madeFrom",
                frame.day(assessment.on()),
                records.substring(0, Math.min(8, records.length())),
                assessment.knowledge());
    }

    /** Absent when the group of the condition is unknown. */
    private AssessmentPage.@Nullable Needs needs(Desk.OpenCase open, Messages messages) {
        var completeness = open.assessment().completeness();
        if (completeness == null) {
            return null;
        }
        return new AssessmentPage.Needs(
                desk.knowledge()
                        .group(completeness.group())
                        .map(group -> group.name().in(messages.locale()))
                        .orElse(completeness.group()),
                completeness.score(),
                inOrder(completeness).stream()
                        .map(state -> new AssessmentPage.Need(
                                state.item().id(),
                                state.item().name().in(messages.locale()),
                                Message.of("triage.presence." + state.status().word()),
                                colour(state.status())))
                        .toList());
    }

    @GetMapping("/cases/{id}/assessment/why/{entry}")
    Page why(Actor actor, @PathVariable UUID id, @PathVariable String entry, HttpServletRequest request) {
        var open = desk.open(actor, id);
        var names = records.files(actor, id).stream()
                .collect(Collectors.toMap(StoredFile::hash, StoredFile::name, (one, other) -> one));
        var assessment = open.path() + "/assessment";
        var frame = desk.frame(request, open, Message.of("know.why.title"), assessment);
        var why = new Whys(open, desk.knowledge(), names, frame.messages())
                .of(entry)
                .orElseThrow(ErrorPages.NotThere::new);
        return Page.of(templates.why(new WhyPage(
                frame,
                assessment,
                open.emergency(frame.locale()),
                entry,
                why.name(),
                why.answer(),
                why.colour(),
                why.remarks(),
                why.rule(),
                why.proofs(),
                why.origins(),
                madeFrom(open.assessment(), frame))));
    }

    static String colour(Assessment.Verdict verdict) {
        return switch (verdict) {
            case SEEK_NOW -> "red";
            case WORTH_SEEKING -> "green";
            case NOT_NEEDED -> "white";
            case CANNOT_TELL -> "grey";
        };
    }

    static String colour(Assessment.Met met) {
        return switch (met) {
            case YES -> "green";
            case NO -> "white";
            case CANNOT_TELL -> "grey";
        };
    }

    static String colour(Assessment.Presence presence) {
        return switch (presence) {
            case PRESENT -> "green";
            case REPORT_ONLY, OUTDATED -> "yellow";
            case MISSING -> "red";
            case NOT_APPLICABLE -> "grey";
        };
    }

    private static AssessmentPage.Trigger trigger(Assessment.TriggerResult trigger, UUID id, Messages messages) {
        var unknown = trigger.because().stream()
                .filter(reason -> reason.text().key().equals(NOT_UNDERSTOOD))
                .toList();
        var folded = unknown.size() > 1;
        return new AssessmentPage.Trigger(
                trigger.id(),
                trigger.met().word(),
                colour(trigger.met()),
                because(
                        trigger.because().stream()
                                .filter(reason -> !folded || !unknown.contains(reason))
                                .toList(),
                        id,
                        messages),
                folded ? named(unknown, id) : List.of(),
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

    /** The names alone, with their files. */
    private static List<Because> named(List<Assessment.Reason> reasons, UUID id) {
        return reasons.stream()
                .flatMap(reason -> Stream.ofNullable(reason.fact()))
                .map(fact -> new Because(fact.text(), href(id, fact)))
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
        return new AssessmentPage.WindowRow(
                window.id(),
                window.event().in(locale),
                budget.message(),
                arithmetic(budget),
                window.note().in(locale),
                window.provenance().source(),
                trust(window.provenance()));
    }

    /** How the days were counted; absent when there is no number. */
    static @Nullable Message arithmetic(Assessment.TimeBudget budget) {
        var days = budget.window().days();
        return budget.budget() == null || budget.clockStart() == null || days == null
                ? null
                : Message.of(
                        "web.assessment.arithmetic",
                        days,
                        budget.clockStart(),
                        String.valueOf(budget.elapsed()),
                        String.valueOf(budget.remaining()),
                        Math.max(0, budget.budget()));
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
            return Page.of(templates.missing(new MissingPage(frame, id, "", 0, List.of(), "", 0, List.of())));
        }
        var items = inOrder(completeness).stream()
                .map(item -> new MissingPage.Item(
                        item.item().id(),
                        item.item().name().in(locale),
                        item.status().word(),
                        colour(item.status()),
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
                group.map(each -> each.provenance().source()).orElse(""),
                Gaps.of(completeness).toAsk().size(),
                completeness.repeats().stream()
                        .map(repeat -> repeat(repeat, id, frame))
                        .toList())));
    }

    private static Because repeat(Assessment.Repeat repeat, UUID id, Frame frame) {
        var name = FactNames.of(repeat.fact(), frame.locale());
        return new Because(RepeatWords.of(repeat, name, frame.messages()), href(id, repeat.fact()));
    }

    /** What applies, what is not there before what is, what decides before what helps. */
    private static List<Assessment.ItemState> inOrder(Assessment.Completeness completeness) {
        return completeness.items().stream()
                .filter(item -> item.status() != Assessment.Presence.NOT_APPLICABLE)
                .sorted(Comparator.comparing(
                                (Assessment.ItemState item) -> item.status() == Assessment.Presence.PRESENT)
                        .thenComparing(item -> -item.item().weight()))
                .toList();
    }
}
