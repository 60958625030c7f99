package org.consilium.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.history.Samples.file;
import static org.consilium.history.Samples.medicine;

import java.time.LocalDate;
import java.util.List;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Fact;
import org.junit.jupiter.api.Test;

class MedicinesTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 1);
    private static final Code METFORMIN = new Code(CodeSystems.RXNORM, "860975", "metformin 500 MG");

    @Test
    void recordsOfOneDrugComeTogetherByCodeOrByName() {
        var medicines = of(
                medicine("Metformin 500 MG Oral Tablet", "2020-01-01", "2022-01-01", "completed", METFORMIN),
                medicine("Glucophage", "2023-01-01", null, "active", METFORMIN),
                medicine("metformin 1000 mg", "2024-01-01", null, "active"),
                medicine("Aspirin 81 MG", "2024-01-01", null, "active"));

        assertThat(medicines).extracting(medicine -> medicine.uses().size()).containsExactly(1, 3);
        assertThat(medicines.getLast().name()).isEqualTo("metformin 1000 mg");
        assertThat(medicines.getLast().since().orElseThrow()).hasToString("2020-01-01");
    }

    @Test
    void activeWithoutAnEndIsTakenNow() {
        assertThat(taking(medicine("A", "2024", null, "active"))).isEqualTo(Medicine.Taking.NOW);
        assertThat(taking(medicine("A", "2024", "2026-01-01", "active"))).isEqualTo(Medicine.Taking.NOW);
    }

    @Test
    void endedStoppedOrCompletedWasTakenBefore() {
        assertThat(taking(medicine("A", "2020", "2021-01-01", "active"))).isEqualTo(Medicine.Taking.BEFORE);
        assertThat(taking(medicine("A", "2020", null, "stopped"))).isEqualTo(Medicine.Taking.BEFORE);
        assertThat(taking(medicine("A", "2020", null, "completed"))).isEqualTo(Medicine.Taking.BEFORE);
    }

    @Test
    void silenceIsUnclearAndSoIsALaterStop() {
        assertThat(taking(medicine("A", "2020", null, "unknown"))).isEqualTo(Medicine.Taking.UNCLEAR);
        assertThat(taking(
                        medicine("A", "2020-01-01", null, "active"),
                        medicine("A", "2021-01-01", "2021-06-01", "stopped")))
                .isEqualTo(Medicine.Taking.UNCLEAR);
        assertThat(taking(
                        medicine("A", "2020-01-01", "2020-06-01", "stopped"),
                        medicine("A", "2021-01-01", null, "active")))
                .isEqualTo(Medicine.Taking.NOW);
    }

    @Test
    void intendedIsPlannedAndRefutedIsNotListed() {
        assertThat(taking(medicine("A", "2020", null, "intended"))).isEqualTo(Medicine.Taking.PLANNED);
        assertThat(of(medicine("A", "2020", null, "entered-in-error"))).isEmpty();
    }

    @Test
    void namesLoseStrengthAndForm() {
        assertThat(Medicines.plain("Metformin 500 MG Oral Tablet")).isEqualTo("metformin");
        assertThat(Medicines.plain("Insulina glargina (Lantus)")).isEqualTo("insulina glargina");
        assertThat(Medicines.plain("Vitamin B12")).isEqualTo("vitamin b12");
        assertThat(Medicines.plain("5-FU")).isEqualTo("5-fu");
    }

    private static Medicine.Taking taking(Fact... facts) {
        return of(facts).getFirst().taking();
    }

    private static List<Medicine> of(Fact... facts) {
        return Medicines.of(file(facts), TODAY);
    }
}
