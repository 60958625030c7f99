package org.consilium.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.history.Samples.GLUCOSE;
import static org.consilium.history.Samples.GLUCOSE_MOLES;
import static org.consilium.history.Samples.fact;
import static org.consilium.history.Samples.file;
import static org.consilium.history.Samples.lab;
import static org.consilium.history.Samples.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.FactKind;
import org.junit.jupiter.api.Test;

class TrendsTest {
    private static final Code TSH = new Code(CodeSystems.LOINC, "3016-3", "TSH");

    @Test
    void oneTestIsOneLineInTheUnitMostResultsHave() {
        var trends = Trends.of(file(
                lab(GLUCOSE, "2024-01-01", "99", "mg/dL", "70-99"),
                lab(GLUCOSE, "2024-02-01", "101", "MG/DL", "70-99"),
                lab(GLUCOSE_MOLES, "2024-03-01", "5.0", "mmol/L", "3.9-5.5")));

        assertThat(trends).hasSize(1);
        var trend = trends.getFirst();
        assertThat(trend.unit()).isEqualTo("MG/DL");
        assertThat(trend.points()).hasSize(3);
        assertThat(trend.last().value().setScale(0, RoundingMode.HALF_UP)).hasToString("90");
        assertThat(trend.last().converted()).isTrue();
        assertThat(trend.usual()).isNotNull().satisfies(usual -> {
            assertThat(usual.low()).isBetween(BigDecimal.valueOf(70), BigDecimal.valueOf(71));
            assertThat(usual.high()).isBetween(BigDecimal.valueOf(98), BigDecimal.valueOf(100));
        });
        assertThat(trend.points())
                .extracting(Trend.Point::place)
                .containsExactly(UsualRange.Place.WITHIN, UsualRange.Place.ABOVE, UsualRange.Place.WITHIN);
    }

    @Test
    void resultsThatCannotBeConvertedMakeALineOfTheirOwn() {
        var trends = Trends.of(file(
                lab(TSH, "2024-01-01", "2.1", "mIU/L", ""),
                lab(TSH, "2024-02-01", "2.3", "uIU/mL", ""),
                lab(TSH, "2024-03-01", "1", "furlong", ""),
                lab(TSH, "2024-04-01", "7", null, "")));

        assertThat(trends).extracting(trend -> trend.points().size()).containsExactly(2, 1, 1);
    }

    @Test
    void theLinesToLookAtComeFirst() {
        var trends = Trends.of(file(
                lab(TSH, "2024-01-01", "2.1", "mIU/L", "0.4-4"),
                lab(TSH, "2024-02-01", "2.1", "mIU/L", "0.4-4"),
                lab(GLUCOSE, "2024-03-01", "250", "mg/dL", "70-99")));

        assertThat(trends).extracting(Trend::name).containsExactly("Glucose", "TSH");
    }

    @Test
    void theLaboratorysOwnMarkWinsAndABoundTellsOnlyInItsDirection() {
        var marked = fact(
                FactKind.LAB,
                "TSH",
                "2024-01-01",
                null,
                "final",
                value("2.1", "mIU/L"),
                Map.of(Detail.REFERENCE_RANGE, "0.4-4", Detail.INTERPRETATION, "H"),
                TSH);

        var trend = Trends.of(file(
                        marked,
                        lab(TSH, "2024-02-01", "<0.01", "mIU/L", "0.4-4"),
                        lab(TSH, "2024-03-01", "<5", "mIU/L", "0.4-4"),
                        lab(TSH, "2024-04-01", "3", "mIU/L", "")))
                .getFirst();

        assertThat(trend.points())
                .extracting(Trend.Point::place)
                .containsExactly(UsualRange.Place.ABOVE, UsualRange.Place.BELOW, null, null);
        assertThat(trend.outside()).isEqualTo(2);
    }

    @Test
    void whatTheRecordTakesBackOrGivesNoDateIsLeftOut() {
        var error =
                fact(FactKind.LAB, "TSH", "2024-01-01", null, "entered-in-error", value("2.1", "mIU/L"), Map.of(), TSH);
        var undated = fact(FactKind.LAB, "TSH", null, null, "final", value("2.1", "mIU/L"), Map.of(), TSH);

        assertThat(Trends.of(file(error, undated))).isEmpty();
    }

    @Test
    void theKeyOfALineNeverHoldsWordsOfTheRecord() {
        var worded = fact(FactKind.LAB, "Secret name", "2024-01-01", null, "final", value("1", "g"), Map.of());

        assertThat(Trends.of(file(worded)).getFirst().key()).doesNotContain("ecret");
    }
}
