package org.consilium.comparison;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.consilium.clinical.Code;
import org.consilium.comparison.Comparison.Criterion;
import org.consilium.comparison.Row.Said;
import org.consilium.comparison.Row.Topic;
import org.consilium.knowledge.Urgency;
import org.consilium.language.Message;
import org.consilium.opinions.Opinion;
import org.consilium.opinions.Opinion.TestRequest;

/** What is said about the plan as a whole: how soon, and which tests first. */
final class PlanRows {
    private PlanRows() {}

    static List<Row> of(List<Opinion> opinions) {
        var rows = new ArrayList<Row>();
        urgency(opinions).ifPresent(rows::add);
        rows.addAll(tests(opinions));
        return rows;
    }

    private static Optional<Row> urgency(List<Opinion> opinions) {
        var said = new TreeMap<Integer, Said<Urgency>>();
        for (var i = 0; i < opinions.size(); i++) {
            var place = i;
            var opinion = opinions.get(i);
            urgency(opinion).ifPresent(level -> said.put(place, new Said<>(level, shown(opinion, level), "/urgency")));
        }
        return Row.of(
                Criterion.TREATMENT,
                Topic.URGENCY,
                Message.of("comparison.about.urgency"),
                opinions.size(),
                said,
                (one, other) -> one == other
                        ? Judgement.agrees("X0-URGENCY-SAME")
                        : Judgement.differs(0, Levels.URGENCY_DIFFERS, Message.of("comparison.because.urgency")),
                only -> Judgement.onlyOne(0, "X0-URGENCY-ONLY-ONE"));
    }

    /** The doctor's own words or date; where there is only a class, what the class stands for. */
    private static Message shown(Opinion opinion, Urgency level) {
        var said = java.util.Objects.requireNonNull(opinion.urgency());
        if (said.startBy() != null) {
            return Message.of("comparison.timing.by", said.startBy());
        }
        return said.text() == null || said.text().isBlank()
                ? Message.of("comparison.urgency." + level.name().toLowerCase(java.util.Locale.ROOT))
                : Texts.quote(said.text());
    }

    /** The class the doctor gives, or that of the days from the opinion to the latest start. */
    static Optional<Urgency> urgency(Opinion opinion) {
        var urgency = opinion.urgency();
        if (urgency == null) {
            return Optional.empty();
        }
        if (urgency.level() != null) {
            return Optional.of(Urgency.valueOf(urgency.level()));
        }
        return Optional.ofNullable(urgency.startBy()).map(day -> ofDays(ChronoUnit.DAYS.between(opinion.date(), day)));
    }

    private static Urgency ofDays(long days) {
        if (days < 1) {
            return Urgency.U0;
        }
        if (days <= 3) {
            return Urgency.U1;
        }
        if (days <= 14) {
            return Urgency.U2;
        }
        if (days <= 30) {
            return Urgency.U3;
        }
        if (days <= 60) {
            return Urgency.U4;
        }
        return days <= 90 ? Urgency.U5 : Urgency.U6;
    }

    private static List<Row> tests(List<Opinion> opinions) {
        var groups = new ArrayList<Map<Integer, Said<TestRequest>>>();
        for (var i = 0; i < opinions.size(); i++) {
            var tests = opinions.get(i).testsRequested();
            for (var t = 0; t < tests.size(); t++) {
                var place = i;
                var test = tests.get(t);
                var said = new Said<>(test, Texts.quote(test.text()), "/testsRequested/" + t);
                groups.stream()
                        .filter(group -> !group.containsKey(place)
                                && group.values().stream().anyMatch(it -> same(it.value(), test)))
                        .findFirst()
                        .orElseGet(() -> {
                            var group = new TreeMap<Integer, Said<TestRequest>>();
                            groups.add(group);
                            return group;
                        })
                        .put(place, said);
            }
        }
        return groups.stream()
                .flatMap(group -> Row.of(
                        Criterion.TREATMENT,
                        Topic.TEST,
                        Message.of(
                                "comparison.about.test",
                                group.values().iterator().next().value().text()),
                        opinions.size(),
                        group,
                        (one, other) -> Judgement.agrees("X0-TEST-SAME"),
                        only -> Judgement.onlyOne(0, "X0-TEST-ONLY-ONE"))
                        .stream())
                .toList();
    }

    private static boolean same(TestRequest one, TestRequest other) {
        for (Code code : one.codes()) {
            if (other.codes().stream().anyMatch(code::sameAs)) {
                return true;
            }
        }
        return Texts.plain(one.text()).equals(Texts.plain(other.text()));
    }
}
