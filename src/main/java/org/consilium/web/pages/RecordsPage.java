package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;
import org.consilium.language.Message;

/** The records of a case: what was handed in, what was read of it, and the piles. */
public record RecordsPage(Frame frame, UUID id, List<File> files, List<File> removed, List<Pile> piles) {
    /**
     * One file.
     *
     * @param counted false for a file that was kept and not read: the file itself is its only entry
     * @param waiting true while it waits for the person to say whether it is theirs
     * @param problems what was not read, in plain words
     */
    public record File(
            String hash,
            String name,
            Message format,
            Message status,
            String colour,
            int facts,
            boolean counted,
            boolean waiting,
            List<Message> why,
            List<Message> problems) {}

    /** One of the five piles of the mission, with how many facts it holds. */
    public record Pile(String key, int facts) {}
}
