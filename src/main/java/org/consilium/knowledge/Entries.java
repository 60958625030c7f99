package org.consilium.knowledge;

import java.time.Period;
import java.util.List;
import java.util.Objects;

/** How each kind of entry is read. */
final class Entries {
    private Entries() {}

    static ConditionGroup group(Entry entry) {
        return new ConditionGroup(
                entry.text("id"),
                entry.words("name"),
                entry.oneOf(ConditionGroup.Tier.class, "tier"),
                entry.flag("rare"),
                entry.codes("codes"),
                entry.textOrNull("checklist"),
                entry.parts("qualifiers").stream()
                        .map(one -> new ConditionGroup.Qualifier(
                                one.words("name"),
                                Objects.requireNonNullElse(one.textOrNull("unit"), ""),
                                one.source()))
                        .toList(),
                entry.source());
    }

    static RedFlag redFlag(Entry entry) {
        return new RedFlag(
                entry.text("id"),
                entry.words("text"),
                entry.oneOf(Urgency.class, "urgency"),
                entry.parts("when").stream().map(Entries::rule).toList(),
                entry.number("recentDays"),
                entry.wordsOrNone("symptom"),
                entry.list("symptomWords"),
                entry.parts("assumed").stream().map(Entries::assumed).toList(),
                entry.words("target"),
                entry.source());
    }

    private static RedFlag.Assumed assumed(Entry entry) {
        return new RedFlag.Assumed(
                entry.list("words"), entry.list("treatments"), entry.codes("except"), entry.flag("pregnancy"));
    }

    private static CodeRule rule(Entry entry) {
        var any = entry.codes("any");
        if (any.isEmpty()) {
            throw entry.wrong("a rule without codes");
        }
        return new CodeRule(any, entry.node().has("with") ? entry.codes("with") : List.of());
    }

    static Window window(Entry entry) {
        return new Window(
                entry.text("id"),
                entry.text("group"),
                entry.codes("codes"),
                entry.list("when"),
                entry.words("event"),
                entry.oneOf(Window.Clock.class, "clock"),
                entry.numberOrNull("days"),
                entry.oneOf(Urgency.class, "urgency"),
                entry.oneOf(Window.Feasible.class, "feasible"),
                entry.words("note"),
                entry.source());
    }

    static PlannedProcedure procedure(Entry entry) {
        return new PlannedProcedure(
                entry.text("id"),
                entry.words("name"),
                entry.text("trigger"),
                entry.codes("codes"),
                entry.list("words"),
                entry.words("alternatives"),
                entry.source());
    }

    static Checklist checklist(Entry entry) {
        return new Checklist(
                entry.text("id"),
                entry.words("name"),
                entry.parts("items").stream().map(Entries::item).toList(),
                entry.source());
    }

    private static Checklist.Item item(Entry entry) {
        return new Checklist.Item(
                entry.text("id"),
                entry.words("name"),
                entry.number("weight"),
                entry.oneOf(Checklist.Kind.class, "kind"),
                entry.codes("codes"),
                entry.list("words"),
                entry.list("modalities"),
                entry.numberOrNull("freshDays"),
                entry.list("regions"),
                entry.codes("onlyFor"),
                entry.numberOrNull("fromStage"));
    }

    static Question question(Entry entry) {
        return new Question(
                entry.text("id"), entry.text("trigger"), entry.text("topic"), entry.words("text"), entry.text("to"));
    }

    static EvidenceCard evidence(Entry entry) {
        return new EvidenceCard(entry.text("id"), entry.words("text"), entry.words("caveat"), entry.source());
    }

    static TriggerRule trigger(Entry entry) {
        return new TriggerRule(entry.text("id"), entry.words("rule"), entry.source());
    }

    static AccessRight accessRight(Entry entry) {
        var period = entry.textOrNull("period");
        return new AccessRight(
                entry.text("id"),
                entry.list("countries"),
                entry.words("name"),
                entry.words("law"),
                entry.words("line"),
                period == null ? null : Period.parse(period),
                entry.words("fee"),
                entry.words("more"),
                entry.source());
    }

    static FailedTrial failedTrial(Entry entry) {
        return new FailedTrial(
                entry.text("id"),
                entry.codes("codes"),
                entry.words("name"),
                entry.number("days"),
                entry.node().has("drugs") ? entry.number("drugs") : 0,
                entry.flag("together"),
                entry.parts("medicines").stream()
                        .map(kind -> new FailedTrial.Medicine(kind.codes("codes"), kind.list("words")))
                        .toList(),
                entry.source());
    }

    static SpecialTreatment treatment(Entry entry) {
        return new SpecialTreatment(
                entry.text("id"),
                entry.words("name"),
                entry.codes("codes"),
                entry.list("words"),
                entry.codes("onlyWith"),
                entry.source());
    }

    static Expert expert(Entry entry) {
        return new Expert(
                entry.text("id"),
                entry.words("name"),
                entry.list("words"),
                entry.list("nucc"),
                entry.list("groups"),
                entry.source());
    }

    static Volume volume(Entry entry) {
        return new Volume(
                entry.text("id"),
                entry.words("name"),
                entry.numberOrNull("hospital"),
                entry.numberOrNull("surgeon"),
                entry.list("countries"),
                entry.wordsOrNone("more"),
                entry.source());
    }

    static Background background(Entry entry) {
        return new Background(
                entry.text("id"),
                Background.Topic.ofWord(entry.text("topic")),
                entry.list("countries"),
                entry.words("name"),
                entry.words("says"),
                entry.source());
    }

    static NamedCondition condition(Entry entry) {
        return new NamedCondition(
                entry.text("id"), entry.list("en"), entry.list("es"), entry.written("codes"), entry.source());
    }
}
