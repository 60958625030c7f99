package org.consilium.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.history.Samples.condition;
import static org.consilium.history.Samples.fact;
import static org.consilium.history.Samples.file;

import java.time.LocalDate;
import java.util.Map;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.junit.jupiter.api.Test;

class OnePageTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 1);

    @Test
    void conditionsAreNowOrBefore() {
        var page = of(
                condition("Asthma", "2001", null, "active"),
                condition("Asthma", "2010", null, "active"),
                condition("Flu", "2020", "2020-02", "active"),
                condition("Gout", "2021", null, "resolved"),
                condition("Not so", "2021", null, "refuted"));

        assertThat(page.conditionsNow()).extracting(OnePage.Entry::text).containsExactly("Asthma");
        assertThat(page.conditionsNow().getFirst().facts()).hasSize(2);
        assertThat(page.conditionsBefore()).extracting(OnePage.Entry::text).containsExactly("Gout", "Flu");
    }

    @Test
    void noKnownAllergiesIsNotAnAllergy() {
        var none = of(fact(FactKind.ALLERGY, "No known allergies", null, null, "active", null, Map.of()));
        var some = of(fact(FactKind.ALLERGY, "Penicillin", null, null, "active", null, Map.of()));

        assertThat(none.allergies()).isEmpty();
        assertThat(none.noAllergies()).isTrue();
        assertThat(some.allergies()).hasSize(1);
        assertThat(some.noAllergies()).isFalse();
    }

    @Test
    void theIllnessOfTwoRelativesIsTwoEntries() {
        var page = of(
                fact(FactKind.FAMILY_HISTORY, "Stroke", null, null, "unknown", null, Map.of(Detail.RELATIVE, "father")),
                fact(
                        FactKind.FAMILY_HISTORY,
                        "Stroke",
                        null,
                        null,
                        "unknown",
                        null,
                        Map.of(Detail.RELATIVE, "mother")));

        assertThat(page.family()).hasSize(2);
    }

    @Test
    void anEmptyCaseSaysNothing() {
        var page = of();

        assertThat(page.conditionsNow()).isEmpty();
        assertThat(page.medicines()).isEmpty();
        assertThat(page.conflicts()).isEmpty();
        assertThat(page.noAllergies()).isFalse();
    }

    private static OnePage of(Fact... facts) {
        return OnePage.of(file(facts), TODAY);
    }
}
