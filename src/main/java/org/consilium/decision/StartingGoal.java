package org.consilium.decision;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.consilium.language.Message;

/** Goals to pick from, in our own wording; the person may write others. The order is neutral: longest first is no advice. */
public enum StartingGoal {
    LIVE_LONGER,
    LESS_PAIN,
    DAILY_LIFE,
    INDEPENDENCE,
    NO_OPERATION,
    FEW_SIDE_EFFECTS,
    LASTING_RESULT,
    KEEP_CHOICES_OPEN,
    COST,
    TIME_AND_TRAVEL,
    WORK,
    NEAR_FAMILY;

    /** The word a form and the database use, for example {@code less-pain}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Message title() {
        return Message.of("decision.goal." + id());
    }

    public static Optional<StartingGoal> of(String id) {
        return Stream.of(values()).filter(goal -> goal.id().equals(id)).findFirst();
    }
}
