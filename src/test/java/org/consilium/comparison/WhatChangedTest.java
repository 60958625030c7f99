package org.consilium.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.opinions.Opinion;
import org.consilium.terminology.Crosswalk;
import org.junit.jupiter.api.Test;

class WhatChangedTest {
    private static final Opinion FUSION = Samples.first(Samples.members("M51.16", "surgery: Lumbar fusion"));
    private static final Opinion SAME = Samples.second(Samples.members("M51.16", "surgery: Lumbar fusion"));
    private static final Opinion EXERCISE = Samples.second(Samples.members("M51.16", "rehabilitation: Physiotherapy"));

    @Test
    void theSameComparisonHasNothingNew() {
        assertThat(WhatChanged.between(compare(FUSION, SAME), compare(FUSION, SAME)))
                .matches(WhatChanged::isEmpty);
    }

    @Test
    void aDoctorWhoNowAdvisesAnotherTreatmentChangesTheAnswer() {
        var changed = WhatChanged.between(compare(FUSION, SAME), compare(FUSION, EXERCISE));

        assertThat(said(changed.summary()))
                .hasSize(2)
                .anyMatch(it -> it.startsWith("The answer was:"))
                .contains("A third opinion is now worth thinking of. It was not before.");
        assertThat(said(changed.points())).isNotEmpty();
    }

    @Test
    void anOpinionThatGoesIsCounted() {
        var third = Samples.third(Samples.members("M51.16", "surgery: Lumbar fusion"));

        var changed = WhatChanged.between(compare(FUSION, SAME, third), compare(FUSION, SAME));

        assertThat(said(changed.summary())).containsExactly("There were 3 opinions. Now there are 2.");
    }

    @Test
    void otherWordsInOneRowAreNamed() {
        var ten = Samples.first(Samples.members("M51.16", "systemic: Drug A; 'detail': '10 mg'"));
        var twenty = Samples.second(Samples.members("M51.16", "systemic: Drug A; 'detail': '20 mg'"));
        var thirty = Samples.second(Samples.members("M51.16", "systemic: Drug A; 'detail': '30 mg'"));

        var changed = WhatChanged.between(compare(ten, twenty), compare(ten, thirty));

        assertThat(changed.summary()).isEmpty();
        assertThat(said(changed.points())).singleElement().asString().endsWith("what a doctor says here has changed.");
    }

    private static Comparison compare(Opinion... opinions) {
        return Comparison.of(List.of(opinions), Samples.KNOWLEDGE, Crosswalk.EMPTY);
    }

    private static List<String> said(List<Message> messages) {
        return messages.stream().map(Messages.english()::say).toList();
    }
}
