package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/** Whether a second opinion is worth seeking, how much time is safe, and why. */
public record AssessmentPage(
        Frame frame,
        UUID id,
        EmergencyCard emergency,
        Message verdict,
        String colour,
        List<Trigger> triggers,
        List<WindowRow> windows,
        List<Card> evidence,
        List<Flag> flags,
        @Nullable Needs needs,
        String madeFrom) {
    /** A red flag that is up. */
    public record Flag(String id, String text) {}

    /**
     * What a specialist needs to see.
     *
     * @param score 0 to 100, by weight
     */
    public record Needs(String group, int score, List<Need> items) {}

    /** One thing a specialist needs, and whether it is there. */
    public record Need(String id, String name, Message status, String colour) {}

    /**
     * One reason to seek a second opinion.
     *
     * @param because why it is met or not, with the file behind it when there is one
     * @param unknown diagnoses that the program does not know, when there are several: told in one sentence
     * @param ask less invasive things to ask about
     */
    public record Trigger(
            String id, String met, String colour, List<Because> because, List<Because> unknown, List<String> ask) {}

    /** A reason in words, and where its source opens. */
    public record Because(String text, @Nullable String href) {}

    /** One window with its arithmetic and its source. */
    public record WindowRow(
            String id,
            String event,
            Message message,
            @Nullable Message arithmetic,
            String note,
            String source,
            Message trust) {}

    /** What studies found, with its caveat and source. */
    public record Card(String text, String caveat, String source) {}
}
