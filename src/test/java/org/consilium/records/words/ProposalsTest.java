package org.consilium.records.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.prose.Line;
import org.junit.jupiter.api.Test;

class ProposalsTest {
    @Test
    void keepsANumberThatCouldBeTwoAsWords() {
        var spanish = Proposals.of(
                "file",
                "name",
                "INFORME DE LABORATORIO\nFecha: 2024-01-02\nPlaquetas   198.000   /mm3   150.000 - 400.000");

        assertThat(spanish.proposals())
                .singleElement()
                .satisfies(fact ->
                        assertThat(Objects.requireNonNull(fact.value()).text()).startsWith("198.000"));
    }

    @Test
    void givesNoSerumCodeToUrine() {
        var found = Proposals.of(
                "file",
                "name",
                "LABORATORY REPORT\nURINALYSIS\nTest   Result   Units   Reference range\nGlucose   12   mg/dL   0-15");

        assertThat(found.proposals())
                .singleElement()
                .satisfies(fact -> assertThat(fact.codes()).isEmpty());
    }

    @Test
    void neverProposesWhatMayBeMisread() {
        var lines = List.of(
                Line.of("LABORATORY REPORT", "page 1, line 1", true),
                Line.of("Glucose   112   mg/dL   65-99", "page 1, line 2", false),
                Line.of("FINAL DIAGNOSIS: Invasive carcinoma", "page 1, line 3", false));

        assertThat(Proposals.of("file", "name", lines).proposals()).isEmpty();
    }

    @Test
    void takesCodesThatTheTextWrites() {
        var found = Proposals.of(
                "file",
                "name",
                "DISCHARGE SUMMARY\nDISCHARGE DIAGNOSES:\n1. Breast cancer (ICD-10-CM: C50.911)\n2. Asthma SNOMED CT: 195967001");

        assertThat(found.proposals())
                .extracting(Fact::codes)
                .containsExactly(
                        List.of(Code.of(CodeSystems.ICD10CM, "C50.911")),
                        List.of(Code.of(CodeSystems.SNOMED, "195967001")));
    }

    @Test
    void keepsTheStageWithTheOnlyTumour() {
        var found = Proposals.of(
                "file",
                "name",
                "PATHOLOGY REPORT\nDIAGNOSIS:\nBreast, right, mastectomy: Invasive lobular carcinoma.\nypT1c N0, stage IA.");

        assertThat(found.proposals())
                .filteredOn(fact -> fact.kind() == FactKind.CONDITION)
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.detail(Detail.STAGE)).contains("ypT1c N0, IA");
                    assertThat(fact.detail(Detail.LATERALITY)).contains("right");
                    assertThat(fact.detail(Detail.BODY_SITE)).contains("Breast");
                });
    }

    @Test
    void codesOfTheTableOfTestsHaveTheirCheckDigit() {
        for (var name : List.of("hemoglobin", "glucosa", "psa", "creatinine", "tsh", "ferritina", "ldh", "cea")) {
            Analytes.at(name)
                    .orElseThrow()
                    .analyte()
                    .codes()
                    .values()
                    .forEach(code -> assertThat(isLoinc(code)).as(code).isTrue());
        }
        for (var code : Analytes.allCodes()) {
            assertThat(isLoinc(code)).as(code).isTrue();
        }
    }

    /** LOINC codes end with a mod 10 check digit (LOINC Users' Guide, appendix C). */
    private static boolean isLoinc(String code) {
        var digits = code.substring(0, code.indexOf('-'));
        var sum = 0;
        for (var index = 0; index < digits.length(); index++) {
            var digit = digits.charAt(digits.length() - 1 - index) - '0';
            var weighted = index % 2 == 0 ? digit * 2 : digit;
            sum += weighted / 10 + weighted % 10;
        }
        return (10 - sum % 10) % 10 == code.charAt(code.length() - 1) - '0';
    }

    @Property(tries = 300)
    void neverThrowsWhateverTheText(@ForAll @StringLength(max = 400) String text) {
        assertThatCode(() -> Proposals.of("file", "name", "PATHOLOGY REPORT\nDIAGNOSIS:\n" + text))
                .doesNotThrowAnyException();
    }
}
