package org.consilium.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.clinical.Code;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.knowledge.Knowledge;
import org.consilium.knowledge.Provenance;
import org.consilium.knowledge.Window;
import org.consilium.language.Localised;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.records.ByHand;
import org.consilium.triage.Assessment.Emergency;
import org.consilium.triage.Assessment.ItemState;
import org.consilium.triage.Assessment.Reason;
import org.consilium.triage.Assessment.TimeBudget;
import org.consilium.triage.Assessment.TriggerResult;
import org.consilium.web.pages.FactsPage;
import org.consilium.web.pages.WhyPage.Origin;
import org.consilium.web.pages.WhyPage.Proof;

/** Explains one entry of an assessment: its rule, what it rests on, where it comes from. */
final class Whys {
    private static final int MOST_PLACES = 5;
    private static final int MOST_NAMED = 5;

    private final Desk.OpenCase open;
    private final Knowledge knowledge;
    private final Map<String, String> files;
    private final Messages messages;

    /** @param files the names of the files of this case by their hash */
    Whys(Desk.OpenCase open, Knowledge knowledge, Map<String, String> files, Messages messages) {
        this.open = open;
        this.knowledge = knowledge;
        this.files = files;
        this.messages = messages;
    }

    /** An answer with its reasons; the page adds the rest. */
    record Why(
            String name,
            Message answer,
            String colour,
            List<Message> remarks,
            List<Message> rule,
            List<Proof> proofs,
            List<Origin> origins) {}

    /** The entry of this id, when the assessment has it. */
    Optional<Why> of(String entry) {
        var assessment = open.assessment();
        var items = Stream.ofNullable(assessment.completeness()).flatMap(all -> all.items().stream());
        return Stream.of(
                        assessment.triggers().stream()
                                .filter(it -> it.id().equals(entry))
                                .map(this::trigger),
                        assessment.emergencies().stream()
                                .filter(it -> it.flag().id().equals(entry))
                                .map(this::emergency),
                        assessment.windows().stream()
                                .filter(it -> it.window().id().equals(entry))
                                .map(this::window),
                        items.filter(it -> it.item().id().equals(entry)).map(this::item))
                .flatMap(found -> found)
                .findFirst();
    }

    private Why trigger(TriggerResult trigger) {
        var origins = new LinkedHashMap<String, Origin>();
        var rule = knowledge.trigger(trigger.id());
        rule.ifPresent(it -> origins.put(
                it.id(), origin(it.id(), say("triage.trigger." + trigger.id() + ".title"), it.provenance())));
        trigger.procedures().forEach(it -> origins.put(it.id(), origin(it.id(), words(it.name()), it.provenance())));
        trigger.because().stream()
                .flatMap(reason -> Stream.ofNullable(reason.fact()))
                .filter(fact -> fact.kind() == FactKind.CONDITION)
                .forEach(fact -> group(origins, fact.codes()));
        return new Why(
                say("triage.trigger." + trigger.id() + ".title"),
                Message.of("web.met." + trigger.met().word()),
                AssessmentPages.colour(trigger.met()),
                List.of(Message.of("triage.trigger." + trigger.id() + ".why")),
                rule.map(it -> List.of(Message.of("know.rule.plain", it.rule())))
                        .orElse(List.of()),
                proofs(trigger.because()),
                List.copyOf(origins.values()));
    }

    private Why emergency(Emergency emergency) {
        var flag = emergency.flag();
        return new Why(
                words(flag.text()),
                Message.of("triage.verdict.seek-now"),
                "red",
                List.of(),
                RuleWords.of(flag, messages),
                proofs(emergency.because()),
                List.of(origin(flag.id(), words(flag.text()), flag.provenance())));
    }

    private Why window(TimeBudget budget) {
        var window = budget.window();
        var group = knowledge.group(window.group());
        var origins = new ArrayList<Origin>();
        origins.add(origin(window.id(), words(window.event()), window.provenance()));
        group.ifPresent(it -> origins.add(origin(it.id(), words(it.name()), it.provenance())));
        var arithmetic = AssessmentPages.arithmetic(budget);
        var kept = budget.remaining() == null || budget.budget() == null ? null : budget.remaining() - budget.budget();
        var named = group.map(it -> Message.of("know.rule.plain", it.name())).orElse(null);
        return new Why(
                words(window.event()),
                budget.message(),
                "",
                Stream.ofNullable(arithmetic).toList(),
                RuleWords.of(window, kept, named, messages),
                windowProofs(budget),
                origins);
    }

