package org.consilium.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/**
 * What matters to the person, how much, and how far each option reaches it: swing weighting as described by the ISPOR
 * task force on multiple criteria decision analysis (Thokala, Marsh and others, Value in Health 2016).
 *
 * @param goals at most {@link #MOST_GOALS}, each once
 * @param levels at most one for each option and goal; a pair without one is not known
 */
public record Preferences(List<Goal> goals, List<Placed> levels) {
    /** More goals than this can no longer be kept in mind together. */
    public static final int MOST_GOALS = 7;

    /** The longest wording of a goal, in characters. */
    public static final int LONGEST_WORDS = 200;

    public static final Preferences NONE = new Preferences(List.of(), List.of());

    public Preferences {
        goals = List.copyOf(goals);
        levels = List.copyOf(levels);
        if (goals.size() > MOST_GOALS) {
            throw new IllegalArgumentException("more than " + MOST_GOALS + " goals");
        }
        var ids = new HashSet<String>();
        if (!goals.stream().allMatch(goal -> ids.add(goal.id()))) {
            throw new IllegalArgumentException("a goal stands twice");
        }
        var places = new HashSet<List<String>>();
        if (!levels.stream().allMatch(level -> places.add(List.of(level.option(), level.goal())))) {
            throw new IllegalArgumentException("an option has two levels for one goal");
        }
    }

    /** The level of an option on a goal; not known when none was placed. */
    public Level level(String option, String goal) {
        return levels.stream()
                .filter(placed ->
                        placed.option().equals(option) && placed.goal().equals(goal))
                .map(Placed::level)
                .findFirst()
                .orElseGet(Level::notKnown);
    }

    /**
     * Something that matters.
     *
     * @param id of a {@link StartingGoal}, or any other word for a goal of their own
     * @param words the person's own; absent for a starting goal they took as it is
     * @param swing 0 to 100: how much it would matter to go from the worst to the best on this goal, the most valuable
     *     swing being 100
     */
    public record Goal(String id, @Nullable String words, int swing, Scale scale) {
        public Goal {
            Objects.requireNonNull(scale);
            words = words == null ? null : Kept.text(words);
            if (id.isBlank() || id.length() > 40) {
                throw new IllegalArgumentException("a goal has an id of 1 to 40 characters");
            }
            if (swing < 0 || swing > 100) {
                throw new IllegalArgumentException("a swing is 0 to 100");
            }
            if (words == null && StartingGoal.of(id).isEmpty()) {
                throw new IllegalArgumentException("a goal of one's own needs words");
            }
            if (words != null && (words.isBlank() || words.length() > LONGEST_WORDS)) {
                throw new IllegalArgumentException("the words of a goal are 1 to " + LONGEST_WORDS + " characters");
            }
        }

        public static Goal of(StartingGoal goal, int swing) {
            return new Goal(goal.id(), null, swing, Scale.PERCENT);
        }

        public static Goal own(String id, String words, int swing) {
            return new Goal(id, words, swing, Scale.PERCENT);
        }

        public Message title() {
            if (words != null) {
                return Message.of("decision.asWritten", words);
            }
            return StartingGoal.of(id).orElseThrow().title();
        }
    }

    /** The ends of a goal: {@code worst} may be the larger number, as for side effects. Values between are linear. */
    public record Scale(double worst, double best) {
        /** The slider of the page: 0 is the worst one can imagine here, 100 the best. */
        public static final Scale PERCENT = new Scale(0, 100);

        public Scale {
            if (!Double.isFinite(worst) || !Double.isFinite(best) || worst == best) {
                throw new IllegalArgumentException("a scale needs two different ends");
            }
        }

        /** The partial value, 0 at the worst and 1 at the best; a number past an end counts as that end. */
        public double value(double level) {
            return Math.clamp((level - worst) / (best - worst), 0.0, 1.0);
        }
    }

    /** The level of one option on one goal, both by id. */
    public record Placed(String option, String goal, Level level) {
        public Placed {
            Objects.requireNonNull(level);
        }
    }
}
