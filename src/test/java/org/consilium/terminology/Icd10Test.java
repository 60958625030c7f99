package org.consilium.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.consilium.language.Messages;
import org.junit.jupiter.api.Test;

class Icd10Test {
    @Test
    void writesCodesOneWay() {
        assertThat(Icd10.normalise("c50911")).isEqualTo("C50.911");
        assertThat(Icd10.normalise(" C50.911 ")).isEqualTo("C50.911");
        assertThat(Icd10.normalise("I71.0-")).isEqualTo("I71.0");
        assertThat(Icd10.normalise("C50")).isEqualTo("C50");
    }

    @Property
    void takesAnyTextWithoutThrowing(@ForAll String text) {
        assertThat(Icd10.normalise(Icd10.normalise(text))).isEqualTo(Icd10.normalise(text));
        assertThat(Icd10.category(text).length()).isLessThanOrEqualTo(3);
        assertThat(Icd10.parents(text)).allMatch(parent -> Icd10.isAncestor(parent, text));
        assertThat(Icd10.sideOf(text).isPresent() && Icd10.flat(text).length() < 4)
                .isFalse();
    }

    @Test
    void knowsWhatACodeIsAFormOf() {
        assertThat(Icd10.parents("C50.911")).containsExactly("C50.91", "C50.9", "C50");
        assertThat(Icd10.isAncestor("C50", "C50911")).isTrue();
        assertThat(Icd10.isAncestor("C50", "C50")).isFalse();
        assertThat(Icd10.isAncestor("C5", "C50")).isFalse();
    }

    @Test
    void knowsChapterAndBlock() {
        assertThat(Chapter.of("C50.911")).contains(Chapter.II);
        assertThat(Chapter.of("D49.9")).contains(Chapter.II);
        assertThat(Chapter.of("D50")).contains(Chapter.III);
        assertThat(Chapter.of("no code")).isEmpty();
        assertThat(Icd10.block("M17.11")).contains("M05-M1A");
        assertThat(Icd10.block("C18.7")).contains("C15-C26");
        assertThat(Icd10.block("")).isEmpty();
        assertThat(Messages.english().say(Chapter.II.title())).contains("cancer");
    }

    @Test
    void tellsBenignFromMalignant() {
        assertThat(Behaviour.of("C7A.1")).isEqualTo(Behaviour.MALIGNANT);
        assertThat(Behaviour.of("D05.11")).isEqualTo(Behaviour.IN_SITU);
        assertThat(Behaviour.of("D24.1")).isEqualTo(Behaviour.BENIGN);
        assertThat(Behaviour.of("D3A.0")).isEqualTo(Behaviour.BENIGN);
        assertThat(Behaviour.of("D47.2")).isEqualTo(Behaviour.UNCERTAIN);
        assertThat(Behaviour.of("D50.9")).isEqualTo(Behaviour.NOT_A_TUMOUR);
    }

    @Test
    void readsTheSideOfTheBody() {
        assertThat(Icd10.sideOf("C50.911")).contains(Side.RIGHT);
        assertThat(Icd10.sideOf("C50.412")).contains(Side.LEFT);
        assertThat(Icd10.sideOf("C50.919")).isEmpty();
        assertThat(Icd10.sideOf("M17.11")).contains(Side.RIGHT);
        assertThat(Icd10.sideOf("M17.0")).contains(Side.BOTH);
        assertThat(Icd10.sideOf("M16.12")).contains(Side.LEFT);
        assertThat(Icd10.sideOf("C34.12")).contains(Side.LEFT);
        assertThat(Icd10.sideOf("C64.1")).contains(Side.RIGHT);
        assertThat(Icd10.sideOf("C56.2")).contains(Side.LEFT);
        assertThat(Icd10.sideOf("S72.002A")).contains(Side.LEFT);
        assertThat(Icd10.sideOf("H25.11")).contains(Side.RIGHT);
        assertThat(Icd10.sideOf("C61")).isEmpty();
    }
}
