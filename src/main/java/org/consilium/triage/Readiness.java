package org.consilium.triage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A short check, in our own words, of how ready a person feels to choose: four questions, {@code triage.readiness.1} to
 * {@code .4}, each answered yes or no. It is no validated instrument and gives no score.
 */
public enum Readiness {
    /** Yes to all four. */
    SURE,
    /** No to any: trigger T5. */
    NOT_SURE,
    /** No «no» yet, and not all answered. */
    OPEN;

    public static final int QUESTIONS = 4;

    /** Each answer true for yes, absent when not given. */
    public static Readiness of(
            @Nullable Boolean first, @Nullable Boolean second, @Nullable Boolean third, @Nullable Boolean fourth) {
        var open = false;
        for (var answer : new @Nullable Boolean[] {first, second, third, fourth}) {
            if (answer == null) {
                open = true;
            } else if (!answer) {
                return NOT_SURE;
            }
        }
        return open ? OPEN : SURE;
    }

    /** The keys of the questions, in order. */
    public static List<String> questions() {
        return List.of("triage.readiness.1", "triage.readiness.2", "triage.readiness.3", "triage.readiness.4");
    }

    /** What it means for trigger T5; absent while open. */
    public @Nullable Boolean feelsUninformed() {
        return switch (this) {
            case SURE -> false;
            case NOT_SURE -> true;
            case OPEN -> null;
        };
    }
}
