package org.consilium.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.records.Samples.ASTHMA;
import static org.consilium.records.Samples.condition;
import static org.consilium.records.Samples.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.Value;
import org.junit.jupiter.api.Test;

class ConflictsTest {
    private static final Code POTASSIUM = new Code(CodeSystems.LOINC, "2823-3", "Potassium");
    private static final Code PENICILLIN = new Code(CodeSystems.RXNORM, "7980", "Penicillin");
    private static final Code BLOOD_GROUP = new Code(CodeSystems.LOINC, "882-1", "ABO and Rh group");

    @Test
    void theSameTestAtTheSameMinuteWithDifferentNumbersIsAConflict() {
        var low = potassium("a", "2024-05-01T10:00:00Z", "3.1", "mmol/L");
        var high = potassium("b", "2024-05-01T12:00:10+02:00", "5.9", "mEq/L");

        assertThat(Conflicts.of(merged(low, high))).singleElement().satisfies(conflict -> {
            assertThat(conflict.kind()).isEqualTo(Conflicts.Kind.RESULT);
            assertThat(conflict.facts()).containsExactlyInAnyOrder(low, high);
        });
    }

    @Test
    void theSameNumberInOtherUnitsOrAnotherMinuteOrNoMinuteIsNone() {
        assertThat(Conflicts.of(merged(
                        potassium("a", "2024-05-01T10:00:00Z", "4.1", "mmol/L"),
                        potassium("b", "2024-05-01T10:00:00Z", "4.1", "mEq/L"),
                        potassium("b", "2024-05-01T10:01:00Z", "4.4", "mEq/L"),
                        potassium("b", "2024-05-01", "3.9", "mEq/L"),
                        potassium("b", "2024-05-01T10:00:00Z", "4.1", "furlong"))))
                .isEmpty();
    }

    @Test
    void anAllergyStatedAndRefutedIsAConflict() {
        var active = fact(FactKind.ALLERGY, "a", "2020", "active", null, Map.of(), PENICILLIN);
        var refuted = fact(FactKind.ALLERGY, "b", "2023", "refuted", null, Map.of(), PENICILLIN);

        assertThat(Conflicts.of(merged(active, refuted)))
                .extracting(Conflicts.Conflict::kind)
                .containsExactly(Conflicts.Kind.ALLERGY);
        assertThat(Conflicts.of(merged(active))).isEmpty();
    }

    @Test
    void aConditionStatedAndRefutedIsAConflictUnlessItWasAnError() {
        assertThat(Conflicts.of(
                        merged(condition("a", "2020", "active", ASTHMA), condition("b", "2021", "refuted", ASTHMA))))
                .hasSize(1);
        assertThat(Conflicts.of(merged(
                        condition("a", "2020", "active", ASTHMA), condition("b", "2021", "entered-in-error", ASTHMA))))
                .isEmpty();
    }

    @Test
    void twoBloodGroupsAreAConflictWheneverFound() {
        var first =
                fact(FactKind.LAB, "a", "2001-01-01", "final", new Value.Words("A positive"), Map.of(), BLOOD_GROUP);
        var second =
                fact(FactKind.LAB, "b", "2020-01-01", "final", new Value.Words("O positive"), Map.of(), BLOOD_GROUP);

        assertThat(Conflicts.of(merged(first, second)))
                .extracting(Conflicts.Conflict::kind)
                .containsExactly(Conflicts.Kind.BLOOD_GROUP);
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        return Samples.facts();
    }

    @Property(tries = 300)
    void theOrderOfTheFactsMakesNoDifference(@ForAll("facts") List<Fact> facts, @ForAll long seed) {
        var shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(Conflicts.of(CaseFile.of(shuffled, List.of())))
                .isEqualTo(Conflicts.of(CaseFile.of(facts, List.of())));
    }

    private static CaseFile merged(Fact... facts) {
        return CaseFile.of(List.of(facts), List.of());
    }

    private static Fact potassium(String file, String date, String number, String unit) {
        return fact(
                FactKind.LAB,
                file,
                date,
                "final",
                new Value.Quantity(new BigDecimal(number), null, unit),
                Map.of(),
                POTASSIUM);
    }
}
