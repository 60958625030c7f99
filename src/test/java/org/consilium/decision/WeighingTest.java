package org.consilium.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.consilium.decision.Preferences.Goal;
import org.consilium.decision.Preferences.Placed;
import org.consilium.decision.Preferences.Scale;
import org.junit.jupiter.api.Test;

class WeighingTest {
    private static final Goal PAIN = Goal.of(StartingGoal.LESS_PAIN, 100);
    private static final Goal NO_OPERATION = Goal.of(StartingGoal.NO_OPERATION, 60);
    private static final Goal FAMILY = Goal.of(StartingGoal.NEAR_FAMILY, 40);

    /** By hand: weights 0.5, 0.3, 0.2; A = 0.5 x 0.8 + 0.2 x 0.5 = 0.50; B = 0.5 x 0.4 + 0.3 + 0.2 x 0.5 = 0.60. */
    @Test
    void worksOutTheExampleDoneByHand() {
        var weighing = weigh(List.of(PAIN, NO_OPERATION, FAMILY), new double[] {80, 0, 50}, new double[] {40, 100, 50});

        assertThat(weighing.weights()).extracting(Weighing.Weight::weight).containsExactly(0.5, 0.3, 0.2);
        assertThat(total(weighing, "A")).isCloseTo(0.50, within(Weighing.TOLERANCE));
        assertThat(total(weighing, "B")).isCloseTo(0.60, within(Weighing.TOLERANCE));
        assertThat(weighing.totals().getFirst().contributions())
                .extracting(Weighing.Contribution::low)
                .containsExactly(0.4, 0.0, 0.1);
        assertThat(weighing.verdict()).isEqualTo(Weighing.Verdict.APART);
        assertThat(weighing.ahead()).map(Weighing.Total::option).contains("B");
        assertThat(weighing.dominances()).isEmpty();
    }

    /** By hand: on pain A leads by 0.4, on the rest B leads by 0.6; level where 0.4 t = 0.6 (1 - t), so at t = 0.6. */
    @Test
    void saysAtWhichWeightTheOrderTurns() {
        var weighing = weigh(List.of(PAIN, NO_OPERATION, FAMILY), new double[] {80, 0, 50}, new double[] {40, 100, 50});

        var pain = weighing.flips().getFirst();
        assertThat(pain.goal()).isEqualTo("less-pain");
        assertThat(pain.turnsAt()).isCloseTo(0.6, within(Weighing.TOLERANCE));
        assertThat(pain.less()).isFalse();
        assertThat(pain.little()).isTrue();
        assertThat(weighing.flips()).extracting(Weighing.Flip::goal).doesNotContain("near-family");
    }

    @Test
    void aGoalOnWhichLessIsBetterRunsTheOtherWay() {
        var infections = new Goal("few-side-effects", null, 100, new Scale(10, 0));
        var weighing = weigh(List.of(infections), new double[] {2}, new double[] {10});

        assertThat(total(weighing, "A")).isCloseTo(0.8, within(Weighing.TOLERANCE));
        assertThat(total(weighing, "B")).isZero();
    }

    @Test
    void nearTotalsAreTooCloseToCallAndADifferenceOfAFullTwentiethIsNot() {
        assertThat(weigh(List.of(PAIN), new double[] {50}, new double[] {54.9}).tooClose())
                .isTrue();
        assertThat(weigh(List.of(PAIN), new double[] {50}, new double[] {55}).tooClose())
                .isFalse();
        assertThat(weigh(List.of(PAIN), new double[] {50}, new double[] {50}).tooClose())
                .isTrue();
        assertThat(weigh(List.of(PAIN), new double[] {50}, new double[] {50}).flips())
                .isEmpty();
    }

