package org.consilium.web;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.consilium.clinical.Code;
import org.consilium.clinical.FactKind;
import org.consilium.knowledge.ConditionGroup;
import org.consilium.language.Messages;
import org.consilium.triage.Answers;
import org.consilium.web.pages.ConceptHits;
import org.consilium.web.pages.SituationPage.Asks;
import org.consilium.web.pages.SituationPage.Choice;
import org.jspecify.annotations.Nullable;

/** What the short form asks at each step, with what is known so far. */
final class SituationAsks {
    private final Desk desk;
    private final Concepts concepts;

    SituationAsks(Desk desk, Concepts concepts) {
        this.desk = desk;
        this.concepts = concepts;
    }

    Asks content(Desk.OpenCase open, String step, Answers answers, String words, org.consilium.web.pages.Frame frame) {
        var locale = frame.locale();
        return switch (step) {
            case "symptoms" -> symptoms(answers, locale);
            case "conditions" -> conditions(open, answers, locale, words);
            case "treatment" -> {
                var planned =
                        answers.planned().isEmpty() ? null : answers.planned().getFirst();
                yield new Asks.Treatment(
                        planned == null ? "" : planned.text(), planned == null ? "" : text(planned.date()));
            }
            case "improving" -> new Asks.Improving(text(answers.notImprovingSince()));
            case "informed" ->
                new Asks.Informed(java.util.stream.IntStream.rangeClosed(1, 4)
                        .mapToObj(number ->
                                new Choice(String.valueOf(number), frame.say("triage.readiness." + number), false))
                        .toList());
            default ->
                new Asks.Dates(
                        text(answers.clockStart()),
                        answers.risk() == null ? "" : answers.risk(),
                        answers.country() == null ? "" : answers.country());
        };
    }

    private Asks.Symptoms symptoms(Answers answers, Locale locale) {
        var flags = desk.knowledge().redFlags().stream()
                .filter(flag -> !flag.symptom().en().isBlank())
                .map(flag -> new Choice(
                        flag.id(), flag.symptom().in(locale), answers.symptoms().contains(flag.id())))
                .toList();
        var ids = flags.stream().map(Choice::value).toList();
        var words = answers.symptoms().stream()
                .filter(symptom -> !ids.contains(symptom))
                .toList();
        return new Asks.Symptoms(flags, String.join("\n", words));
    }

    private Asks.Conditions conditions(Desk.OpenCase open, Answers answers, Locale locale, String words) {
        var found = new LinkedHashSet<String>();
        open.file().facts().stream()
                .filter(fact -> fact.kind() == FactKind.CONDITION && fact.holds())
                .filter(fact -> fact.status().equals("active") || fact.status().equals("unknown"))
                .limit(20)
                .forEach(fact -> found.add(FactNames.of(fact, locale)));
        var groups = desk.knowledge().groups().stream()
                .filter(group -> !group.codes().isEmpty())
                .map(group -> new Choice(group.id(), group.name().in(locale), picked(group, answers)))
                .sorted(java.util.Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER))
                .toList();
        var picked = answers.conditions().stream()
                .filter(code -> groups.stream().noneMatch(Choice::chosen))
                .map(code -> code.display() == null ? code.code() : code.display() + " (" + code.code() + ")")
                .toList();
        return new Asks.Conditions(
                List.copyOf(found),
                picked,
                groups,
                words,
                new ConceptHits(Messages.in(locale), !words.isBlank(), concepts.search(words, locale)));
    }

    static boolean picked(ConditionGroup group, Answers answers) {
        var first = group.codes().getFirst();
        return answers.conditions().contains(Code.of(first.system(), first.code()));
    }

    private static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }
}
