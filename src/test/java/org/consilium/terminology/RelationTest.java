package org.consilium.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.terminology.Relation.Kind.BENIGN_AGAINST_MALIGNANT;
import static org.consilium.terminology.Relation.Kind.DIFFERENT;
import static org.consilium.terminology.Relation.Kind.FIRST_REFINES;
import static org.consilium.terminology.Relation.Kind.IN_SITU_AGAINST_INVASIVE;
import static org.consilium.terminology.Relation.Kind.NOT_COMPARABLE;
import static org.consilium.terminology.Relation.Kind.SAME;
import static org.consilium.terminology.Relation.Kind.SAME_CATEGORY;
import static org.consilium.terminology.Relation.Kind.SAME_CHAPTER;
import static org.consilium.terminology.Relation.Kind.SECOND_REFINES;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.language.Messages;
import org.junit.jupiter.api.Test;

class RelationTest {
    private static final Code BREAST = snomed("254837009");
    private static final Code NON_SMALL_CELL = snomed("254637007");
    private static final Code SMALL_CELL = snomed("254632001");
    private static final Crosswalk CROSSWALK = new Crosswalk(List.of(
            new Crosswalk.Pair(BREAST, icd("C50"), true),
            new Crosswalk.Pair(NON_SMALL_CELL, icd("C34"), false),
            new Crosswalk.Pair(SMALL_CELL, icd("C34"), false)));

    @Test
    void comparesByTheHierarchyOfTheCodes() {
        assertThat(kind(icd("C50911"), icd("C50.911"))).isEqualTo(SAME);
        assertThat(kind(icd("C50.911"), icd("C50"))).isEqualTo(FIRST_REFINES);
        assertThat(kind(icd("C50"), icd("C50.911"))).isEqualTo(SECOND_REFINES);
        assertThat(kind(icd("C50.911"), icd("C50.912"))).isEqualTo(SAME_CATEGORY);
        assertThat(kind(icd("C82.90"), icd("C83.30"))).isEqualTo(SAME_CHAPTER);
        assertThat(kind(icd("D05.11"), icd("C50.911"))).isEqualTo(IN_SITU_AGAINST_INVASIVE);
        assertThat(kind(icd("D24.1"), icd("C50.911"))).isEqualTo(BENIGN_AGAINST_MALIGNANT);
        assertThat(kind(icd("M54.5"), icd("C50.911"))).isEqualTo(DIFFERENT);
    }

    @Test
    void worksAcrossCodeSystemsByKnownPairsOnly() {
        assertThat(kind(BREAST, BREAST)).isEqualTo(SAME);
        assertThat(kind(BREAST, icd("C50"))).isEqualTo(SAME);
        assertThat(kind(BREAST, icd("C50.911"))).isEqualTo(SECOND_REFINES);
        assertThat(kind(NON_SMALL_CELL, icd("C34"))).isEqualTo(FIRST_REFINES);
        assertThat(kind(NON_SMALL_CELL, icd("C34.90"))).isEqualTo(SAME_CATEGORY);
        assertThat(kind(snomed("24700007"), icd("G35"))).isEqualTo(NOT_COMPARABLE);
    }

    @Test
    void doesNotCallTwoDiseasesTheSameBecauseTheyShareABroadCode() {
        assertThat(kind(NON_SMALL_CELL, SMALL_CELL)).isEqualTo(SAME_CATEGORY);
        assertThat(Relation.of(List.of(NON_SMALL_CELL, icd("C34.90")), List.of(SMALL_CELL, icd("C34.90")), CROSSWALK)
                        .kind())
                .isEqualTo(SAME_CATEGORY);
    }

    @Test
    void takesPairsThatTheRecordsCarry() {
        var carried = Crosswalk.EMPTY.with(List.of(List.of(snomed("24700007"), icd("G35"))));

        assertThat(Relation.of(List.of(snomed("24700007")), List.of(icd("G35")), carried)
                        .kind())
                .isEqualTo(FIRST_REFINES);
    }

    @Test
    void saysNotComparableWhenOneSideHasNoCode() {
        var relation = Relation.of(List.of(), List.of(icd("C50")), CROSSWALK);

        assertThat(relation.kind()).isEqualTo(NOT_COMPARABLE);
        assertThat(Messages.english().say(relation.grounds())).contains("Ask");
        assertThat(kind(icd("not a code"), icd("C50"))).isEqualTo(NOT_COMPARABLE);
    }

    @Test
    void givesGroundsInBothLanguages() {
        var relation = Relation.of(List.of(icd("D05.11")), List.of(icd("C50.911")), CROSSWALK);

        assertThat(Messages.english().say(relation.grounds()))
                .contains("D05.11")
                .contains("C50.911");
        assertThat(Messages.in(Locale.of("es")).say(relation.grounds())).contains("cáncer");
    }

    @Property
    void swappingTheSidesSwapsTheAnswer(@ForAll("diagnoses") List<Code> one, @ForAll("diagnoses") List<Code> other) {
        var there = Relation.of(one, other, CROSSWALK).kind();
        var back = Relation.of(other, one, CROSSWALK).kind();

        assertThat(back)
                .isEqualTo(
                        switch (there) {
                            case FIRST_REFINES -> SECOND_REFINES;
                            case SECOND_REFINES -> FIRST_REFINES;
                            case SAME,
                                    SAME_CATEGORY,
                                    IN_SITU_AGAINST_INVASIVE,
                                    SAME_CHAPTER,
                                    DIFFERENT,
                                    BENIGN_AGAINST_MALIGNANT,
                                    NOT_COMPARABLE -> there;
                        });
    }

    @Provide
    Arbitrary<List<Code>> diagnoses() {
        return Arbitraries.of(
                        icd("C50"),
                        icd("C50.9"),
                        icd("C50.911"),
                        icd("D05.1"),
                        icd("D24"),
                        icd("C34.90"),
                        icd("C34"),
                        icd("M17.11"),
                        icd("?"),
                        BREAST,
                        NON_SMALL_CELL,
                        SMALL_CELL)
                .list()
                .ofMaxSize(3);
    }

    private static Relation.Kind kind(Code first, Code second) {
        return Relation.of(List.of(first), List.of(second), CROSSWALK).kind();
    }

    private static Code icd(String code) {
        return Code.of(CodeSystems.ICD10CM, code);
    }

    private static Code snomed(String code) {
        return Code.of(CodeSystems.SNOMED, code);
    }
}
