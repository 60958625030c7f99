package org.consilium.comparison;

import java.util.Optional;
import org.consilium.comparison.Comparison.Relation;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/**
 * How two opinions stand to each other in one row.
 *
 * @param level what it adds to the level of the diagnosis (D) or of the treatment (X), 0 to 5; {@link #UNKNOWN} when the whole
 *     diagnosis or plan cannot be compared because of it
 * @param stands true when the level counts even where the rest cannot be compared
 * @param alarm something to warn of
 */
record Judgement(
        Relation relation,
        int level,
        String rule,
        Message grounds,
        boolean stands,
        @Nullable Message alarm) {
    static final int UNKNOWN = -1;

    static Judgement of(Relation relation, int level, String rule, Message grounds) {
        return new Judgement(relation, level, rule, grounds, false, null);
    }

    static Judgement agrees(String rule) {
        return of(Relation.AGREES, 0, rule, Message.of("comparison.because.same"));
    }

    static Judgement differs(int level, String rule, Message grounds) {
        return of(Relation.DIFFERS, level, rule, grounds);
    }

    static Judgement refines(int level, String rule, Message grounds) {
        return of(Relation.REFINES, level, rule, grounds);
    }

    static Judgement onlyOne(int level, String rule) {
        return of(Relation.ONLY_ONE_SAYS, level, rule, Message.of("comparison.because.onlyOne"));
    }

    static Judgement notComparable(int level, String rule, Message grounds) {
        return of(Relation.NOT_COMPARABLE, level, rule, grounds);
    }

    Judgement standing() {
        return new Judgement(relation, level, rule, grounds, true, alarm);
    }

    Judgement withAlarm(Message text) {
        return new Judgement(relation, level, rule, grounds, stands, text);
    }

    /** The same answer, but without weight on the level. */
    Judgement withoutLevel() {
        return new Judgement(relation, Math.min(level, 0), rule, grounds, stands, alarm);
    }

    Optional<Message> alarmText() {
        return Optional.ofNullable(alarm);
    }

    /** How much it matters against another judgement of the same row: level first, then the relation. */
    int weight() {
        var relationWeight = switch (relation) {
            case DIFFERS -> 4;
            case NOT_COMPARABLE -> 3;
            case REFINES -> 2;
            case ONLY_ONE_SAYS -> 1;
            case AGREES -> 0;
        };
        return Math.max(level, 0) * 10 + relationWeight;
    }
}
