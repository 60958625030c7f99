package org.consilium.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.consilium.knowledge.AccessRight;
import org.consilium.language.Messages;

/**
 * The days of a request as a calendar file (RFC 5545): when to ask again, and the last day to answer. It names neither the
 * person nor the place nor the illness, because calendars are often kept by others.
 */
public final class RequestCalendar {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private RequestCalendar() {}

    /** Empty before it was asked for, and once it is settled. */
    public static Optional<String> of(RecordRequest request, AccessRight right, Messages messages) {
        var due = request.due(right);
        var asked = request.steps().stream()
                .filter(step -> step.event() == Step.Event.ASKED)
                .reduce((earlier, later) -> later);
        if (due == null || asked.isEmpty() || !request.state().isOpen()) {
            return Optional.empty();
        }
        var file = new StringBuilder();
        line(file, "BEGIN:VCALENDAR");
        line(file, "VERSION:2.0");
        line(file, "PRODID:-//Consilium//Record requests//EN");
        var made = asked.get().saved();
        for (var day : request.reminders(right)) {
            event(file, request.id() + "-" + DAY.format(day), day, made, messages.say("requests.calendar.again"));
        }
        event(file, request.id() + "-due", due, made, messages.say("requests.calendar.due"));
        line(file, "END:VCALENDAR");
        return Optional.of(file.toString());
    }

    private static void event(StringBuilder file, String id, LocalDate day, Instant made, String words) {
        line(file, "BEGIN:VEVENT");
        line(file, "UID:" + id + "@consilium");
        line(file, "DTSTAMP:" + MOMENT.format(made));
        line(file, "DTSTART;VALUE=DATE:" + DAY.format(day));
        line(file, "DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
        line(file, "SUMMARY:" + words.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;"));
        line(file, "TRANSP:TRANSPARENT");
        line(file, "END:VEVENT");
    }

    /** Lines end as the standard says; all of ours are short. */
    private static void line(StringBuilder file, String words) {
        file.append(words).append("\r\n");
    }
}