    @Test
    void whatIsNotKnownMakesARangeAndNoOrder() {
        var preferences = new Preferences(
                List.of(PAIN, NO_OPERATION),
                List.of(
                        new Placed("A", "less-pain", Level.set(80)),
                        new Placed("B", "less-pain", Level.set(60)),
                        new Placed("B", "no-operation", Level.set(50))));

        var weighing = Weighing.of(List.of("A", "B"), preferences);

        var unknown = weighing.totals().getFirst();
        assertThat(unknown.low()).isCloseTo(0.5, within(Weighing.TOLERANCE));
        assertThat(unknown.high()).isCloseTo(0.875, within(Weighing.TOLERANCE));
        assertThat(weighing.verdict()).isEqualTo(Weighing.Verdict.NOT_ENOUGH_KNOWN);
        assertThat(weighing.flips()).isEmpty();
        assertThat(weighing.firstTwo()).isEmpty();
    }

    @Test
    void anUnknownThatCannotChangeTheLeadDoesNotHideIt() {
        var preferences = new Preferences(
                List.of(PAIN, Goal.of(StartingGoal.COST, 10)),
                List.of(
                        new Placed("A", "less-pain", Level.set(100)),
                        new Placed("B", "less-pain", Level.set(0)),
                        new Placed("B", "cost", Level.set(0))));

        assertThat(Weighing.of(List.of("A", "B"), preferences).ahead())
                .map(Weighing.Total::option)
                .contains("A");
    }

    @Test
    void numbersOnWhichTheOpinionsDifferMakeARange() {
        var preferences = new Preferences(List.of(PAIN), List.of(new Placed("A", "less-pain", Level.stated(60, 40))));

        var total = Weighing.of(List.of("A"), preferences).totals().getFirst();

        assertThat(total.low()).isCloseTo(0.4, within(Weighing.TOLERANCE));
        assertThat(total.high()).isCloseTo(0.6, within(Weighing.TOLERANCE));
        assertThat(total.known()).isFalse();
    }

    @Test
    void nothingToWeighIsSaidSo() {
        var unimportant = List.of(Goal.of(StartingGoal.LESS_PAIN, 0), Goal.of(StartingGoal.COST, 0));

        assertThat(Weighing.of(List.of(), Preferences.NONE).verdict()).isEqualTo(Weighing.Verdict.NO_OPTIONS);
        assertThat(Weighing.of(List.of("A"), Preferences.NONE).verdict()).isEqualTo(Weighing.Verdict.ONE_OPTION);
        assertThat(Weighing.of(List.of("A", "B"), Preferences.NONE).verdict()).isEqualTo(Weighing.Verdict.NO_GOALS);
        var weightless = Weighing.of(List.of("A", "B"), new Preferences(unimportant, List.of()));
        assertThat(weightless.verdict()).isEqualTo(Weighing.Verdict.NO_WEIGHTS);
        assertThat(weightless.totals())
                .allSatisfy(total -> assertThat(total.high()).isZero());
    }

    @Test
    void anOptionNowhereWorseDominates() {
        var weighing = weigh(List.of(PAIN, NO_OPERATION), new double[] {80, 50}, new double[] {70, 50});

        assertThat(weighing.dominances()).containsExactly(new Weighing.Dominance("A", "B"));
        assertThat(weighing.flips()).isEmpty();
    }

    @Test
    void refusesMoreThanSevenGoalsTwinsAndSwingsOutOfRange() {
        var eight = IntStream.range(0, 8)
                .mapToObj(number -> Goal.own("own-" + number, "Goal", 10))
                .toList();
        assertThatThrownBy(() -> new Preferences(eight, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Preferences(List.of(PAIN, PAIN), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Goal.of(StartingGoal.COST, 101)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Goal.own("own-1", " ", 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Scale(5, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Level.set(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Weighing weigh(List<Goal> goals, double[] one, double[] other) {
        var levels = new ArrayList<Placed>();
        for (var i = 0; i < goals.size(); i++) {
            levels.add(new Placed("A", goals.get(i).id(), Level.set(one[i])));
            levels.add(new Placed("B", goals.get(i).id(), Level.set(other[i])));
        }
        return Weighing.of(List.of("A", "B"), new Preferences(goals, levels));
    }

    private static double total(Weighing weighing, String option) {
        return weighing.totals().stream()
                .filter(total -> total.option().equals(option))
                .findFirst()
                .orElseThrow()
                .low();
    }
}
