package org.consilium.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.triage.Samples.TODAY;
import static org.consilium.triage.Samples.caseFile;
import static org.consilium.triage.Samples.condition;
import static org.consilium.triage.Samples.knowledge;
import static org.consilium.triage.Samples.trigger;

import java.util.Map;
import java.util.Set;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.triage.Assessment.Met;
import org.junit.jupiter.api.Test;

class LoadedRareTest {
    private static final Code BEHCET = Code.of(CodeSystems.ICD10CM, "M35.2");

    @Test
    void aDiseaseThatALoadedVocabularyCallsRareIsRare() {
        var file =
                caseFile(condition("M35.2", "Behcet disease").on("2024-12-01").made());

        var with = trigger(
                Triage.assess(file, Answers.NONE, knowledge(), new Loaded(Set.of(BEHCET), Map.of()), TODAY), "T6");
        var without = trigger(Triage.assess(file, Answers.NONE, knowledge(), TODAY), "T6");

        assertThat(with.met()).isEqualTo(Met.YES);
        assertThat(with.because().getFirst().text().key()).isEqualTo("triage.because.rare-loaded");
        assertThat(without.met()).isEqualTo(Met.NO);
    }

    @Test
    void onlyConditionsThatAreThereAreLookedUp() {
        var file = caseFile(
                condition("M35.2", "Behcet disease").on("2024-12-01").made(),
                condition("E84.0", "Cystic fibrosis").status("refuted").made(),
                condition("I10", "High blood pressure").status("resolved").made());

        assertThat(Triage.conditionCodes(file, Answers.NONE, knowledge(), TODAY))
                .singleElement()
                .matches(BEHCET::sameAs);
    }
}
