package org.consilium.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.consilium.knowledge.AccessRight;
import org.consilium.language.Messages;
import org.consilium.requests.Step.Event;
import org.junit.jupiter.api.Test;

/** The days of a request to remember. */
class RequestDayTest {
    private static final AccessRight US = Samples.KNOWLEDGE.accessRight("AR-US").orElseThrow();

    @Test
    void theLastDayAndTheRemindersAreDays() {
        var days = RequestDay.of(Samples.request(Samples.step(Event.ASKED, LocalDate.of(2026, 3, 1))), US);

        assertThat(days)
                .hasSize(4)
                .extracting(RequestDay::day)
                .contains(LocalDate.of(2026, 3, 11))
                .endsWith(LocalDate.of(2026, 3, 31));
        assertThat(days).extracting(RequestDay::id).doesNotHaveDuplicates();
    }

    @Test
    void theyNameNobodyNoPlaceAndNoIllness() {
        var days = RequestDay.of(Samples.request(Samples.step(Event.ASKED, LocalDate.of(2026, 3, 1))), US);

        assertThat(days)
                .isNotEmpty()
                .allSatisfy(day ->
                        assertThat(Messages.english().say(day.words())).doesNotContain("Ana", "Harbor", "CT", "RC02"));
    }

    @Test
    void thereIsNoneBeforeAskingOrAfterTheEnd() {
        var asked = Samples.step(Event.ASKED, LocalDate.of(2026, 3, 1));

        assertThat(RequestDay.of(Samples.request(), US)).isEmpty();
        assertThat(RequestDay.of(Samples.request(asked, Samples.step(Event.RECEIVED, LocalDate.of(2026, 3, 2))), US))
                .isEmpty();
    }
}
