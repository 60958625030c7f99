package org.consilium.decision;

import java.time.LocalDate;
import java.util.List;
import org.consilium.comparison.Comparison;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/**
 * All a person needs in hand to talk about their decision, ready to be shown or printed. Words of doctors and of the
 * person stand in it as they wrote them. Doctors are numbered by their place in {@link #doctors}.
 *
 * @param title of the case, as the person named it
 * @param on the day it was made
 * @param agreement how the opinions stand to each other, in one sentence
 * @param alarms what to raise with the doctors first
 * @param diagnoses what each doctor says it is, one entry for each doctor
 * @param agreed what the opinions say alike
 * @param tests what doctors still want to find out
 * @param decision absent as long as none was made
 * @param readiness empty when the check was never answered
 * @param notChecked what the reader must not take for checked
 * @param made hash of all it was made from: the comparison, the preferences, the decision, the checks and the day
 */
public record DecisionSummary(
        String title,
        LocalDate on,
        List<Doctor> doctors,
        Message agreement,
        Message thirdOpinion,
        List<Message> alarms,
        List<Says> diagnoses,
        List<OptionLine> options,
        List<Difference> differences,
        List<Message> agreed,
        List<Says> tests,
        List<Says> questions,
        Matters matters,
        @Nullable DecisionRecord decision,
        List<ReadyLine> readiness,
        List<Message> notChecked,
        String made) {
    public DecisionSummary {
        doctors = List.copyOf(doctors);
        alarms = List.copyOf(alarms);
        diagnoses = List.copyOf(diagnoses);
        options = List.copyOf(options);
        differences = List.copyOf(differences);
        agreed = List.copyOf(agreed);
        tests = List.copyOf(tests);
        questions = List.copyOf(questions);
        readiness = List.copyOf(readiness);
        notChecked = List.copyOf(notChecked);
    }

    /**
     * @param preferences {@link Preferences#NONE} when the person named no goals
     * @param before the readiness check before they saw the comparison; absent when not answered
     * @param after the readiness check at the decision; absent when not answered
     */
    public static DecisionSummary of(
            String title,
            Comparison comparison,
            Preferences preferences,
            @Nullable DecisionRecord decision,
            @Nullable ReadinessCheck before,
            @Nullable ReadinessCheck after,
            LocalDate today) {
        var options = Options.of(comparison);
        var weighing = Weighing.of(options, preferences);
        var words = new OpinionWords(comparison.opinions());
        return new DecisionSummary(
                title,
                today,
                words.doctors(),
                PointWords.agreement(comparison),
                comparison.thirdOpinion().because(),
                comparison.alarms(),
                words.diagnoses(),
                words.options(options),
                PointWords.differences(comparison),
                PointWords.agreed(comparison),
                words.tests(),
                PointWords.questions(comparison),
                matters(options, preferences, weighing),
                decision,
                readiness(before, after),
                NotChecked.of(comparison, options, weighing),
                made(title, comparison, preferences, decision, before, after, today));
    }

    private static Matters matters(Options options, Preferences preferences, Weighing weighing) {
        var goals = preferences.goals().stream()
                .map(goal -> new GoalLine(goal.id(), goal.title(), Percent.of(weighing.weight(goal.id()))))
                .toList();
        return new Matters(
                goals,
                weighing,
                WeighingWords.verdict(weighing, options),
                WeighingWords.dominances(weighing, options),
                WeighingWords.flips(weighing, options, preferences));
    }

    private static List<ReadyLine> readiness(@Nullable ReadinessCheck before, @Nullable ReadinessCheck after) {
        if (before == null && after == null) {
            return List.of();
        }
        return List.of(ReadinessCheck.Question.values()).stream()
                .map(question -> new ReadyLine(question.text(), answer(before, question), answer(after, question)))
                .toList();
    }

    private static Message answer(@Nullable ReadinessCheck check, ReadinessCheck.Question question) {
        return check == null
                ? Message.of("decision.ready.answer.none")
                : check.answer(question).text();
    }

    private static String made(
            String title,
            Comparison comparison,
            Preferences preferences,
            @Nullable DecisionRecord decision,
            @Nullable ReadinessCheck before,
            @Nullable ReadinessCheck after,
            LocalDate today) {
        return Fingerprint.of(List.of(
                title,
                comparison.made(),
                preferences,
                decision == null ? "none" : decision,
                before == null ? "none" : before,
                after == null ? "none" : after,
                today));
    }

    /** Who gave an opinion: the name, and specialty, place and date on a second line. */
    public record Doctor(Message name, Message detail) {}

    /** What the doctor at this place says. */
    public record Says(int doctor, List<Message> lines) {
        public Says {
            lines = List.copyOf(lines);
        }
    }

    /**
     * An option with all that was said of it.
     *
     * @param letter {@code A}, {@code B} and so on, to refer to it on paper; no ranking
     * @param stances who recommends it, sees it as possible or advises against it
     * @param daily cost and what it asks of daily life
     */
    public record OptionLine(
            String id,
            String letter,
            Message name,
            boolean addedByTheProgram,
            List<Message> stances,
            List<Message> benefits,
            List<Message> harms,
            List<Message> daily) {
        public OptionLine {
            stances = List.copyOf(stances);
            benefits = List.copyOf(benefits);
            harms = List.copyOf(harms);
            daily = List.copyOf(daily);
        }
    }

    /** A point on which the opinions are not alike, with one cell for each doctor, in their order. */
    public record Difference(Message about, Message relation, Message grounds, List<Message> cells) {
        public Difference {
            cells = List.copyOf(cells);
        }
    }

    /**
     * What matters to the person, and how it weighs on the options.
     *
     * @param weighing the numbers; its totals have the order of {@link DecisionSummary#options}
     * @param verdict what can be said of the totals
     * @param dominances options nowhere worse than another
     * @param flips what a change of mind on one goal would turn
     */
    public record Matters(
            List<GoalLine> goals, Weighing weighing, Message verdict, List<Message> dominances, List<Message> flips) {
        public Matters {
            goals = List.copyOf(goals);
            dominances = List.copyOf(dominances);
            flips = List.copyOf(flips);
        }
    }

    /** A goal and its weight in whole percent. */
    public record GoalLine(String id, Message title, int percent) {}

    /** A question of the readiness check and its answers then and now. */
    public record ReadyLine(Message question, Message before, Message after) {}
}
