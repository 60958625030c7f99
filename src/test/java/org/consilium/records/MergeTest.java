package org.consilium.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.records.Samples.ASTHMA;
import static org.consilium.records.Samples.ASTHMA_ICD;
import static org.consilium.records.Samples.condition;
import static org.consilium.records.Samples.fact;
import static org.consilium.records.Samples.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Source;
import org.junit.jupiter.api.Test;

class MergeTest {
    private static final Code HEMOGLOBIN = new Code(CodeSystems.LOINC, "718-7", "Hemoglobin");

    @Provide
    Arbitrary<List<Fact>> facts() {
        return Samples.facts();
    }

    @Property(tries = 500)
    void mergingAgainChangesNothing(@ForAll("facts") List<Fact> facts) {
        var once = Merge.of(facts);

        assertThat(Merge.of(once)).isEqualTo(once);
    }

    @Property(tries = 500)
    void theSameFilesTwiceChangeNothing(@ForAll("facts") List<Fact> facts) {
        var twice = new ArrayList<>(facts);
        twice.addAll(facts);

        assertThat(Merge.of(twice)).isEqualTo(Merge.of(facts));
    }

    @Property(tries = 500)
    void theOrderOfTheFilesMakesNoDifference(@ForAll("facts") List<Fact> facts, @ForAll long seed) {
        var shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(Merge.of(shuffled)).isEqualTo(Merge.of(facts));
        assertThat(CaseFile.of(shuffled, List.of()).hash())
                .isEqualTo(CaseFile.of(facts, List.of()).hash());
    }

    @Property(tries = 300)
    void noSourceIsEverLost(@ForAll("facts") List<Fact> facts) {
        assertThat(sources(Merge.of(facts))).isEqualTo(sources(facts));
    }

    @Test
    void twoFilesThatSayTheSameMakeOneFactWithTwoSources() {
        var merged = Merge.of(List.of(
                condition("b.xml", "2024-05-01", "active", ASTHMA_ICD, ASTHMA),
                condition("a.json", "2024-05-01", "active", ASTHMA)));

        assertThat(merged).hasSize(1);
        assertThat(merged.getFirst().sources()).containsExactly(new Source("a.json", "x"), new Source("b.xml", "x"));
        assertThat(merged.getFirst().codes()).containsExactly(ASTHMA, ASTHMA_ICD);
    }

    @Test
    void theMostTellingCodesDecideEvenWhenABroadCodeIsShared() {
        var childhood = new Code(CodeSystems.SNOMED, "233678006", "Childhood asthma");

        assertThat(Merge.of(List.of(
                        condition("a", "2024", "active", ASTHMA, ASTHMA_ICD),
                        condition("b", "2024", "active", childhood, ASTHMA_ICD))))
                .hasSize(2);
    }

    @Test
    void keepsApartWhatTheRecordsSayDifferently() {
        assertThat(Merge.of(List.of(
                        condition("a", "2024-05-01", "active", ASTHMA),
                        condition("b", "2024-05-01", "resolved", ASTHMA),
                        condition("c", "2024-05-01", "unknown", ASTHMA))))
                .hasSize(3);
        assertThat(Merge.of(List.of(
                        fact(
                                FactKind.PROCEDURE,
                                "a",
                                "2024",
                                "completed",
                                null,
                                Map.of(Detail.LATERALITY, "left"),
                                ASTHMA),
                        fact(
                                FactKind.PROCEDURE,
                                "b",
                                "2024",
                                "completed",
                                null,
                                Map.of(Detail.LATERALITY, "right"),
                                ASTHMA))))
                .hasSize(2);
    }

    @Test
    void aFileThatSaysLessJoinsTheOneThatSaysMore() {
        var merged = Merge.of(List.of(
                condition("a", "2024-05-01", "unknown", ASTHMA), condition("b", "2024-05-01", "active", ASTHMA)));

        assertThat(merged).extracting(Fact::status).containsExactly("active");
    }

    @Test
    void tellsTwoMeasurementsOfOneDayApartByTheirMinute() {
        assertThat(Merge.of(List.of(
                        lab("a", "2024-05-01T08:00:00Z", "9.1", HEMOGLOBIN),
                        lab("b", "2024-05-01T10:00:00+02:00", "9.10", HEMOGLOBIN),
                        lab("b", "2024-05-01T20:00:00Z", "9.1", HEMOGLOBIN))))
                .hasSize(2);
    }

    @Test
    void anAllergyCountsOnceWhateverItsDate() {
        var first = fact(FactKind.ALLERGY, "a", "2001", "active", null, Map.of(), ASTHMA);
        var second = fact(FactKind.ALLERGY, "b", null, "active", null, Map.of(), ASTHMA);

        assertThat(Merge.of(List.of(first, second))).hasSize(1);
    }

    @Test
    void knowsTheBirthDateAndSexUnlessTheRecordsContradictEachOther() {
        var exact = new Identity(List.of(), PartialDate.parse("1970-03-04").orElseThrow(), Sex.FEMALE, List.of());
        var year = new Identity(List.of(), PartialDate.parse("1970").orElseThrow(), Sex.UNKNOWN, List.of());
        var other = new Identity(List.of(), PartialDate.parse("1971").orElseThrow(), Sex.MALE, List.of());

        var agreed = CaseFile.of(List.of(), List.of(year, exact));
        var torn = CaseFile.of(List.of(), List.of(year, exact, other));

        assertThat(agreed.birthDate()).hasToString("1970-03-04");
        assertThat(agreed.sex()).isEqualTo(Sex.FEMALE);
        assertThat(torn.birthDate()).isNull();
        assertThat(torn.sex()).isNull();
    }

    @Test
    void theHashChangesWithTheContentAndNotWithTheFile() {
        var asthma = CaseFile.of(List.of(condition("a", "2024", "active", ASTHMA)), List.of());

        assertThat(CaseFile.of(List.of(condition("b", "2024", "active", ASTHMA)), List.of())
                        .hash())
                .isEqualTo(asthma.hash());
        assertThat(CaseFile.of(List.of(condition("a", "2024", "resolved", ASTHMA)), List.of())
                        .hash())
                .isNotEqualTo(asthma.hash());
    }

    private static java.util.Set<Source> sources(List<Fact> facts) {
        return facts.stream().flatMap(fact -> fact.sources().stream()).collect(Collectors.toSet());
    }
}
