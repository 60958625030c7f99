package org.consilium.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.consilium.decision.LookingBack.State;
import org.junit.jupiter.api.Test;

class LookingBackTest {
    private static final DecisionRecord DECIDED = Samples.decision("Wait", "");

    @Test
    void itIsTimeFromTheDayOnAndNotTheDayBefore() {
        assertThat(states(Samples.TODAY.plusDays(29))).containsExactly(State.LATER, State.LATER, State.LATER);
        assertThat(states(Samples.TODAY.plusDays(30))).containsExactly(State.DUE, State.LATER, State.LATER);
        assertThat(states(Samples.TODAY.plusDays(90))).containsExactly(State.DUE, State.DUE, State.LATER);
        assertThat(states(Samples.TODAY.plusYears(3))).containsExactly(State.DUE, State.DUE, State.DUE);
    }

    @Test
    void theNewestAnswerStands() {
        var newest = answer(30, Samples.TODAY, FollowUp.Again.NO);
        var times = LookingBack.on(
                DECIDED, List.of(newest, answer(30, Samples.TODAY, FollowUp.Again.YES)), Samples.TODAY.plusDays(40));

        assertThat(times.getFirst().state()).isEqualTo(State.ANSWERED);
        assertThat(times.getFirst().answer()).isEqualTo(newest);
    }

    @Test
    void answersOnAnEarlierDecisionDoNotCountForANewOne() {
        var old = answer(30, Samples.TODAY.minusDays(100), FollowUp.Again.YES);

        assertThat(LookingBack.on(DECIDED, List.of(old), Samples.TODAY.plusDays(31)))
                .extracting(LookingBack::state)
                .containsExactly(State.DUE, State.LATER, State.LATER);
    }

    @Test
    void otherDaysAndEndlessAnswersAreRefused() {
        assertThatThrownBy(() -> answer(31, Samples.TODAY, FollowUp.Again.YES)).hasMessageContaining("30, 90 or 365");
        assertThatThrownBy(() -> new FollowUp(
                        30,
                        Samples.TODAY,
                        FollowUp.Done.PARTLY,
                        "w".repeat(DecisionRecord.LONGEST_WORDS + 1),
                        FollowUp.Again.UNSURE,
                        "",
                        Samples.TODAY))
                .hasMessageContaining("longer than");
    }

    private static List<State> states(LocalDate today) {
        return LookingBack.on(DECIDED, List.of(), today).stream()
                .map(LookingBack::state)
                .toList();
    }

    private static FollowUp answer(int days, LocalDate decided, FollowUp.Again again) {
        return new FollowUp(days, decided, FollowUp.Done.AS_DECIDED, "", again, "Better", Samples.TODAY.plusDays(days));
    }
}
