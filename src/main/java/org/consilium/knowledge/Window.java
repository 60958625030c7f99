package org.consilium.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long studies or guidelines let treatment wait (EVIDENCE 2.2).
 *
 * @param id W01 to W96
 * @param group the condition group it belongs to
 * @param codes what the condition must be; the first window whose codes and {@link #when} fit governs
 * @param when what else must be so, for example risk {@code low}; empty when nothing
 * @param event from what to what, in words
 * @param clock what starts the clock
 * @param days length; absent when there is no number, which is then never made up
 */
public record Window(
        String id,
        String group,
        List<CodePattern> codes,
        List<String> when,
        Words event,
        Clock clock,
        @Nullable Integer days,
        Urgency urgency,
        Feasible feasible,
        Words note,
        Provenance provenance) {
    /** The event days are counted from. Different clocks are not interchangeable. */
    public enum Clock {
        DIAGNOSIS,
        BIOPSY,
        IMAGING,
        DECISION,
        SURGERY,
        SYMPTOM_ONSET,
        REFERRAL,
        NONE
    }

    /** Whether a second opinion usually fits in. */
    public enum Feasible {
        YES,
        FAST_TRACK,
        IN_PARALLEL,
        NO
    }
}
