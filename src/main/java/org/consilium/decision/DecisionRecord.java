package org.consilium.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the person decided, in their own words. A change of mind is a further record; none is ever overwritten.
 *
 * @param option id of the option chosen; absent when it is none of them
 * @param choice what they chose, in words
 * @param why their reasons; may be empty
 * @param helpers who helped them think; may be empty
 * @param notKnown what they knew they did not know; may be empty
 * @param copies who gets a copy
 * @param before the readiness check before the comparison, if they did it
 * @param after the readiness check at the decision, if they did it
 */
public record DecisionRecord(
        @Nullable String option,
        String choice,
        String why,
        String helpers,
        String notKnown,
        List<String> copies,
        LocalDate on,
        @Nullable ReadinessCheck before,
        @Nullable ReadinessCheck after) {
    /** The longest text in one answer, in characters. */
    public static final int LONGEST_WORDS = 5_000;

    /** The most people who get a copy. */
    public static final int MOST_COPIES = 20;

    public DecisionRecord {
        Objects.requireNonNull(on);
        choice = Kept.text(choice);
        why = Kept.text(why);
        helpers = Kept.text(helpers);
        notKnown = Kept.text(notKnown);
        copies = copies.stream()
                .map(name -> Kept.text(name).strip())
                .filter(name -> !name.isEmpty())
                .toList();
        if (choice.isBlank()) {
            throw new IllegalArgumentException("a decision says what was chosen");
        }
        if (copies.size() > MOST_COPIES) {
            throw new IllegalArgumentException("more than " + MOST_COPIES + " copies");
        }
        if (Stream.concat(Stream.of(choice, why, helpers, notKnown), copies.stream())
                .anyMatch(words -> words.length() > LONGEST_WORDS)) {
            throw new IllegalArgumentException("an answer is longer than " + LONGEST_WORDS + " characters");
        }
    }
}
