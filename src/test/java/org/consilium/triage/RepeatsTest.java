package org.consilium.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.knowledge.KnowledgeBase;
import org.consilium.triage.Assessment.Repeat;
import org.junit.jupiter.api.Test;

/** Tests in the records that a second doctor need not repeat. */
class RepeatsTest {
    private static final LocalDate TODAY = Samples.TODAY;
    private static final Fact CANCER =
            Samples.condition("C18.7", "Colon cancer").on("2025-01-02").made();

    @Test
    void aRecentTestIsNamedWithItsDayAndPlace() {
        var repeats = repeats(cea(20).with(Detail.PERFORMER, "North Laboratory").made());

        assertThat(repeats).singleElement().satisfies(repeat -> {
            assertThat(repeat.item().id()).isEqualTo("RC02-CEA");
            assertThat(repeat.fact().text()).isEqualTo("CEA");
            assertThat(repeat.place()).isEqualTo("North Laboratory");
            assertThat(repeat.imagesToGet()).isFalse();
        });
    }

    @Test
    void anOldOrUndatedOrFutureTestIsNot() {
        assertThat(repeats(cea(91).made())).isEmpty();
        assertThat(repeats(cea(90).made())).hasSize(1);
        assertThat(repeats(cea(20).on("").made())).isEmpty();
        assertThat(repeats(cea(-1).made())).isEmpty();
    }

    @Test
    void aRecentScanWithoutItsImagesAsksForTheImages() {
        assertThat(repeats(ct(30))).singleElement().matches(Repeat::imagesToGet);
        assertThat(repeats(ct(91))).isEmpty();
    }

    @Test
    void theNewestComesFirstAndOneRecordIsNamedOnce() {
        var repeats = repeats(cea(30).made(), ct(10));

        assertThat(repeats).extracting(repeat -> repeat.item().id()).containsExactly("RC02-CT", "RC02-CEA");
    }

    @Test
    void papersAndMedicinesAreNoTests() {
        assertThat(repeats(
                        Samples.fact(FactKind.MEDICATION, "Capecitabine")
                                .on("2025-01-05")
                                .made(),
                        Samples.fact(FactKind.DOCUMENT, "Discharge summary")
                                .loinc("18842-5")
                                .on("2025-01-05")
                                .made()))
                .isEmpty();
    }

    private static Draft cea(int daysAgo) {
        return Samples.fact(FactKind.LAB, "CEA")
                .loinc("2039-6")
                .on(TODAY.minusDays(daysAgo).toString());
    }

    private static Fact ct(int daysAgo) {
        return Samples.fact(FactKind.IMAGING, "CT abdomen and pelvis")
                .with(Detail.MODALITY, "CT")
                .with(Detail.IMAGES, "no")
                .on(TODAY.minusDays(daysAgo).toString())
                .made();
    }

    /** What the records show of the list of colon cancer. */
    private static List<Repeat> repeats(Fact... more) {
        var facts = Stream.concat(Stream.of(CANCER), Stream.of(more)).toArray(Fact[]::new);
        var assessment = Triage.assess(Samples.caseFile(facts), Answers.NONE, KnowledgeBase.load(), TODAY);
        return Objects.requireNonNull(assessment.completeness()).repeats();
    }
}
