package org.consilium.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.consilium.decision.DecisionSummary.OptionLine;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.opinions.Opinion;
import org.junit.jupiter.api.Test;

class DecisionSummaryTest {
    private final DecisionSummary summary = Samples.summary();

    @Test
    void saysWhoRecommendsAndWhatForAndAgainst() {
        var fusion = summary.options().getFirst();

        assertThat(said(fusion.stances()))
                .containsExactly(
                        "Recommended by Dr. Ana Núñez: With screws, from behind", "Advised against by Dr. Ben Weiss");
        assertThat(said(fusion.benefits()))
                .containsExactly(
                        "Much less leg pain: 60 of 100 people. Without it: 40 of 100, after 2 years (Dr. Ana Núñez)");
        assertThat(said(fusion.daily()))
                .contains("Your part of the cost: 3\u00a0200.50 USD (Dr. Ana Núñez)")
                .contains("Cost in all: 48\u00a0500 USD. Source: Hospital estimate (Dr. Ana Núñez)");
        assertThat(summary.options()).extracting(OptionLine::letter).containsExactly("A", "B", "C");
    }

    @Test
    void figuresComeOutOfAHundredOrAThousandAndSayWhenRounded() {
        assertThat(figure(7, 37)).isEqualTo("Pain: about 19 of 100 people");
        assertThat(figure(2, 1000)).isEqualTo("Pain: 2 of 1000 people");
        assertThat(figure(0, 50)).isEqualTo("Pain: 0 of 100 people");
        assertThat(figure(1, 2)).isEqualTo("Pain: 50 of 100 people");
        assertThat(said(List.of(MeasureWords.of(
                        new Opinion.Measure("Pain", null, null, null, null, null, null, null, null, null)))))
                .containsExactly("Pain: no number given");
        assertThat(said(List.of(MeasureWords.of(new Opinion.Measure(
                        "Pain",
                        null,
                        new BigDecimal("2"),
                        new BigDecimal("4"),
                        100,
                        null,
                        null,
                        "severe",
                        true,
                        null)))))
                .containsExactly("Pain: 2 to 4 of 100 people, severe, lasting");
    }

    @Test
    void theSameThingsGiveTheSameHashAndAnyChangeAnother() {
        assertThat(Samples.summary()).isEqualTo(summary);
        var undecided =
                DecisionSummary.of("My back", Samples.back(), Preferences.NONE, null, null, null, Samples.TODAY);
        assertThat(undecided.made()).isNotEqualTo(summary.made()).matches("[0-9a-f]{64}");
        assertThat(undecided.readiness()).isEmpty();
        assertThat(undecided.decision()).isNull();
        assertThat(said(List.of(undecided.matters().verdict()))).containsExactly("You have named no goals yet.");
    }

    @Test
    void saysWhatWasNotChecked() {
        assertThat(said(summary.notChecked()))
                .contains("We did not check who is right. The doctors' words stand here as they gave them.")
                .contains("We do not know which records Dr. Ben Weiss saw.")
                .contains("No one wrote down the cost of «Physiotherapy».")
                .anyMatch(line -> line.startsWith("No doctor wrote about «Wait and watch for now»."))
                .contains("Some ratings are open or are ranges. We did not fill them in.");
    }

    @Test
    void theShortAnswerSaysInWhatTheOpinionsDiffer() {
        assertThat(said(List.of(summary.agreement())))
                .containsExactly("The opinions agree on the illness. They differ on the treatment.");
    }

    @Test
    void theReadinessCheckNamesWhatIsOpen() {
        assertThat(Samples.after().ready()).isTrue();
        assertThat(Samples.before().ready()).isFalse();
        assertThat(Samples.before().gaps())
                .containsExactly(ReadinessCheck.Question.GOOD_AND_BAD, ReadinessCheck.Question.WHAT_MATTERS);
        assertThat(said(List.of(Samples.before().result()))).containsExactly("Not yet ready to decide. Open points: 2");
    }

    @Test
    void everyMessageOfTheRoomIsThereInEveryLanguage() {
        for (var locale : Messages.SPOKEN) {
            var messages = Messages.in(locale);
            for (var goal : StartingGoal.values()) {
                assertThat(messages.say(goal.title())).isNotBlank();
            }
            for (var question : ReadinessCheck.Question.values()) {
                assertThat(messages.say(question.text())).isNotBlank();
                assertThat(messages.say(question.help())).isNotBlank();
            }
            for (var answer : ReadinessCheck.Answer.values()) {
                assertThat(messages.say(answer.text())).isNotBlank();
            }
            for (var verdict : Weighing.Verdict.values()) {
                assertThat(messages.say("decision.verdict."
                                + verdict.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                        .isNotBlank();
            }
        }
    }

    private static String figure(int count, int of) {
        return Messages.english().say(MeasureWords.of(Samples.measure("Pain", count, of, null, null)));
    }

    private static List<String> said(List<Message> messages) {
        return messages.stream().map(Messages.english()::say).toList();
    }
}
