package org.consilium.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarFileTest {
    private static final Instant MADE = Instant.parse("2026-05-20T08:30:00Z");

    @Test
    void aDayIsAWholeDayWithAReminder() {
        assertThat(file(new CalendarFile.Day("a@consilium", LocalDate.of(2026, 12, 31), "Look back", "Open it")))
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .contains("UID:a@consilium\r\nDTSTAMP:20260520T083000Z\r\n")
                .contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n")
                .contains("SUMMARY:Look back\r\n", "TRIGGER:PT9H\r\n")
                .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    @Test
    void longLinesAreFoldedBetweenLettersAndNothingBreaksOut() {
        var hostile = "ñ👩".repeat(60) + "\r\nBEGIN:VALARM, a;b\\c\u0007";
        var file = file(new CalendarFile.Day("b", LocalDate.of(2026, 1, 1), "T", hostile));

        assertThat(file.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(file.replace("\r\n ", ""))
                .contains("DESCRIPTION:" + "ñ👩".repeat(60) + "\\nBEGIN:VALARM\\, a\\;b\\\\c\r\n");
        assertThat(file.split("BEGIN:VALARM\r\n")).hasSize(2);
    }

    private static String file(CalendarFile.Day day) {
        return new String(CalendarFile.of(List.of(day), MADE), StandardCharsets.UTF_8);
    }
}
