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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.Source;
import org.consilium.clinical.Value;
import org.junit.jupiter.api.Test;

/** One record says it more roughly than the other: in another unit, or without the day. */
class MergeRoundingTest {
    private static final Code GLUCOSE_MASS = new Code(CodeSystems.LOINC, "2345-7", "Glucose");
    private static final Code GLUCOSE_MOLES = new Code(CodeSystems.LOINC, "14749-6", "Glucose");
    private static final Code WEIGHT = new Code(CodeSystems.LOINC, "29463-7", "Body weight");

    @Test
    void aValueInAnotherUnitIsTheSameWithinItsRounding() {
        var merged = Merge.of(List.of(
                result("a", "2024-05-01", "5.5", "mmol/L", GLUCOSE_MOLES),
                result("b", "2024-05-01", "99", "mg/dL", GLUCOSE_MASS)));

        assertThat(merged).hasSize(1);
        assertThat(merged.getFirst().sources()).hasSize(2);
        assertThat(merged.getFirst().codes()).containsExactlyInAnyOrder(GLUCOSE_MASS, GLUCOSE_MOLES);
        assertThat(Merge.of(List.of(
                        result("a", "2024-05-01", "5.5", "mmol/L", GLUCOSE_MOLES),
                        result("b", "2024-05-01", "104", "mg/dL", GLUCOSE_MASS))))
                .hasSize(2);
    }

    @Test
    void theSameUnitInOtherWordsIsTheSame() {
        assertThat(Merge.of(List.of(
                        result("a", "2024-05-01", "99", "mg/dL", GLUCOSE_MASS),
                        result("b", "2024-05-01", "99.0", "MG/DL", GLUCOSE_MASS))))
                .hasSize(1);
        assertThat(Merge.of(List.of(
                        result("a", "2024-05-01", "150", "lbs", WEIGHT),
                        result("b", "2024-05-01", "68.0", "kg", WEIGHT))))
                .hasSize(1);
    }

    @Test
    void theUsualRangeStaysWithTheUnitItWasGivenIn() {
        var range = Map.of(Detail.REFERENCE_RANGE, "70-99");
        var mass = fact(
                FactKind.LAB,
                "a",
                "2024-05-01",
                "final",
                new Value.Quantity(new BigDecimal("99"), null, "mg/dL"),
                range,
                GLUCOSE_MASS);

        var merged = Merge.of(List.of(mass, result("b", "2024-05-01", "5.50", "mmol/L", GLUCOSE_MOLES)));
        var finer = Merge.of(List.of(mass, result("b", "2024-05-01", "5.496", "mmol/L", GLUCOSE_MOLES)));

        assertThat(merged).hasSize(1);
        assertThat(merged.getFirst().value()).isEqualTo(mass.value());
        assertThat(merged.getFirst().details()).isEqualTo(range);
        assertThat(finer).hasSize(1);
        assertThat(finer.getFirst().value()).hasToString("Quantity[number=5.496, comparator=null, unit=mmol/L]");
        assertThat(finer.getFirst().details()).isEmpty();
    }

    @Test
    void aRoughDateJoinsTheOneDayWithinIt() {
        var merged = Merge.of(List.of(
                condition("a", "2024-03", "active", ASTHMA),
                condition("b", "2024-03-05", "active", ASTHMA),
                condition("c", "2024", "active", ASTHMA)));

        assertThat(merged).hasSize(1);
        assertThat(merged.getFirst().date()).hasToString("2024-03-05");
        assertThat(merged.getFirst().sources()).hasSize(3);
    }

    @Test
    void aRoughDateThatCouldBeEitherOfTwoDaysStaysApart() {
        assertThat(Merge.of(List.of(
                        condition("a", "2024-03", "active", ASTHMA),
                        condition("b", "2024-03-05", "active", ASTHMA),
                        condition("c", "2024-03-09", "active", ASTHMA))))
                .hasSize(3);
        assertThat(Merge.of(List.of(
                        condition("a", "2024-03", "active", ASTHMA), condition("b", "2024-04-05", "active", ASTHMA))))
                .hasSize(2);
        assertThat(Merge.of(List.of(
                        condition("a", null, "active", ASTHMA), condition("b", "2024-04-05", "active", ASTHMA))))
                .hasSize(2);
    }

    @Provide
    Arbitrary<List<Fact>> measured() {
        var value = Arbitraries.of(
                "99 mg/dL",
                "99.0 mg/dL",
                "98 mg/dL",
                "5.5 mmol/L",
                "5.49 mmol/L",
                "5 mmol/L",
                "0.99 g/L",
                "990 mg/L",
                "1 g/L");
        var numbered = Arbitraries.integers().between(0, 999_999);
        return Combinators.combine(
                        value,
                        Arbitraries.of(GLUCOSE_MASS, GLUCOSE_MOLES),
                        Arbitraries.of("2024", "2024-05", "2024-05-01", "2024-05-01T10:00:00Z", "2024-05-02"),
                        Arbitraries.of("final", "unknown"),
                        numbered)
                .as((words, code, date, status, number) -> {
                    var parts = words.split(" ");
                    return fact(
                            FactKind.LAB,
                            "file" + number,
                            date,
                            status,
                            new Value.Quantity(new BigDecimal(parts[0]), null, parts[1]),
                            Map.of(),
                            code);
                })
                .list()
                .uniqueElements(fact -> fact.sources())
                .ofMaxSize(12);
    }

    @Property(tries = 400)
    void mergingAgainChangesNothingAndTheOrderDoesNotMatter(@ForAll("measured") List<Fact> facts, @ForAll long seed) {
        var once = Merge.of(facts);
        var shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(Merge.of(once)).isEqualTo(once);
        assertThat(Merge.of(shuffled)).isEqualTo(once);
    }

    @Property(tries = 400)
    void differentNumbersInOneUnitAndDifferentDaysAreNeverMadeOne(@ForAll("measured") List<Fact> facts) {
        var merged = Merge.of(facts);

        for (var first : facts) {
            for (var second : facts) {
                var numbers = differentNumbers(first, second);
                var days = day(first).length() == 10
                        && day(second).length() == 10
                        && !day(first).equals(day(second));
                if (numbers || days) {
                    assertThat(home(merged, first)).isNotSameAs(home(merged, second));
                }
            }
        }
    }

    private static boolean differentNumbers(Fact first, Fact second) {
        var ours = (Value.Quantity) java.util.Objects.requireNonNull(first.value());
        var theirs = (Value.Quantity) java.util.Objects.requireNonNull(second.value());
        return java.util.Objects.equals(ours.unit(), theirs.unit())
                && ours.number().compareTo(theirs.number()) != 0;
    }

    private static String day(Fact fact) {
        var date = fact.date() == null ? "" : fact.date().toString();
        return date.substring(0, Math.min(10, date.length()));
    }

    private static Fact home(List<Fact> merged, Fact fact) {
        Source source = fact.sources().getFirst();
        return merged.stream()
                .filter(each -> each.sources().contains(source))
                .findFirst()
                .orElseThrow();
    }

    private static Fact result(String file, String date, String number, String unit, Code code) {
        return fact(
                FactKind.LAB,
                file,
                date,
                "final",
                new Value.Quantity(new BigDecimal(number), null, unit),
                Map.of(),
                code);
    }
}
