package org.consilium.comparison;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import org.consilium.comparison.Row.Said;
import org.consilium.language.Message;
import org.consilium.opinions.Opinion.Timing;
import org.jspecify.annotations.Nullable;

/** When an option should start. */
final class Timings {
    private Timings() {}

    static Optional<Said<Option>> shown(Option option) {
        var timing = option.treatment().timing();
        return words(timing).map(text -> new Said<>(option, text, option.at() + "/timing"));
    }

    private static Optional<Message> words(@Nullable Timing timing) {
        if (timing == null) {
            return Optional.empty();
        }
        if (timing.startBy() != null) {
            return Optional.of(Message.of("comparison.timing.by", timing.startBy()));
        }
        if (timing.withinDays() != null) {
            return Optional.of(Message.of("comparison.timing.within", timing.withinDays()));
        }
        return Optional.ofNullable(timing.text())
                .filter(text -> !text.isBlank())
                .map(Texts::quote);
    }

    static Judgement judge(Option one, Option other) {
        var left = one.treatment().timing();
        var right = other.treatment().timing();
        if (left != null && right != null && left.startBy() != null && right.startBy() != null) {
            return answer(left.startBy().equals(right.startBy()));
        }
        var days = days(one);
        var otherDays = days(other);
        if (days.isPresent() && otherDays.isPresent()) {
            return answer(days.equals(otherDays));
        }
        if (left != null
                && right != null
                && left.text() != null
                && right.text() != null
                && Texts.plain(left.text()).equals(Texts.plain(right.text()))) {
            return Judgement.agrees("X0-TIMING-SAME");
        }
        return Judgement.notComparable(0, "X0-TIMING-FORM", Message.of("comparison.because.timingForm"));
    }

    private static Judgement answer(boolean same) {
        return same
                ? Judgement.agrees("X0-TIMING-SAME")
                : Judgement.differs(1, "X1-TIMING", Message.of("comparison.because.timing"));
    }

    /** Days from the date of the opinion. */
    private static OptionalLong days(Option option) {
        var timing = option.treatment().timing();
        if (timing == null) {
            return OptionalLong.empty();
        }
        if (timing.withinDays() != null) {
            return OptionalLong.of(timing.withinDays());
        }
        return timing.startBy() == null
                ? OptionalLong.empty()
                : OptionalLong.of(ChronoUnit.DAYS.between(option.from().date(), timing.startBy()));
    }
}
