package org.consilium.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.consilium.decision.Preferences.Goal;
import org.consilium.decision.Preferences.Placed;

class WeighingPropertiesTest {
    private static final Offset<Double> CLOSE = within(1e-9);

    /** Goals with swings and, for each option, a level on each of them; a negative level is not known. */
    record Person(List<Integer> swings, List<List<Integer>> levels) {
        List<String> options() {
            return IntStream.range(0, levels.size())
                    .mapToObj(option -> "option-" + option)
                    .toList();
        }

        Preferences preferences(int factor) {
            var goals = new ArrayList<Goal>();
            var placed = new ArrayList<Placed>();
            for (var goal = 0; goal < swings.size(); goal++) {
                goals.add(Goal.own("goal-" + goal, "Goal " + goal, swings.get(goal) * factor));
                for (var option = 0; option < levels.size(); option++) {
                    var level = levels.get(option).get(goal);
                    if (level >= 0) {
                        placed.add(new Placed("option-" + option, "goal-" + goal, Level.set(level)));
                    }
                }
            }
            return new Preferences(goals, placed);
        }

        Weighing weighing() {
            return Weighing.of(options(), preferences(1));
        }
    }

    @Provide
    Arbitrary<Person> people() {
        return people(-10);
    }

    @Provide
    Arbitrary<Person> certain() {
        return people(0);
    }

    private static Arbitrary<Person> people(int least) {
        return Arbitraries.integers()
                .between(1, 7)
                .flatMap(goals -> Arbitraries.integers()
                        .between(0, 20)
                        .list()
                        .ofSize(goals)
                        .flatMap(swings -> Arbitraries.integers()
                                .between(least, 100)
                                .list()
                                .ofSize(goals)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(5)
                                .map(levels -> new Person(swings, levels))));
    }

    @Property
    void weightsSumToOneUnlessNothingMatters(@ForAll("people") Person person) {
        var sum = person.weighing().weights().stream()
                .mapToDouble(Weighing.Weight::weight)
                .sum();
        var matters = person.swings().stream().anyMatch(swing -> swing > 0);
        assertThat(sum).isCloseTo(matters ? 1 : 0, CLOSE);
    }

    @Property
    void totalsLieBetweenNothingAndAllAndAreTheSumOfTheirParts(@ForAll("people") Person person) {
        assertThat(person.weighing().totals()).allSatisfy(total -> {
            assertThat(total.low()).isBetween(-1e-9, total.high() + 1e-9);
            assertThat(total.high()).isLessThanOrEqualTo(1 + 1e-9);
            assertThat(total.low())
                    .isCloseTo(
                            total.contributions().stream()
                                    .mapToDouble(Weighing.Contribution::low)
                                    .sum(),
                            CLOSE);
        });
    }

    @Property
    void scalingAllSwingsLeavesTheTotals(
            @ForAll("people") Person person, @ForAll @IntRange(min = 1, max = 5) int factor) {
        var scaled = Weighing.of(person.options(), person.preferences(factor));

        var totals = person.weighing().totals();
        for (var i = 0; i < totals.size(); i++) {
            assertThat(scaled.totals().get(i).low()).isCloseTo(totals.get(i).low(), CLOSE);
            assertThat(scaled.totals().get(i).high()).isCloseTo(totals.get(i).high(), CLOSE);
        }
        assertThat(scaled.verdict()).isEqualTo(person.weighing().verdict());
    }

    @Property
    void theOrderOfTheOptionsDoesNotMatter(@ForAll("people") Person person) {
        var reversed = Weighing.of(person.options().reversed(), person.preferences(1));
        var weighing = person.weighing();

        assertThat(reversed.totals()).containsExactlyInAnyOrderElementsOf(weighing.totals());
        assertThat(reversed.dominances()).containsExactlyInAnyOrderElementsOf(weighing.dominances());
        assertThat(reversed.verdict()).isEqualTo(weighing.verdict());
        assertThat(reversed.firstTwo()).isEqualTo(weighing.firstTwo());
        assertThat(reversed.flips()).isEqualTo(weighing.flips());
    }

    @Property
    void whoDominatesHasNoLowerTotal(@ForAll("people") Person person) {
        var weighing = person.weighing();
        assertThat(weighing.dominances())
                .allSatisfy(pair -> assertThat(total(weighing, pair.better()).low())
                        .isGreaterThanOrEqualTo(total(weighing, pair.worse()).high() - 1e-9));
    }

    @Property
    void beyondTheTurningPointTheSecondLeadsAndBeforeItTheFirst(@ForAll("certain") Person person) {
        var weighing = person.weighing();
        Assume.that(!weighing.flips().isEmpty());
        var first = weighing.firstTwo().get(0);
        var second = weighing.firstTwo().get(1);

        assertThat(weighing.flips()).allSatisfy(flip -> {
            var away = flip.less() ? -1e-4 : 1e-4;
            assertThat(leadAt(first, second, flip, flip.turnsAt())).isCloseTo(0, CLOSE);
            assertThat(leadAt(first, second, flip, flip.turnsAt() + away)).isNegative();
            assertThat(leadAt(first, second, flip, flip.turnsAt() - away)).isPositive();
        });
    }

    @Property
    void whereNoTurningPointIsNamedNoWeightTurnsTheOrder(
            @ForAll("certain") Person person, @ForAll @IntRange(min = 0, max = 100) int percent) {
        var weighing = person.weighing();
        Assume.that(!weighing.firstTwo().isEmpty());
        var first = weighing.firstTwo().get(0);
        var second = weighing.firstTwo().get(1);
        var turning = weighing.flips().stream().map(Weighing.Flip::goal).toList();
        Assume.that(first.low() - second.low() > 1e-6);

        for (var weight : weighing.weights()) {
            if (!turning.contains(weight.goal()) && weight.weight() < 1) {
                var at = new Weighing.Flip(weight.goal(), weight.weight(), 0);
                assertThat(leadAt(first, second, at, percent / 100.0)).isGreaterThan(-1e-9);
            }
        }
    }

    @Property
    void learningALevelStaysWithinTheRange(
            @ForAll("people") Person person, @ForAll @IntRange(min = 0, max = 100) int learned) {
        var known = new Person(
                person.swings(),
                person.levels().stream()
                        .map(levels -> levels.stream()
                                .map(level -> level < 0 ? learned : level)
                                .toList())
                        .toList());

        assertThat(known.weighing().totals()).allSatisfy(total -> {
            var before = total(person.weighing(), total.option());
            assertThat(total.low()).isBetween(before.low() - 1e-9, before.high() + 1e-9);
        });
    }

    /** The lead of the first option when this goal has weight {@code t} and the others share the rest as before. */
    private static double leadAt(Weighing.Total first, Weighing.Total second, Weighing.Flip flip, double t) {
        var lead = 0.0;
        for (var i = 0; i < first.contributions().size(); i++) {
            var mine = first.contributions().get(i);
            var gap = mine.lowValue() - second.contributions().get(i).lowValue();
            var weight = mine.goal().equals(flip.goal()) ? t : mine.weight() * (1 - t) / (1 - flip.now());
            lead += weight * gap;
        }
        return lead;
    }

    private static Weighing.Total total(Weighing weighing, String option) {
        return weighing.totals().stream()
                .filter(total -> total.option().equals(option))
                .findFirst()
                .orElseThrow();
    }
}
