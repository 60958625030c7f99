package org.consilium.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.consilium.comparison.Comparison.Criterion;
import org.consilium.comparison.Option.Match;
import org.consilium.comparison.Row.Said;
import org.consilium.comparison.Row.Topic;
import org.consilium.knowledge.Knowledge;
import org.consilium.language.Message;
import org.consilium.opinions.Opinion;

/** The rows on the treatments: what each doctor wants, and what is said about each option. */
final class TreatmentRows {
    private final int opinions;
    private final List<Row> rows = new ArrayList<>();

    private TreatmentRows(int opinions) {
        this.opinions = opinions;
    }

    static List<Row> of(List<Opinion> opinions, Knowledge knowledge) {
        var made = new TreatmentRows(opinions.size());
        var groups = Options.align(opinions, knowledge);
        Plan.row(opinions, groups).ifPresent(made.rows::add);
        Sequence.row(opinions, groups).ifPresent(made.rows::add);
        groups.forEach(made::option);
        made.rows.addAll(PlanRows.of(opinions));
        groups.forEach(group -> made.rows.addAll(MeasureRows.of(group, opinions.size())));
        groups.forEach(group -> made.rows.addAll(CostRows.of(group, opinions.size())));
        return made.rows;
    }

    static String name(Map<Integer, Option> group) {
        return group.values().iterator().next().treatment().text();
    }

    private void option(Map<Integer, Option> group) {
        var said = new TreeMap<Integer, Said<Option>>();
        group.forEach((place, it) -> said.put(place, new Said<>(it, shown(it), it.at())));
        Row.of(
                        Criterion.TREATMENT,
                        Topic.OPTION,
                        Message.of("comparison.about.option", name(group)),
                        opinions,
                        said,
                        TreatmentRows::judge,
                        TreatmentRows::onlyOne)
                .ifPresent(rows::add);
        about(group, Topic.SIDE, "treatmentSide", TreatmentRows::side, TreatmentRows::judgeSide);
        about(group, Topic.INTENT, "intent", TreatmentRows::intent, TreatmentRows::judgeIntent);
        about(group, Topic.TIMING, "timing", Timings::shown, Timings::judge);
        about(group, Topic.DETAIL, "detail", TreatmentRows::detail, TreatmentRows::judgeDetail);
    }

    private static Message shown(Option option) {
        return Message.of(
                "comparison.stance." + option.treatment().stance(),
                option.treatment().text());
    }

    static Judgement judge(Option one, Option other) {
        if (one.isAdvisedAgainst() != other.isAdvisedAgainst()) {
            return (one.isAdvisedAgainst() ? other : one).planned()
                    ? Judgement.differs(5, "X5-AGAINST", Message.of("comparison.because.against"))
                            .standing()
                    : Judgement.differs(1, "X1-OPTION-AGAINST", Message.of("comparison.because.optionAgainst"));
        }
        if (!one.treatment().stance().equals(other.treatment().stance())) {
            return Judgement.refines(1, "X1-STANCE", Message.of("comparison.because.stance"));
        }
        return sameStance(one, other, one.match(other));
    }

    private static Judgement sameStance(Option one, Option other, Match match) {
        if (match == Match.CODE || (match == Match.WORDS && !one.codesDiffer(other))) {
            return Judgement.agrees("X0-SAME");
        }
        if (one.isWatching() && other.isWatching()) {
            return Judgement.refines(1, "X1-WATCHING", Message.of("comparison.because.watching"));
        }
        if (match == Match.FAMILY) {
            return Judgement.refines(1, "X1-FAMILY", Message.of("comparison.because.family"));
        }
        var knownApart = !one.families().isEmpty() && !other.families().isEmpty() && !match.isFirm();
        if (knownApart && one.treatment().kind().equals("surgery")) {
            return Judgement.differs(2, "X2-OTHER-OPERATION", Message.of("comparison.because.otherOperation"));
        }
        if (knownApart || one.codesDiffer(other)) {
            return Judgement.differs(1, "X1-SAME-KIND", Message.of("comparison.because.sameKind"));
        }
        return Judgement.notComparable(1, "X1-WORDS", Message.of("comparison.because.words"));
    }

    private static Judgement onlyOne(Option option) {
        if (!option.treatment().stance().equals("recommended") || !option.isMain()) {
            return Judgement.onlyOne(0, "X0-OPTION-ONLY-ONE");
        }
        return option.isWatching() ? Judgement.onlyOne(1, "X1-WATCHING-ADDED") : Judgement.onlyOne(2, "X2-ADDED");
    }

    private void about(
            Map<Integer, Option> group,
            Topic topic,
            String what,
            Function<Option, Optional<Said<Option>>> words,
            BiFunction<Option, Option, Judgement> judge) {
        var said = new TreeMap<Integer, Said<Option>>();
        group.forEach((place, option) -> {
            if (!option.isAdvisedAgainst()) {
                words.apply(option).ifPresent(it -> said.put(place, it));
            }
        });
        Row.of(
                        Criterion.TREATMENT,
                        topic,
                        Message.of("comparison.about." + what, name(group)),
                        opinions,
                        said,
                        judge,
                        only -> Judgement.onlyOne(0, "X0-" + topic + "-ONLY-ONE"))
                .ifPresent(rows::add);
    }

    private static Optional<Said<Option>> side(Option option) {
        return Optional.ofNullable(option.treatment().laterality())
                .map(side -> new Said<>(option, Message.of("comparison.side." + side), option.at() + "/laterality"));
    }

    private static Judgement judgeSide(Option one, Option other) {
        if (Objects.equals(one.treatment().laterality(), other.treatment().laterality())) {
            return Judgement.agrees("X0-SIDE-SAME");
        }
        return Judgement.differs(3, "X3-SIDE", Message.of("comparison.because.treatmentSide"))
                .standing()
                .withAlarm(Message.of("comparison.alarm.side"));
    }

    private static Optional<Said<Option>> intent(Option option) {
        return Optional.ofNullable(option.treatment().intent())
                .map(intent -> new Said<>(option, Message.of("comparison.intent." + intent), option.at() + "/intent"));
    }

    private static Judgement judgeIntent(Option one, Option other) {
        return Objects.equals(one.treatment().intent(), other.treatment().intent())
                ? Judgement.agrees("X0-INTENT-SAME")
                : Judgement.differs(0, Levels.INTENT_DIFFERS, Message.of("comparison.because.intent"));
    }

    private static Optional<Said<Option>> detail(Option option) {
        return Optional.ofNullable(option.treatment().detail())
                .filter(detail -> !detail.isBlank())
                .map(detail -> new Said<>(option, Texts.quote(detail), option.at() + "/detail"));
    }

    private static Judgement judgeDetail(Option one, Option other) {
        var left = Objects.requireNonNullElse(one.treatment().detail(), "");
        var right = Objects.requireNonNullElse(other.treatment().detail(), "");
        return Texts.plain(left).equals(Texts.plain(right))
                ? Judgement.agrees("X0-DETAIL-SAME")
                : Judgement.notComparable(1, "X1-DETAIL", Message.of("comparison.because.detail"));
    }
}
