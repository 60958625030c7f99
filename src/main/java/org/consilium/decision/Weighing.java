package org.consilium.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The person's own weights at work on the options: an additive model with weights {@code w = s / sum(s)}, linear partial
 * values {@code v = (x - worst) / (best - worst)} and totals {@code V = sum(w v)} (swing weighting; Thokala, Marsh and
 * others, Value in Health 2016). It shows; it never recommends. A level that is not known makes a total a range: nothing
 * is filled in. Numbers are good to {@link #TOLERANCE}.
 *
 * @param weights of the goals, in their order; they sum to 1, or are all 0 when nothing matters
 * @param totals of the options, in the order of the options, each with what every goal adds to it
 * @param dominances options that are nowhere worse and somewhere better than another, whatever the weights
 * @param flips for each goal that can turn the order of the first two by itself, where it turns
 */
public record Weighing(
        List<Weight> weights, List<Total> totals, Verdict verdict, List<Dominance> dominances, List<Flip> flips) {
    /** Totals nearer than this are «too close to call» (the same source). */
    public static final double TOO_CLOSE = 0.05;

    /** Rounding of the arithmetic. */
    public static final double TOLERANCE = 1e-9;

    /** A change of weight up to this is «a little»; our own choice of words. */
    public static final double A_LITTLE = 0.10;

    public Weighing {
        weights = List.copyOf(weights);
        totals = List.copyOf(totals);
        dominances = List.copyOf(dominances);
        flips = List.copyOf(flips);
    }

    /** What can be said of the totals. */
    public enum Verdict {
        /** No option at all. */
        NO_OPTIONS,
        /** Nothing to weigh against. */
        ONE_OPTION,
        /** No goal was named. */
        NO_GOALS,
        /** Every goal has weight 0. */
        NO_WEIGHTS,
        /** Levels are missing and could change the order, or the lead. */
        NOT_ENOUGH_KNOWN,
        /** The first two are nearer than {@link #TOO_CLOSE}. */
        TOO_CLOSE,
        /** One option fits the weights better than every other by {@link #TOO_CLOSE} or more. */
        APART
    }

    /** The weight of a goal, 0 to 1. */
    public record Weight(String goal, double weight) {}

    /** The total of an option, 0 to 1: exactly {@code low} when both ends are the same, else somewhere between. */
    public record Total(String option, double low, double high, List<Contribution> contributions) {
        public Total {
            contributions = List.copyOf(contributions);
        }

        public boolean known() {
            return high - low <= TOLERANCE;
        }

        double middle() {
            return (low + high) / 2;
        }
    }

    /** What a goal adds to a total: its weight times the partial value, which lies between {@code low} and {@code high}. */
    public record Contribution(String goal, double weight, double lowValue, double highValue) {
        public double low() {
            return weight * lowValue;
        }

        public double high() {
            return weight * highValue;
        }

        boolean exact() {
            return highValue - lowValue <= TOLERANCE;
        }
    }

    /** {@code better} is at least as good as {@code worse} on every goal and better on one, as far as all is known. */
    public record Dominance(String better, String worse) {}

    /**
     * Where the order of the first two turns when the weight of this goal alone changes and the others share the rest as
     * before.
     *
     * @param now its weight
     * @param turnsAt the weight at which the two are level; beyond it the second leads
     */
    public record Flip(String goal, double now, double turnsAt) {
        public boolean less() {
            return turnsAt < now;
        }

        public boolean little() {
            return Math.abs(turnsAt - now) <= A_LITTLE + TOLERANCE;
        }
    }

    /** Weighs the options of these ids. Levels of options that are not among them are ignored. */
    public static Weighing of(Options options, Preferences preferences) {
        return of(options.ids(), preferences);
    }

    static Weighing of(List<String> options, Preferences preferences) {
        var weights = weights(preferences.goals());
        var totals = options.stream()
                .map(option -> total(option, preferences, weights))
                .toList();
        var ranked = ranked(totals);
        var verdict = verdict(ranked, weights);
        var flips = verdict == Verdict.APART || verdict == Verdict.TOO_CLOSE
                ? flips(ranked.get(0), ranked.get(1))
                : List.<Flip>of();
        return new Weighing(weights, totals, verdict, dominances(totals), flips);
    }

    public boolean tooClose() {
        return verdict == Verdict.TOO_CLOSE;
    }

    /** The option whose total leads, only when it leads clearly; this is arithmetic on the person's weights, no advice. */
    public Optional<Total> ahead() {
        return verdict == Verdict.APART ? Optional.of(ranked(totals).getFirst()) : Optional.empty();
    }

    /** The two highest totals when they can be told: what «the first two» means for closeness and flips. */
    public List<Total> firstTwo() {
        return verdict == Verdict.APART || verdict == Verdict.TOO_CLOSE
                ? ranked(totals).subList(0, 2)
                : List.of();
    }

    public double weight(String goal) {
        return weights.stream()
                .filter(weight -> weight.goal().equals(goal))
                .mapToDouble(Weight::weight)
                .findFirst()
                .orElse(0);
    }

    private static List<Weight> weights(List<Preferences.Goal> goals) {
        double sum = goals.stream().mapToInt(Preferences.Goal::swing).sum();
        return goals.stream()
                .map(goal -> new Weight(goal.id(), sum == 0 ? 0 : goal.swing() / sum))
                .toList();
    }

    private static Total total(String option, Preferences preferences, List<Weight> weights) {
        var contributions = new ArrayList<Contribution>();
        for (var i = 0; i < weights.size(); i++) {
            var goal = preferences.goals().get(i);
            contributions.add(contribution(goal, weights.get(i).weight(), preferences.level(option, goal.id())));
        }
        return new Total(
                option,
                contributions.stream().mapToDouble(Contribution::low).sum(),
                contributions.stream().mapToDouble(Contribution::high).sum(),
                contributions);
    }

    private static Contribution contribution(Preferences.Goal goal, double weight, Level level) {
        if (level.low() == null || level.high() == null) {
            return new Contribution(goal.id(), weight, 0, 1);
        }
        var one = goal.scale().value(level.low());
        var other = goal.scale().value(level.high());
        return new Contribution(goal.id(), weight, Math.min(one, other), Math.max(one, other));
    }

    private static List<Total> ranked(List<Total> totals) {
        return totals.stream()
                .sorted(Comparator.comparingDouble(Total::middle).reversed().thenComparing(Total::option))
                .toList();
    }

    private static Verdict verdict(List<Total> ranked, List<Weight> weights) {
        if (ranked.isEmpty()) {
            return Verdict.NO_OPTIONS;
        }
        if (ranked.size() == 1) {
            return Verdict.ONE_OPTION;
        }
        if (weights.isEmpty()) {
            return Verdict.NO_GOALS;
        }
        if (weights.stream().allMatch(weight -> weight.weight() == 0)) {
            return Verdict.NO_WEIGHTS;
        }
        var first = ranked.getFirst();
        var others = ranked.subList(1, ranked.size());
        if (others.stream().anyMatch(other -> (!first.known() || !other.known()) && !leads(first, other))) {
            return Verdict.NOT_ENOUGH_KNOWN;
        }
        return others.stream().allMatch(other -> leads(first, other)) ? Verdict.APART : Verdict.TOO_CLOSE;
    }

    private static boolean leads(Total first, Total other) {
        return first.low() - other.high() >= TOO_CLOSE - TOLERANCE;
    }

    private static List<Dominance> dominances(List<Total> totals) {
        var found = new ArrayList<Dominance>();
        for (var one : totals) {
            for (var other : totals) {
                if (dominates(one, other)) {
                    found.add(new Dominance(one.option(), other.option()));
                }
            }
        }
        return found;
    }

    private static boolean dominates(Total one, Total other) {
        var better = false;
        for (var i = 0; i < one.contributions().size(); i++) {
            var gap = one.contributions().get(i).lowValue()
                    - other.contributions().get(i).highValue();
            if (gap < 0) {
                return false;
            }
            better |= gap > 0;
        }
        return better;
    }

    private static List<Flip> flips(Total first, Total second) {
        var found = new ArrayList<Flip>();
        for (var i = 0; i < first.contributions().size(); i++) {
            flip(first, second, i).ifPresent(found::add);
        }
        return found;
    }

    /**
     * With weight {@code t} on this goal the lead is {@code t own + (1 - t) rest}, where {@code own} is the lead on this
     * goal alone and {@code rest} the lead on the others alone. It is {@code own} at 1 and {@code rest} at 0: the order
     * turns between exactly when the one towards which the weight moves is against the first option.
     */
    private static Optional<Flip> flip(Total first, Total second, int goal) {
        var mine = first.contributions().get(goal);
        var theirs = second.contributions().get(goal);
        var now = mine.weight();
        if (!first.known() || !second.known() || !mine.exact() || !theirs.exact() || now >= 1 - TOLERANCE) {
            return Optional.empty();
        }
        var own = mine.lowValue() - theirs.lowValue();
        var lead = first.low() - second.low();
        var rest = (lead - now * own) / (1 - now);
        if (lead <= TOLERANCE || (own >= -TOLERANCE && rest >= -TOLERANCE)) {
            return Optional.empty();
        }
        return Optional.of(new Flip(mine.goal(), now, rest / (rest - own)));
    }
}
