package org.consilium.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsualRangeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "3.5-5.0|3.5|5.0",
                "3.5 - 5.0 mmol/L|3.5|5.0",
                "3,5 – 5,0|3.5|5.0",
                "3.5 to 5.0|3.5|5.0",
                "de 3,5 a 5,0 mmol/L|3.5|5.0",
                "[70-99] mg/dL|70|99",
                "70 mg/dL - 99 mg/dL|70|99",
                "(4.5--11.0) x10^3/uL|4.5|11.0",
                "1,000-2,000|1000|2000",
                "-2.5 - 2.5|-2.5|2.5",
                "<200|-|200",
                "< 5.7 %|-|5.7",
                "≤40 U/L|-|40",
                "up to 40|-|40",
                "hasta 40 U/L|-|40",
                ">=60|60|-",
                "> 60 mL/min/1.73m2|60|-",
                "mayor de 60|60|-",
                ".5-1.2|.5|1.2",
            })
    void readsRangesAsLaboratoriesWriteThem(String written, BigDecimal low, BigDecimal high) {
        var range = UsualRange.parse(written).orElseThrow();

        assertThat(range.low()).isEqualTo(low);
        assertThat(range.high()).isEqualTo(high);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Negative",
                "See note",
                "M: 13-17; F: 12-15",
                "5.0-3.5",
                "12",
                "1.2.3-4.5.6",
                "< 40 or > 60",
                "2024-03-05"
            })
    void saysNothingWhenItIsNoneOrMoreThanOne(String written) {
        assertThat(UsualRange.parse(written)).isEmpty();
    }

    @Test
    void knowsWhetherTheBoundItselfIsUsual() {
        assertThat(place("<200", "200")).isEqualTo(UsualRange.Place.ABOVE);
        assertThat(place("<=200", "200")).isEqualTo(UsualRange.Place.WITHIN);
        assertThat(place(">60", "60")).isEqualTo(UsualRange.Place.BELOW);
        assertThat(place(">=60", "60.0")).isEqualTo(UsualRange.Place.WITHIN);
        assertThat(place("3.5-5.0", "3.4")).isEqualTo(UsualRange.Place.BELOW);
        assertThat(place("3.5-5.0", "5.0")).isEqualTo(UsualRange.Place.WITHIN);
        assertThat(place("3.5-5.0", "5.1")).isEqualTo(UsualRange.Place.ABOVE);
    }

    @Property(tries = 1000)
    void readingAnyTextEndsInAnAnswer(@ForAll String written) {
        assertThatCode(() -> UsualRange.parse(written)).doesNotThrowAnyException();
    }

    private static UsualRange.Place place(String range, String value) {
        return UsualRange.parse(range).orElseThrow().place(new BigDecimal(value));
    }
}
