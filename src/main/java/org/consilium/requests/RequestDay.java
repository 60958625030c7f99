package org.consilium.requests;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.knowledge.AccessRight;
import org.consilium.language.Message;

/**
 * A day of a request to remember: when to ask again, or the last day to answer. Its words name neither the person nor the place
 * nor the illness, because calendars are often kept by others.
 *
 * @param id the same whenever it is made again
 */
public record RequestDay(String id, LocalDate day, Message words) {
    /** None before it was asked for, and none once it is settled. */
    public static List<RequestDay> of(RecordRequest request, AccessRight right) {
        var due = request.due(right);
        if (due == null || !request.state().isOpen()) {
            return List.of();
        }
        return Stream.concat(
                        request.reminders(right).stream()
                                .map(day -> new RequestDay(
                                        request.id() + "-" + day, day, Message.of("requests.calendar.again"))),
                        Stream.of(new RequestDay(request.id() + "-due", due, Message.of("requests.calendar.due"))))
                .toList();
    }
}
