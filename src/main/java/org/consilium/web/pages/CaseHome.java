package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/** The home of a case: the steps of the way as a task list. */
public record CaseHome(Frame frame, UUID id, String title, EmergencyCard emergency, List<Task> tasks) {
    /**
     * One step.
     *
     * @param href absent while it cannot start yet
     * @param colour of the tag: one of the NHS.UK tag colours, empty for none
     */
    public record Task(String key, @Nullable String href, Message state, String colour) {}
}
