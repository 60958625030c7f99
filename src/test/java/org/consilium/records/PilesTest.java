package org.consilium.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PilesTest {
    @ParameterizedTest
    @CsvSource({
        "LAB, Hemoglobin, LABS",
        "LAB, Surgical pathology report, PATHOLOGY",
        "MEDICATION, Tamoxifen, PRESCRIPTIONS",
        "MEDICATION, MRI contrast, PRESCRIPTIONS",
        "IMAGING, Study, IMAGING",
        "REPORT, MRI of the knee, IMAGING",
        "REPORT, XR Chest X-ray two views, IMAGING",
        "REPORT, Resonancia magnética de rodilla, IMAGING",
        "PROCEDURE, Biopsy of breast, PATHOLOGY",
        "PLANNED_PROCEDURE, CT of the chest, IMAGING",
        "REPORT, Citología cervical, PATHOLOGY",
        "REPORT, Anatomía patológica, PATHOLOGY",
        "DOCUMENT, Histopathology, PATHOLOGY",
        "DOCUMENT, Speech language pathology note, HISTORY",
        "DOCUMENT, Doctor's letter about a petition, HISTORY",
        "PROCEDURE, Appendectomy, HISTORY",
        "PROCEDURE, Electrocardiogram, HISTORY",
        "CONDITION, Abnormal mammogram, HISTORY",
        "VITAL, Blood pressure, HISTORY",
        "DOCUMENT, Discharge summary, HISTORY"
    })
    void sortsByKindAndName(FactKind kind, String text, Pile pile) {
        assertThat(Piles.pileOf(fact(kind, text, null, null))).isEqualTo(pile);
    }

    @Test
    void aPartOfADocumentIsHistoryAndWordsThatRepeatFactsStandNowhere() {
        var alone = part("section");
        var repeated = part(Piles.REPEATED_WORDS);

        var piles = Piles.of(List.of(alone, repeated));

        assertThat(piles.get(Pile.HISTORY)).containsExactly(alone);
        assertThat(piles.values().stream().mapToInt(List::size).sum()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "LAB, LABS",
        "laboratory, LABS",
        "HM, LABS",
        "RAD, IMAGING",
        "rad, IMAGING",
        "SP, PATHOLOGY",
        "'LAB, PAT', PATHOLOGY",
        "problem-list-item, HISTORY"
    })
    void sortsReportsByCategory(String category, Pile pile) {
        var report = new Fact(
                FactKind.REPORT,
                List.of(),
                "Report",
                null,
                null,
                "final",
                null,
                Map.of(Detail.CATEGORY, category),
                List.of(new Source("f", "")));
        assertThat(Piles.pileOf(report)).isEqualTo(pile);
    }

    @ParameterizedTest
    @CsvSource({"11526-1, PATHOLOGY", "18748-4, IMAGING", "11502-2, LABS", "34117-2, HISTORY"})
    void sortsReportsByLoinc(String code, Pile pile) {
        var fact = fact(FactKind.REPORT, "Report", Code.of(CodeSystems.LOINC, code), null);
        assertThat(Piles.pileOf(fact)).isEqualTo(pile);
    }

    @ParameterizedTest
    @EnumSource(FactKind.class)
    void everyFactIsInExactlyOnePile(FactKind kind) {
        var fact = fact(kind, "Something", null, null);
        var piles = Piles.of(List.of(fact));
        assertThat(piles).containsOnlyKeys(Arrays.asList(Pile.values()));
        assertThat(piles.values().stream().flatMap(List::stream)).containsExactly(fact);
    }

    @Test
    void theTimelineHoldsEveryFactOnceInOrder() {
        var june = fact(FactKind.LAB, "June", null, "2023-06-01");
        var year = fact(FactKind.CONDITION, "That year", null, "2023");
        var before = fact(FactKind.PROCEDURE, "Before", null, "2019-12-31");
        var undated = fact(FactKind.ALLERGY, "Undated", null, null);
        var timeline = Timeline.of(List.of(june, undated, year, before));
        assertThat(timeline)
                .isEqualTo(new Timeline(
                        List.of(new Timeline.Year(2019, List.of(before)), new Timeline.Year(2023, List.of(year, june))),
                        List.of(undated)));
        assertThat(timeline.newestFirst().years())
                .containsExactly(
                        new Timeline.Year(2023, List.of(june, year)), new Timeline.Year(2019, List.of(before)));
        assertThat(Timeline.of(List.of())).isEqualTo(new Timeline(List.of(), List.of()));
    }

    private static Fact part(String category) {
        return new Fact(
                FactKind.DOCUMENT,
                List.of(Code.of(CodeSystems.LOINC, "30954-2")),
                "Results",
                null,
                null,
                "current",
                null,
                Map.of(Detail.CATEGORY, category),
                List.of(new Source("a", "")));
    }

    private static Fact fact(FactKind kind, String text, @Nullable Code code, @Nullable String date) {
        return new Fact(
                kind,
                code == null ? List.of() : List.of(code),
                text,
                PartialDate.parse(date).orElse(null),
                null,
                "final",
                null,
                Map.of(),
                List.of(new Source("f", "")));
    }
}
