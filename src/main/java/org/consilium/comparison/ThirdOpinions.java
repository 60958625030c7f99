package org.consilium.comparison;

import java.util.List;
import org.consilium.comparison.Comparison.Outcome;
import org.consilium.comparison.Comparison.Step;
import org.consilium.comparison.Comparison.ThirdOpinion;
import org.consilium.language.Message;
import org.consilium.opinions.Opinion;
import org.jspecify.annotations.Nullable;

/**
 * When a third opinion is worth thinking of. Medicare covers a third when the first two differ on the need for surgery or a
 * major procedure (Medicare Benefit Policy Manual, chapter 15, section 30); pathologists mostly settle a disagreement by a third
 * expert, then a consensus meeting (Geller 2014). Fewer than seven days left: a call between the doctors the same day instead
 * (a proposal of this project).
 */
final class ThirdOpinions {
    private ThirdOpinions() {}

    static ThirdOpinion rule(List<Opinion> opinions, Outcome outcome, @Nullable Integer budgetDays) {
        if (outcome != Outcome.DIFFER_MAJOR) {
            return new ThirdOpinion(false, Message.of("comparison.third." + outcome.word()), alternatives(outcome));
        }
        if (isShort(opinions, budgetDays)) {
            return new ThirdOpinion(false, Message.of("comparison.third.noTime"), List.of(Step.CALL_TODAY));
        }
        if (opinions.size() > 2) {
            return new ThirdOpinion(false, Message.of("comparison.third.enough"), alternatives(outcome));
        }
        var because = budgetDays == null ? "comparison.third.advisedCheckTime" : "comparison.third.advised";
        return new ThirdOpinion(true, Message.of(because), alternatives(outcome));
    }

    /** The days are known to be few, or a doctor says that treatment must start within 72 hours. */
    private static boolean isShort(List<Opinion> opinions, @Nullable Integer budgetDays) {
        if (budgetDays != null) {
            return budgetDays < ThirdOpinion.DAYS_NEEDED;
        }
        return opinions.stream()
                .flatMap(opinion -> PlanRows.urgency(opinion).stream())
                .anyMatch(urgency -> urgency.isEmergency());
    }

    private static List<Step> alternatives(Outcome outcome) {
        return switch (outcome) {
            case DIFFER_MAJOR -> List.of(Step.EVIDENCE, Step.JOINT_CALL, Step.BOARD, Step.REREAD);
            case DIFFER_MINOR -> List.of(Step.EVIDENCE, Step.JOINT_CALL);
            case CLARIFY, NOT_COMPARABLE -> List.of(Step.EVIDENCE);
            case CONFIRM -> List.of();
        };
    }
}
