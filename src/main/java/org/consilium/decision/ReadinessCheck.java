package org.consilium.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.consilium.language.Message;

/** Four questions, in our own wording, that tell whether the person has what a good decision needs. It is no test and no score. */
public record ReadinessCheck(Answer options, Answer goodAndBad, Answer whatMatters, Answer support, LocalDate on) {

    public ReadinessCheck {
        Objects.requireNonNull(options);
        Objects.requireNonNull(goodAndBad);
        Objects.requireNonNull(whatMatters);
        Objects.requireNonNull(support);
        Objects.requireNonNull(on);
    }

    /** What is asked, in the order it is asked. */
    public enum Question {
        OPTIONS,
        GOOD_AND_BAD,
        WHAT_MATTERS,
        SUPPORT;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public Message text() {
            return Message.of("decision.ready.question." + word());
        }

        /** What may help when the answer is not yes. */
        public Message help() {
            return Message.of("decision.ready.help." + word());
        }
    }

    /** What a person can answer. */
    public enum Answer {
        YES,
        NO,
        UNSURE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public Message text() {
            return Message.of("decision.ready.answer." + word());
        }
    }

    public Answer answer(Question question) {
        return switch (question) {
            case OPTIONS -> options;
            case GOOD_AND_BAD -> goodAndBad;
            case WHAT_MATTERS -> whatMatters;
            case SUPPORT -> support;
        };
    }

    /** The questions not answered with yes. */
    public List<Question> gaps() {
        return Stream.of(Question.values())
                .filter(question -> answer(question) != Answer.YES)
                .toList();
    }

    public boolean ready() {
        return gaps().isEmpty();
    }

    /** «Ready», or how many things are still open. */
    public Message result() {
        return ready() ? Message.of("decision.ready.yes") : Message.of("decision.ready.not-yet", gaps().size());
    }
}
