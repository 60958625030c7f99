package org.consilium.triage;

import java.time.LocalDate;
import java.util.List;
import org.consilium.clinical.Code;
import org.jspecify.annotations.Nullable;

/**
 * What the person adds to the records: the short form of the browser, the answers file of the command line.
 *
 * @param symptoms ids of red flags, or the person's own words
 * @param planned treatments that were recommended
 * @param feelsUninformed trigger T5; absent when not asked
 * @param notImprovingSince trigger T4; absent when things improve or it was not asked
 * @param treatmentDate the booked start of treatment
 * @param clockStart when the clock of the window started, if the records do not say
 * @param conditions codes of conditions the person picked because no record has them
 * @param risk {@code low}, {@code intermediate} or {@code high} where a window depends on it
 * @param country ISO 3166 code
 */
public record Answers(
        List<String> symptoms,
        List<Planned> planned,
        @Nullable Boolean feelsUninformed,
        @Nullable LocalDate notImprovingSince,
        @Nullable LocalDate treatmentDate,
        @Nullable LocalDate clockStart,
        @Nullable Boolean pregnant,
        List<Code> conditions,
        @Nullable String risk,
        @Nullable String country,
        @Nullable String state) {
    /** A treatment that was recommended, in words, with codes when known and its date when booked. */
    public record Planned(
            String text, List<Code> codes, @Nullable LocalDate date) {
        public Planned {
            codes = List.copyOf(codes);
        }
    }

    public static final Answers NONE =
            new Answers(List.of(), List.of(), null, null, null, null, null, List.of(), null, null, null);

    public Answers {
        symptoms = List.copyOf(symptoms);
        planned = List.copyOf(planned);
        conditions = List.copyOf(conditions);
    }
}