    private List<Proof> windowProofs(TimeBudget budget) {
        var proofs = new ArrayList<Proof>();
        if (budget.clockSource() != null) {
            proofs.add(proof(say("know.why.clock"), budget.clockSource()));
        } else if (budget.clockStart() != null) {
            proofs.add(said(messages.say("know.why.clockYou", budget.clockStart())));
        }
        open.file().facts().stream()
                .filter(fact -> fact.kind() == FactKind.CONDITION && fact.holds())
                .filter(fact -> !fact.equals(budget.clockSource()))
                .filter(fact -> covers(budget.window(), fact.codes()))
                .sorted(Comparator.comparing(Whys::day).reversed())
                .limit(MOST_NAMED)
                .forEach(fact -> proofs.add(proof(say("know.why.named"), fact)));
        if (covers(budget.window(), open.answers().conditions())) {
            proofs.add(said(say("know.why.picked")));
        }
        return proofs;
    }

    private static String day(Fact fact) {
        return fact.date() == null ? "" : fact.date().toString();
    }

    private boolean covers(Window window, List<Code> codes) {
        return knowledge.windowsFor(codes).contains(window);
    }

    private Why item(ItemState state) {
        var item = state.item();
        var origins = new ArrayList<Origin>();
        knowledge.checklists().stream()
                .filter(list -> list.items().contains(item))
                .forEach(list -> origins.add(origin(list.id(), words(list.name()), list.provenance())));
        var group = knowledge.checklists().stream()
                .filter(list -> list.items().contains(item))
                .findFirst()
                .map(list -> Message.of("know.rule.plain", list.name()))
                .orElse(Message.of("know.why.needs"));
        return new Why(
                words(item.name()),
                Message.of("triage.presence." + state.status().word()),
                AssessmentPages.colour(state.status()),
                List.of(),
                RuleWords.of(item, group, messages),
                proofs(state.because()),
                origins);
    }

    private void group(Map<String, Origin> origins, List<Code> codes) {
        knowledge.groupsFor(codes).stream()
                .findFirst()
                .ifPresent(it -> origins.put(it.id(), origin(it.id(), words(it.name()), it.provenance())));
    }

    private List<Proof> proofs(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> reason.fact() == null
                        ? said(messages.say(reason.text()))
                        : proof(messages.say(reason.text()), reason.fact()))
                .toList();
    }

    private static Proof said(String words) {
        return new Proof(words, "", "", List.of());
    }

    private Proof proof(String reason, Fact fact) {
        var about = Stream.of(
                        fact.text(),
                        FactWords.value(fact),
                        FactWords.kind(fact, messages),
                        FactWords.when(fact.date(), messages),
                        FactWords.status(fact, messages))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
        var codes = fact.codes().stream().map(Code::code).distinct().collect(Collectors.joining(", "));
        return new Proof(
                reason,
                about,
                codes,
                fact.sources().stream()
                        .filter(source -> files.containsKey(source.file())
                                || source.file().equals(ByHand.FILE))
                        .limit(MOST_PLACES)
                        .map(source -> new FactsPage.Origin(
                                FactRows.href(open.id(), source),
                                files.getOrDefault(source.file(), say("webrecords.fact.byHand"))))
                        .toList());
    }

    private Origin origin(String id, String name, Provenance provenance) {
        return new Origin(
                id,
                name,
                provenance.source(),
                provenance.tag().wording(),
                Message.of("know.grade", provenance.grade(), provenance.grade().wording()),
                messages.day(provenance.reviewBy()),
                KnowledgePages.reviewed(provenance));
    }

    private String words(Localised words) {
        return words.in(messages.locale());
    }

    private String say(String key) {
        return messages.say(key);
    }
}
