package org.consilium.comparison;

import java.util.List;
import java.util.Locale;
import org.consilium.knowledge.Knowledge;
import org.consilium.language.Message;
import org.consilium.opinions.Opinion;
import org.consilium.terminology.Crosswalk;
import org.jspecify.annotations.Nullable;

/**
 * Two or more opinions side by side on the five criteria. Of three or more, each level and the outcome are those of the pair
 * that differs most in it; every pair is kept, and how many doctors hold a view never counts. Opinions are numbered by their
 * place in {@link #opinions}.
 *
 * @param opinions in a fixed order that does not depend on how they were given
 * @param points what each opinion says on each criterion and how they relate
 * @param reasons why the doctors may differ: possible reasons from what they wrote, never a verdict
 * @param made hashes of the opinions and the version of the knowledge it was made from
 */
public record Comparison(
        List<Opinion> opinions,
        List<Pair> pairs,
        DiagnosisLevel diagnosis,
        TreatmentLevel treatment,
        Outcome outcome,
        boolean treatmentChanging,
        List<Message> alarms,
        List<Point> points,
        List<Question> questions,
        ThirdOpinion thirdOpinion,
        List<Message> reasons,
        String made) {
    public Comparison {
        reasons = List.copyOf(reasons);
        opinions = List.copyOf(opinions);
        pairs = List.copyOf(pairs);
        alarms = List.copyOf(alarms);
        points = List.copyOf(points);
        questions = List.copyOf(questions);
    }

    /** As {@link #of(List, Knowledge, Crosswalk, Integer)} when it is not known how many days there are. */
    public static Comparison of(List<Opinion> opinions, Knowledge knowledge, Crosswalk crosswalk) {
        return of(opinions, knowledge, crosswalk, null);
    }

    /**
     * Compares final opinions. The answer does not depend on their order.
     *
     * @param crosswalk codes of different systems that are known to go together, from the knowledge and the records
     * @param budgetDays how many days are left for further opinions, absent when not known
     * @throws IllegalArgumentException for fewer than two opinions
     */
    public static Comparison of(
            List<Opinion> opinions, Knowledge knowledge, Crosswalk crosswalk, @Nullable Integer budgetDays) {
        return Comparing.of(opinions, knowledge, crosswalk, budgetDays);
    }

    /** How two diagnoses relate (docs/decisions/0007). */
    public enum DiagnosisLevel {
        /** Same concept and qualifiers. */
        D0,
        /** One is more precise. */
        D1,
        /** Same disease; stage, grade or marker differs so that treatment may. */
        D2,
        /** A different disease of the same organ or chapter. */
        D3,
        /** A different disease elsewhere, or benign against malignant. */
        D4,
        /** One says that there is no disease, or that it is unknown. */
        D5,
        NOT_COMPARABLE
    }

    /** How two plans relate (docs/decisions/0007). */
    public enum TreatmentLevel {
        /** The same. */
        X0,
        /** Same modality; dose, drug, technique or timing differs. */
        X1,
        /** Something was added or left out. */
        X2,
        /** A different modality. */
        X3,
        /** Treat, or observe. */
        X4,
        /** One advises against what the other recommends. */
        X5,
        NOT_COMPARABLE
    }

    /** The answer in one word; the first that matches in the order of docs/decisions/0007. */
    public enum Outcome {
        DIFFER_MAJOR,
        DIFFER_MINOR,
        CLARIFY,
        CONFIRM,
        NOT_COMPARABLE;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Two opinions, by their place in {@link Comparison#opinions}. */
    public record Pair(
            int first,
            int second,
            DiagnosisLevel diagnosis,
            TreatmentLevel treatment,
            Outcome outcome,
            boolean treatmentChanging,
            List<Message> grounds) {}

    /** The five criteria of the mission. */
    public enum Criterion {
        DIAGNOSIS,
        TREATMENT,
        RISK,
        OUTCOME,
        COST;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How opinions stand to each other on one point. */
    public enum Relation {
        AGREES,
        REFINES,
        DIFFERS,
        ONLY_ONE_SAYS,
        NOT_COMPARABLE;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One row of the comparison.
     *
     * @param about what the row is on, for example «Stage» or the name of an option
     * @param grounds why the relation is what it is
     * @param rule id of the rule that decided, for example {@code D2-MARKER-REVERSED}
     * @param cells what each opinion says, one for each opinion, in their order
     */
    public record Point(
            Criterion criterion, Relation relation, Message about, Message grounds, String rule, List<Cell> cells) {
        public Point {
            cells = List.copyOf(cells);
        }
    }

    /**
     * What one opinion says.
     *
     * @param opinion its place
     * @param text its words; the message {@code comparison.notStated} when it says nothing
     * @param at where in the opinion, as a JSON pointer; empty when it says nothing
     */
    public record Cell(int opinion, Message text, String at) {}

    /** A neutral question: {@code to} is the place of the opinion whose author to ask. */
    public record Question(int to, Message text, Message because) {}

    /** What can be done before a third opinion or in place of it. */
    public enum Step {
        /** Ask each doctor what the advice rests on. */
        EVIDENCE("evidence"),
        /** Ask the doctors for a call together. */
        JOINT_CALL("jointCall"),
        /** Ask for a team meeting; for cancer, a tumour board. */
        BOARD("board"),
        /** Ask for slides or images to be read again by somebody who does not know the first result. */
        REREAD("reread"),
        /** Ask the doctors to call each other today. */
        CALL_TODAY("callToday");

        private final String word;

        Step(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public Message message() {
            return Message.of("comparison.instead." + word);
        }
    }

    /**
     * Whether a third opinion is worth thinking of.
     *
     * @param steps what can be done before or in place of it
     */
    public record ThirdOpinion(boolean advised, Message because, List<Step> steps) {
        /** How many days it takes at least, as a review of the records: a proposal of this project. */
        public static final int DAYS_NEEDED = 7;

        public ThirdOpinion {
            steps = List.copyOf(steps);
        }

        /** The same steps in words. */
        public List<Message> alternatives() {
            return steps.stream().map(Step::message).toList();
        }
    }

    /**
     * What is open between these doctors, as questions that a further doctor can be asked: neutral, but for that doctor's eyes
     * only after a first read of their own, because they name what others proposed. Empty when the opinions agree.
     */
    public List<Message> openQuestions() {
        return Asking.toFurtherDoctor(this);
    }
}
