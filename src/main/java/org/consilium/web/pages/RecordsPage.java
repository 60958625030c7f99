package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/**
 * The records of a case: what was handed in, what was read of it, and the piles.
 *
 * @param onTheWay files of which a part has arrived
 * @param files the first of the files, those that ask something before the others
 * @param allFiles how many there are
 * @param moreFiles where the next ones are, when there are more
 * @param proposals how many facts wait for the person to confirm
 * @param changes how many changes the person made by hand
 */
public record RecordsPage(
        Frame frame,
        UUID id,
        List<OnTheWay> onTheWay,
        List<File> files,
        int allFiles,
        @Nullable String moreFiles,
        List<File> removed,
        List<Pile> piles,
        int proposals,
        int changes) {
    /**
     * One file.
     *
     * @param counted false for a file that was kept and not read: the file itself is its only entry
     * @param reading true while it is being read in the background
     * @param waiting true while it waits for the person to say whether it is theirs
     * @param alike how many files raise the same question, this one counted; 0 when it is the only one or another tells it
     * @param problems what was not read, in plain words
     * @param parts the first of the files inside of it
     * @param allParts how many files there are inside of it
     */
    public record File(
            String hash,
            String name,
            Message format,
            Message status,
            String colour,
            int facts,
            boolean counted,
            boolean reading,
            boolean waiting,
            int alike,
            List<Message> why,
            List<Message> problems,
            List<Part> parts,
            int allParts) {}

    /**
     * A file inside of a file.
     *
     * @param opens what follows {@code files/} in the address that shows it; absent when there is nothing to show
     */
    public record Part(
            String name,
            @Nullable String opens,
            Message format,
            Message status,
            String colour,
            int facts,
            List<Message> problems) {}

    /** A file of which a part has arrived: how much of it, in words. */
    public record OnTheWay(UUID upload, String name, Message received) {}

    /** One of the five piles of the mission, with how many facts it holds. */
    public record Pile(String key, int facts) {}
}
