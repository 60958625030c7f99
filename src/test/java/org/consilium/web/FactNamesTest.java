package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.Source;
import org.junit.jupiter.api.Test;

class FactNamesTest {
    @Test
    void aBareIcd10CodeIsGivenWithWords() {
        var fact = condition("C50911", CodeSystems.ICD10CM, "C50.911");

        assertThat(FactNames.of(fact, Locale.ENGLISH)).isEqualTo("Cancer of the breast (C50911)");
        assertThat(FactNames.of(fact, Locale.of("es"))).isEqualTo("Cáncer de mama (C50911)");
    }

    @Test
    void wordsOfTheRecordStay() {
        assertThat(FactNames.of(condition("Lump, left", CodeSystems.ICD10CM, "C50.911"), Locale.ENGLISH))
                .isEqualTo("Lump, left");
        assertThat(FactNames.of(condition("C50", CodeSystems.LOINC, "C50"), Locale.ENGLISH))
                .as("a code of another system")
                .isEqualTo("C50");
        assertThat(FactNames.of(condition("A11.1", CodeSystems.ICD10CM, "A11.1"), Locale.ENGLISH))
                .as("a code nobody has assigned")
                .isEqualTo("A11.1");
    }

    private static Fact condition(String text, String system, String code) {
        return new Fact(
                FactKind.CONDITION,
                List.of(Code.of(system, code)),
                text,
                null,
                null,
                "active",
                null,
                Map.of(),
                List.of(new Source("file", "1")));
    }
}
