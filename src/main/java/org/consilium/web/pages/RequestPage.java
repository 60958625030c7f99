package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;
import org.consilium.language.Message;
import org.consilium.requests.Details;
import org.consilium.requests.Letter;
import org.jspecify.annotations.Nullable;

/**
 * One letter for records: what it says, and what became of it.
 *
 * @param letterFrame the same frame in the language of the letter
 * @param places that the records name
 * @param events what can come next
 * @param methods ways to send
 * @param found what the records show by now of what was asked; absent when nothing
 * @param calendar there are days to put into a calendar
 * @param undo something can be taken back
 * @param error what was wrong with a form, if anything
 */
public record RequestPage(
        Frame frame,
        UUID id,
        UUID request,
        RequestsPage.Mark mark,
        List<Message> notes,
        Details details,
        Letter letter,
        Frame letterFrame,
        List<String> places,
        List<Option> rights,
        RequestsPage.Right right,
        List<Option> events,
        List<Option> methods,
        List<Past> past,
        String today,
        @Nullable Message found,
        boolean calendar,
        boolean undo,
        @Nullable Message error) {
    /** One of several to choose. */
    public record Option(String value, Message name, boolean chosen) {}

    /** Something that happened, with its day and how when they are known. */
    public record Past(Message event, String on, @Nullable Message method) {}

    public String path() {
        return "/cases/" + id + "/requests/" + request;
    }
}
