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
        Words target,
        Provenance provenance) {}
