package org.consilium.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.consilium.knowledge.AccessRight;
import org.consilium.language.Messages;
import org.consilium.requests.Step.Event;
import org.junit.jupiter.api.Test;

/** The days of a request as a calendar file. */
class RequestCalendarTest {
    private static final AccessRight US = Samples.KNOWLEDGE.accessRight("AR-US").orElseThrow();

    @Test
    void theLastDayAndTheRemindersAreWholeDays() {
        var file = RequestCalendar.of(
                        Samples.request(Samples.step(Event.ASKED, LocalDate.of(2026, 3, 1))), US, Messages.english())
                .orElseThrow();

        assertThat(file)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .contains("DTSTART;VALUE=DATE:20260331\r\nDTEND;VALUE=DATE:20260401\r\n")
                .contains("DTSTART;VALUE=DATE:20260311\r\n");
        assertThat(file.split("BEGIN:VEVENT", -1)).hasSize(5);
        assertThat(file.lines()).allMatch(line -> line.length() <= 75);
        assertThat(file.lines().filter(line -> line.startsWith("UID:"))).doesNotHaveDuplicates();
    }

    @Test
    void itNamesNobodyNoPlaceAndNoIllness() {
        var file = RequestCalendar.of(
                        Samples.request(Samples.step(Event.ASKED, LocalDate.of(2026, 3, 1))), US, Messages.english())
                .orElseThrow();

        assertThat(file).doesNotContain("Ana", "Harbor", "CT", "RC02");
    }

    @Test
    void thereIsNoneBeforeAskingOrAfterTheEnd() {
        var asked = Samples.step(Event.ASKED, LocalDate.of(2026, 3, 1));

        assertThat(RequestCalendar.of(Samples.request(), US, Messages.english()))
                .isEmpty();
        assertThat(RequestCalendar.of(
                        Samples.request(asked, Samples.step(Event.RECEIVED, LocalDate.of(2026, 3, 2))),
                        US,
                        Messages.english()))
                .isEmpty();
    }
}
