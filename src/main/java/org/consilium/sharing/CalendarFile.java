package org.consilium.sharing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Days to remember, as a file that any calendar takes in (RFC 5545): whole-day events with a reminder on the morning of the day.
 * A calendar is often shared with others, so nothing medical goes into it: say only what anybody may read.
 */
public final class CalendarFile {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;

    private CalendarFile() {}

    /**
     * A day to remember.
     *
     * @param uid stays the same when the file is made again, so that a calendar replaces the day and does not double it
     */
    public record Day(String uid, LocalDate day, String title, String text) {}

    /** @param made when, for calendars that keep the newest of two */
    public static byte[] of(List<Day> days, Instant made) {
        var lines = new StringBuilder();
        line(lines, "BEGIN:VCALENDAR");
        line(lines, "VERSION:2.0");
        line(lines, "PRODID:-//Consilium//Calendar//EN");
        for (var day : days) {
            line(lines, "BEGIN:VEVENT");
            line(lines, "UID:" + escaped(day.uid()));
            line(lines, "DTSTAMP:" + STAMP.format(made));
            line(lines, "DTSTART;VALUE=DATE:" + day.day().format(DateTimeFormatter.BASIC_ISO_DATE));
            line(lines, "DTEND;VALUE=DATE:" + day.day().plusDays(1).format(DateTimeFormatter.BASIC_ISO_DATE));
            line(lines, "SUMMARY:" + escaped(day.title()));
            line(lines, "DESCRIPTION:" + escaped(day.text()));
            line(lines, "TRANSP:TRANSPARENT");
            line(lines, "BEGIN:VALARM");
            line(lines, "ACTION:DISPLAY");
            line(lines, "DESCRIPTION:" + escaped(day.title()));
            line(lines, "TRIGGER:PT9H");
            line(lines, "END:VALARM");
            line(lines, "END:VEVENT");
        }
        line(lines, "END:VCALENDAR");
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /** No line longer than 75 octets; what is longer goes on after a blank, never inside a letter. */
    private static void line(StringBuilder lines, String content) {
        var octets = 0;
        for (var letter : content.codePoints().toArray()) {
            var text = Character.toString(letter);
            var length = text.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LONGEST_LINE) {
                lines.append("\r\n ");
                octets = 1;
            }
            lines.append(text);
            octets += length;
        }
        lines.append("\r\n");
    }
}
