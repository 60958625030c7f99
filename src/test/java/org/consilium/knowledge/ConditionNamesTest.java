package org.consilium.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.consilium.clinical.CodeSystems;
import org.consilium.terminology.Icd10;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionNamesTest {
    private static final Knowledge KNOWLEDGE = KnowledgeBase.load();
    private static final ConditionNames NAMES = KNOWLEDGE.names();

    @Test
    void knowsAtLeast150ConditionsEachWithACodeThatIsWrittenAsOne() {
        assertThat(KNOWLEDGE.conditions()).hasSizeGreaterThanOrEqualTo(150);
        for (var condition : KNOWLEDGE.conditions()) {
            assertThat(condition.codes())
                    .as(condition.id())
                    .anyMatch(code -> code.system().equals(CodeSystems.ICD10CM) && Icd10.isWellFormed(code.code()));
        }
    }

    @Test
    void noNameStandsForTwoConditions() {
        Map<String, String> owners = new HashMap<>();
        for (var condition : KNOWLEDGE.conditions()) {
            Stream.concat(condition.english().stream(), condition.spanish().stream())
                    .map(ConditionNames::key)
                    .forEach(name -> assertThat(owners.merge(name, condition.id(), (old, now) -> old))
                            .as(name)
                            .isEqualTo(condition.id()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Breast cancer,breast-cancer",
        "CANCER OF THE BREAST,breast-cancer",
        "'Breast cancer, unspecified, left',breast-cancer",
        "Parkinson’s disease,parkinson",
        "Cáncer de mama,breast-cancer",
        "cancer de mama,breast-cancer",
        "Multiple sclerosis (disorder),multiple-sclerosis",
        "Esclerosis múltiple,multiple-sclerosis",
        "Herniated disc,herniated-disc"
    })
    void findsAConditionByAnyOfItsWholeNames(String name, String id) {
        assertThat(NAMES.find(name)).map(NamedCondition::id).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No breast cancer",
                "Family history of breast cancer",
                "Breast cancer ruled out",
                "Fear of cancer",
                "Sin cáncer de mama",
                "",
                "???"
            })
    void neverGuessesFromAPartOfAName(String name) {
        assertThat(NAMES.find(name)).isEmpty();
    }
}
