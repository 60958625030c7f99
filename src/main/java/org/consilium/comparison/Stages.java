package org.consilium.comparison;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.language.Message;
import org.consilium.opinions.Opinion.Stage;
import org.jspecify.annotations.Nullable;

/** How two stages and two grades relate; the lines at which treatment often changes are those of {@link Staging}. */
final class Stages {
    private Stages() {}

    static Optional<Message> shown(@Nullable Stage stage) {
        if (stage == null) {
            return Optional.empty();
        }
        var parts = Stream.of(stage.group(), stage.t(), stage.n(), stage.m(), bracketed(stage.system()))
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                stage.type() == null ? Texts.quote(parts) : Message.of("comparison.stage." + stage.type(), parts));
    }

    private static @Nullable String bracketed(@Nullable String system) {
        return system == null || system.isBlank() ? null : "(" + system + ")";
    }

    /** @param bladder both are stages of a cancer of the bladder, which has a line of its own */
    static Judgement judge(@Nullable Stage one, @Nullable Stage other, boolean bladder) {
        var system = Staging.system(one);
        var otherSystem = Staging.system(other);
        if (system.isPresent() && otherSystem.isPresent() && !system.equals(otherSystem)) {
            return Judgement.notComparable(0, "D0-STAGE-SYSTEMS", Message.of("comparison.because.stageSystems"));
        }
        if (crosses(Staging.metastasisBand(one), Staging.metastasisBand(other))) {
            return crossing("D2-STAGE-SPREAD");
        }
        var group = Staging.group(one);
        var otherGroup = Staging.group(other);
        if (group.isPresent() && otherGroup.isPresent()) {
            return judgeGroups(group.get(), otherGroup.get(), one, other);
        }
        if (crosses(Staging.nodeBand(one), Staging.nodeBand(other))) {
            return crossing("D2-STAGE-NODES");
        }
        if (crosses(Staging.tumourBand(one, bladder), Staging.tumourBand(other, bladder))) {
            return crossing("D2-STAGE-TUMOUR");
        }
        return within(one, other);
    }

    private static Judgement judgeGroups(
            Staging.Group group, Staging.Group otherGroup, @Nullable Stage one, @Nullable Stage other) {
        if (group.band() != otherGroup.band()) {
            return crossing("D2-STAGE-CROSSED");
        }
        if (group.number() != otherGroup.number()) {
            return Judgement.differs(1, "D1-STAGE-WITHIN", Message.of("comparison.because.stageWithin"));
        }
        if (group.letter().equals(otherGroup.letter())) {
            return within(one, other);
        }
        return group.letter().isEmpty() || otherGroup.letter().isEmpty()
                ? Judgement.refines(1, "D1-STAGE-MORE-EXACT", Message.of("comparison.because.stageMoreExact"))
                : Judgement.differs(1, "D1-STAGE-WITHIN", Message.of("comparison.because.stageWithin"));
    }

    /** No line is crossed: the same, more exact, or other words. */
    private static Judgement within(@Nullable Stage one, @Nullable Stage other) {
        var left = parts(one);
        var right = parts(other);
        var comparable = false;
        var added = false;
        for (var i = 0; i < left.length; i++) {
            if (!left[i].isEmpty() && !right[i].isEmpty()) {
                if (!left[i].equals(right[i])) {
                    return Judgement.differs(1, "D1-STAGE-WITHIN", Message.of("comparison.because.stageWithin"));
                }
                comparable = true;
            } else if (!left[i].equals(right[i])) {
                added = true;
            }
        }
        if (!comparable) {
            return Judgement.notComparable(0, "D0-STAGE-FORM", Message.of("comparison.because.stageForm"));
        }
        return added
                ? Judgement.refines(1, "D1-STAGE-MORE-EXACT", Message.of("comparison.because.stageMoreExact"))
                : Judgement.agrees("D0-STAGE-SAME");
    }

    /** Group, T, N and M, without the prefix for how they were found (c, p, yp) and in one spelling. */
    private static String[] parts(@Nullable Stage stage) {
        if (stage == null) {
            return new String[] {"", "", "", ""};
        }
        var group = Staging.group(stage).map(it -> it.number() + it.letter()).orElse(spelled(stage.group()));
        return new String[] {group, spelled(stage.t()), spelled(stage.n()), spelled(stage.m())};
    }

    private static String spelled(@Nullable String text) {
        return text == null ? "" : Texts.plain(text).replace(" ", "").replaceAll("^[a-su-z]{1,2}(?=[tnm])", "");
    }

    private static boolean crosses(OptionalInt one, OptionalInt other) {
        return one.isPresent() && other.isPresent() && one.getAsInt() != other.getAsInt();
    }

    private static Judgement crossing(String rule) {
        return Judgement.differs(2, rule, Message.of("comparison.because.stageCrossed"))
                .withAlarm(Message.of("comparison.alarm.stage"));
    }

    static Judgement judgeGrade(@Nullable String one, @Nullable String other) {
        if (one != null && other != null && Texts.plain(one).equals(Texts.plain(other))) {
            return Judgement.agrees("D0-GRADE-SAME");
        }
        var grade = Staging.grade(one);
        var otherGrade = Staging.grade(other);
        if (grade.isEmpty()
                || otherGrade.isEmpty()
                || !grade.get().scale().equals(otherGrade.get().scale())) {
            return Judgement.notComparable(0, "D0-GRADE-FORM", Message.of("comparison.because.gradeForm"));
        }
        if (grade.equals(otherGrade)) {
            return Judgement.agrees("D0-GRADE-SAME");
        }
        return grade.get().band() == otherGrade.get().band()
                ? Judgement.differs(1, "D1-GRADE-WITHIN", Message.of("comparison.because.gradeWithin"))
                : Judgement.differs(2, "D2-GRADE-CROSSED", Message.of("comparison.because.gradeCrossed"));
    }
}
