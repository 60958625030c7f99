package org.consilium.triage;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.consilium.clinical.Fact;
import org.consilium.knowledge.Checklist;
import org.consilium.knowledge.PlannedProcedure;
import org.consilium.knowledge.RedFlag;
import org.consilium.knowledge.Urgency;
import org.consilium.knowledge.Window;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/**
 * Whether a second opinion is worth seeking and how much time is safe, with the reasons.
 *
 * @param urgency the most urgent that applies; absent when nothing is known
 * @param windows every window that applies, the tightest first; empty in an emergency
 * @param completeness what a specialist would miss; absent when the condition group is unknown
 * @param caseFile hash of the records, {@code knowledge} version and {@code on} the day it was made for
 */
public record Assessment(
        @Nullable Urgency urgency,
        Verdict verdict,
        List<Emergency> emergencies,
        List<TriggerResult> triggers,
        List<TimeBudget> windows,
        @Nullable Completeness completeness,
        @Nullable LocalDate treatmentDate,
        String caseFile,
        String knowledge,
        LocalDate on) {
    public Assessment {
        emergencies = List.copyOf(emergencies);
        triggers = List.copyOf(triggers);
        windows = List.copyOf(windows);
    }

    /** The answer in one word. */
    public enum Verdict {
        /** There is an emergency: seek care now, not an opinion. */
        SEEK_NOW,
        WORTH_SEEKING,
        NOT_NEEDED,
        CANNOT_TELL;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A reason to believe something: words, and the fact of the record behind them when there is one. */
    public record Reason(Message text, @Nullable Fact fact) {}

    /** A red flag that is up. */
    public record Emergency(RedFlag flag, List<Reason> because) {}

    /** One of the triggers T1 to T8. */
    public record TriggerResult(String id, Met met, List<Reason> because, List<PlannedProcedure> procedures) {}

    /** Whether a trigger applies. */
    public enum Met {
        YES,
        NO,
        CANNOT_TELL;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A window with its arithmetic (docs/decisions/0007), all in days. Absent numbers are unknown and stay so.
     *
     * @param clockStart when the clock started, {@code clockSource} the fact that says so
     * @param remaining window less elapsed
     * @param budget remaining less lead time to treatment and safety margin: days free for another opinion
     */
    public record TimeBudget(
            Window window,
            @Nullable LocalDate clockStart,
            @Nullable Fact clockSource,
            @Nullable Integer elapsed,
            @Nullable Integer remaining,
            @Nullable Integer budget,
            Advice advice,
            Message message) {}

    /** What the budget allows. */
    public enum Advice {
        IN_PERSON,
        FAST_REVIEW,
        PHONE_TODAY,
        DO_NOT_POSTPONE,
        NOT_URGENT,
        ASK_LATEST_SAFE_DATE;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What a specialist needs and what is there.
     *
     * @param score weight of what is present over weight of what applies, 0 to 100
     * @param repeats recent tests that need not be done twice, newest first
     */
    public record Completeness(String group, int score, List<ItemState> items, List<Repeat> repeats) {
        public Completeness {
            items = List.copyOf(items);
            repeats = List.copyOf(repeats);
        }
    }

    /**
     * A test in the records that is recent enough that another doctor need not repeat it.
     *
     * @param fact the newest record of it, with its day and file
     * @param place who did it, as the record names it; empty when it does not
     * @param imagesToGet only the report is there: ask for the images instead of a new scan
     */
    public record Repeat(Checklist.Item item, Fact fact, String place, boolean imagesToGet) {}

    /** One item of the checklist. */
    public record ItemState(Checklist.Item item, Presence status, List<Reason> because) {}

    /** Whether an item is there. */
    public enum Presence {
        PRESENT,
        REPORT_ONLY,
        OUTDATED,
        MISSING,
        NOT_APPLICABLE;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
