package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/** The pages of the decision: each with its frame and the case it belongs to. */
public final class DecidePage {
    private DecidePage() {}

    /** The steps, each with its state; a step without an address cannot start yet. */
    public record Hub(Frame frame, UUID id, List<CaseHome.Task> tasks) {}

    /** The four readiness questions, with what was answered. */
    public record Ready(
            Frame frame,
            UUID id,
            List<Asked> questions,
            @Nullable Message result,
            List<Message> help) {}

    /** One readiness question: its word, its text and the answer so far. */
    public record Asked(String word, Message text, String answer) {}

    /** Goals to pick, and room for own ones. */
    public record Goals(
            Frame frame,
            UUID id,
            List<Pick> goals,
            List<String> own,
            int most,
            @Nullable Message error) {}

    /** A goal to tick. */
    public record Pick(String id, Message title, boolean chosen) {}

    /** How much each goal matters. */
    public record Weights(Frame frame, UUID id, List<Slider> goals) {}

    /** A slider from 0 to 100. */
    public record Slider(String id, Message title, int value, boolean known) {}

    /** How far each option reaches one goal, and what the doctors said that may help. */
    public record Levels(Frame frame, UUID id, int number, int of, Message goal, List<OptionSlider> options) {}

    /** A slider for one option, with the doctors' words on it. */
    public record OptionSlider(String id, Message title, int value, boolean known, List<String> said) {}

    /** The weights at work. */
    public record Result(
            Frame frame,
            UUID id,
            List<Message> goals,
            List<Bar> bars,
            Message verdict,
            List<Message> dominances,
            List<Message> flips,
            boolean complete) {}

    /** One option as a bar of what each goal adds, in percent; {@code unknown} is the part that is open. */
    public record Bar(Message option, List<Part> parts, int low, int high) {
        public int unknown() {
            return high - low;
        }
    }

    /** What one goal adds, in percent, and where its part begins. */
    public record Part(int goal, int start, int width) {}

    /** The decision itself. */
    public record Deciding(
            Frame frame,
            UUID id,
            List<Chosen> options,
            String choice,
            String why,
            String helpers,
            String notKnown,
            String copies,
            List<Asked> questions,
            boolean changing,
            @Nullable Message error) {}

    /** An option to choose. */
    public record Chosen(String id, Message title, boolean chosen) {}
}
