package org.consilium.knowledge;

import java.util.List;
import java.util.Locale;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/**
 * How long studies or guidelines let treatment wait.
 *
 * <p>Words of {@link #when}; all of them must hold. A condition that the records and the person do not answer leaves the window
 * possible, never governing: without a known risk C61 has no number of days.
 * <ul>
 *   <li>{@code risk:low|intermediate|high} (one of them): the risk group, as the person or the record says
 *   <li>{@code stage:I}, {@code stage:II or III}, {@code stage:III}: the stage group without its letter; {@code stage:I or
 *       unknown} also holds when no stage is known, because it is the tighter one
 *   <li>{@code grade:3}: the tumour grade
 *   <li>{@code after-surgery}, {@code after-neoadjuvant}: the operation, or the treatment before it, has been done
 *   <li>{@code planned-procedure}: an operation or procedure for the condition is planned
 *   <li>{@code with:G45 or I63}: a condition with one of these ICD-10 codes is recorded too
 *   <li>{@code age:<18}: age in years today
 *   <li>{@code size:...}, {@code pattern:...}: said by a doctor: read only out of the name and the stage that the record
 *       gives the condition, never out of a report
 *   <li>{@code histology:...}: the kind of tissue, out of the name of the condition or a report of its tissue
 * </ul>
 *
 * <p>A U0 or U1 window speaks of a new condition: it is for the caller to look only at recent ones.
 *
 * @param id W01 to W96; parts of one carry a suffix, for example {@code W22.B}
 * @param group the condition group it belongs to
 * @param codes what the condition must be; the first window whose codes and {@link #when} fit governs
 * @param when what else must be so, for example risk {@code low}; empty when nothing
 * @param event from what to what, in words
 * @param clock what starts the clock
 * @param days length, a range became its lower bound; absent when there is no number, which is then never made up
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
        NONE;

        /** What a reader is told, to follow «counted from». */
        public Message wording() {
            return Message.of("knowledge.clock." + name().toLowerCase(Locale.ROOT));
        }
    }

    /** Whether a second opinion usually fits in. */
    public enum Feasible {
        YES,
        FAST_TRACK,
        IN_PARALLEL,
        NO
    }
}
