package org.consilium.knowledge;

import java.util.List;

/**
 * A reason to get care now. No second opinion may delay it.
 *
 * @param id RF01 to RF40 for conditions, SY01 and up for symptoms
 * @param text what to tell the person
 * @param when codes that raise it; empty for a flag that only symptoms raise
 * @param recentDays how old the newest fact that raises it may be; an old heart attack is no emergency today
 * @param symptom the question about it in the symptom form; both languages empty when it has none
 * @param symptomWords words that, found in what the person typed, raise it (lower case, English and Spanish)
 * @param assumed what need not be typed because the records say it
 * @param target the published time target, in words
 */
public record RedFlag(
        String id,
        Words text,
        Urgency urgency,
        List<CodeRule> when,
        int recentDays,
        Words symptom,
        List<String> symptomWords,
        List<Assumed> assumed,
        Words target,
        Provenance provenance) {
    /**
     * Something that the words of a symptom name and that need not be typed where it is known to be so.
     *
     * @param beginnings of the words that are then taken as said (lower case, no accents)
     * @param treatments ids of special treatments: known for who takes a medicine of one of them
     * @param except medicines of these treatments that do not count
     * @param pregnancy known for who is pregnant
     */
    public record Assumed(
            List<String> beginnings, List<String> treatments, List<CodePattern> except, boolean pregnancy) {}
}
