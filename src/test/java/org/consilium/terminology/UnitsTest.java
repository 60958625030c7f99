package org.consilium.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.StringLength;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Value;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.UcumEssenceService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
    private static final List<Code> GLUCOSE = List.of(Code.of(CodeSystems.LOINC, "2345-7"));

    @ParameterizedTest
    @CsvSource({
        "mg/dl, mg/dL",
        "MG/DL, mg/dL",
        "Mg/dL, mg/dL",
        "mg / dL, mg/dL",
        "mmHg, mm[Hg]",
        "mm Hg, mm[Hg]",
        "x10^3/uL, 10*3/uL",
        "10*3/uL, 10*3/uL",
        "10^3/uL, 10*3/uL",
        "10e3/uL, 10*3/uL",
        "X10E3/UL, 10*3/uL",
        "x10(3)/mcL, 10*3/uL",
        "10*9/L, 10*9/L",
        "K/uL, 10*3/uL",
        "K/mcL, 10*3/uL",
        "Thousand/uL, 10*3/uL",
        "M/uL, 10*6/uL",
        "Million/uL, 10*6/uL",
        "U/L, U/L",
        "u/l, U/L",
        "IU/L, [iU]/L",
        "uIU/mL, u[iU]/mL",
        "mIU/L, m[iU]/L",
        "g/dL, g/dL",
        "gm/dl, g/dL",
        "Gm/dL, g/dL",
        "%, %",
        "mcg, ug",
        "µg, ug",
        "μg/L, ug/L",
        "lbs, [lb_av]",
        "in, [in_i]",
        "F, [degF]",
        "°C, Cel",
        "deg C, Cel",
        "beats/min, {beats}/min",
        "bpm, /min",
        "kg/m², kg/m2",
        "mL/min/1.73m2, mL/min/{1.73_m2}",
        "mm/hr, mm/h",
        "mEq/L, meq/L",
        "MEQ/L, meq/L",
        "cells/uL, {cells}/uL",
        "/HPF, /[HPF]",
        "mg per dL, mg/dL",
        "fL, fL",
        "mg/24hr, mg/(24.h)",
    })
    void readsUnitsAsRecordsWriteThem(String written, String meant) {
        assertThat(Units.ucum(written)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "furlong", "mg//dL", "mg/", "((g)", "10*", "{", "[", "0/L", "Negative", "g/dL)", "kg m"
            })
    void doesNotGuessWhatIsNoUnit(String written) {
        assertThat(Units.ucum(written)).isEmpty();
        assertThat(Units.convert(BigDecimal.ONE, written, "g")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "98.6, [degF], Cel, 37.0",
        "37, C, F, 98.6",
        "-40, F, C, -40",
        "0, Cel, K, 273.15",
        "150, lbs, kg, 68.0389",
        "70, in, cm, 177.8",
        "9.1, g/dL, g/L, 91",
        "250, K/uL, 10*9/L, 250",
        "120, mm[Hg], kPa, 15.9986",
        "0.42, L/L, %, 42",
        "72, /min, Hz, 1.2",
        "2, uIU/mL, mU/L, 2",
    })
    void convertsBetweenUnitsOfOneKind(String number, String from, String to, String result) {
        var converted = Units.convert(new BigDecimal(number), from, to).orElseThrow();

        assertThat(converted.setScale(4, RoundingMode.HALF_UP)).isEqualByComparingTo(result);
    }

    @ParameterizedTest
    @CsvSource({
        "2345-7, 99, mg/dL, mmol/L, 5.5",
        "14749-6, 5.5, mmol/L, mg/dL, 99.1",
        "2093-3, 200, mg/dL, mmol/L, 5.2",
        "2571-8, 150, mg/dL, mmol/L, 1.7",
        "2160-0, 1.0, mg/dL, umol/L, 88.4",
        "3094-0, 14, mg/dL, mmol/L, 5.0",
        "17861-6, 9.5, mg/dL, mmol/L, 2.4",
        "17861-6, 5, meq/L, mmol/L, 2.5",
        "1975-2, 1.0, mg/dL, umol/L, 17.1",
        "718-7, 14, g/dL, mmol/L, 8.7",
        "3084-1, 6, mg/dL, umol/L, 356.9",
        "2951-2, 140, meq/L, mmol/L, 140",
        "4548-4, 6.5, %, mmol/mol, 47.5",
        "59261-8, 48, mmol/mol, %, 6.5",
    })
    void convertsMolesAndGramsOfKnownSubstances(String loinc, String number, String from, String to, String result) {
        var test = List.of(Code.of(CodeSystems.LOINC, loinc));

        var converted = Units.convert(new BigDecimal(number), from, to, test).orElseThrow();

        assertThat(converted.setScale(1, RoundingMode.HALF_UP)).isEqualByComparingTo(result);
    }

    @Test
    void neverMakesGramsOfMolesWithoutKnowingTheSubstance() {
        assertThat(Units.convert(BigDecimal.TEN, "mmol/L", "mg/dL")).isEmpty();
        assertThat(Units.convert(BigDecimal.TEN, "meq/L", "mmol/L")).isEmpty();
        assertThat(Units.convert(BigDecimal.TEN, "mmol/mol", "%")).isEmpty();
        assertThat(Units.convert(BigDecimal.TEN, "mg/dL", "mm[Hg]", GLUCOSE)).isEmpty();
    }

    @Test
    void twoNumbersAgreeWithinTheRoundingOfTheDigitsGiven() {
        assertThat(Units.agree(quantity("99", "mg/dL"), quantity("5.5", "mmol/L"), GLUCOSE))
                .isTrue();
        assertThat(Units.agree(quantity("102", "mg/dL"), quantity("5.5", "mmol/L"), GLUCOSE))
                .isFalse();
        assertThat(Units.agree(quantity("99", "mg/dL"), quantity("99.0", "MG/DL"), GLUCOSE))
                .isTrue();
        assertThat(Units.agree(quantity("99", "mg/dL"), quantity("99.1", "mg/dL"), GLUCOSE))
                .isFalse();
        assertThat(Units.agree(quantity("98.7", "F"), quantity("37.1", "C"), List.of()))
                .isTrue();
        assertThat(Units.agree(new Value.Quantity(new BigDecimal("5"), "<", "mg/L"), quantity("5", "mg/L"), List.of()))
                .isFalse();
    }

    @Property(tries = 300)
    void goingThereAndBackGivesTheSameNumber(@ForAll @BigRange(min = "0", max = "100000") BigDecimal number) {
        for (var pair : List.of(List.of("mg/dL", "g/L"), List.of("[degF]", "Cel"), List.of("lbs", "kg"))) {
            var there = Units.convert(number, pair.getFirst(), pair.getLast()).orElseThrow();
            var back = Units.convert(there, pair.getLast(), pair.getFirst()).orElseThrow();

            assertThat(back.setScale(15, RoundingMode.HALF_UP))
                    .isEqualByComparingTo(number.setScale(15, RoundingMode.HALF_UP));
        }
    }

    @Test
    void equalAmountsHaveTheSameKey() {
        assertThat(Units.key(new BigDecimal("9.1"), "g/dL")).isEqualTo(Units.key(new BigDecimal("91.0"), "g/l"));
        assertThat(Units.key(new BigDecimal("250"), "K/uL")).isEqualTo(Units.key(new BigDecimal("250000"), "/uL"));
        assertThat(Units.key(new BigDecimal("1"), "U/L")).isEqualTo(Units.key(new BigDecimal("1"), "IU/L"));
        assertThat(Units.key(new BigDecimal("1"), "mg/dL")).isNotEqualTo(Units.key(new BigDecimal("1"), "mmol/L"));
        assertThat(Units.key(new BigDecimal("40"), "Cel")).isNotEqualTo(Units.key(new BigDecimal("40"), "[degF]"));
        assertThat(Units.key(new BigDecimal("1"), "Furlong")).isEqualTo(Units.key(new BigDecimal("1.0"), "furlong "));
    }

    @Property(tries = 1000)
    void readingAnyTextEndsInAnAnswer(@ForAll @StringLength(max = 90) String written) {
        assertThatCode(() -> Units.ucum(written)).doesNotThrowAnyException();
    }

    /** Against the official UCUM definitions, as another program reads them; that program rounds to two or three digits. */
    @Test
    void agreesWithTheOfficialDefinitionsOfUcum() throws Exception {
        var official = new UcumEssenceService(UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml"));
        var pairs = Stream.of(
                "mg/dL g/L",
                "ug/mL ng/L",
                "mm[Hg] Pa",
                "cm[H2O] kPa",
                "[lb_av] kg",
                "[oz_av] g",
                "[in_i] cm",
                "[ft_i] m",
                "[stone_av] kg",
                "10*3/uL 10*9/L",
                "mL/min L/h",
                "kg/m2 g/m2",
                "% 1",
                "mmol/L umol/mL",
                "kcal kJ",
                "a d",
                "mo h",
                "wk d",
                "bar Pa",
                "dyn N",
                "W J/s",
                "mL/kg L/g",
                "[ppm] 1",
                "mm/h m/s",
                "mg/(24.h) g/d",
                "Gy cGy");
        for (var pair : pairs.toList()) {
            var units = pair.split(" ");
            var theirs = official.convert(new Decimal("123.450000000000000000"), units[0], units[1])
                    .asDecimal();

            var ours =
                    Units.convert(new BigDecimal("123.45"), units[0], units[1]).orElseThrow();

            assertThat(ours.subtract(new BigDecimal(theirs)).abs())
                    .as(pair)
                    .isLessThan(ours.abs().movePointLeft(2));
        }
    }

    @Test
    void aHostileNumberIsNotMultipliedOut() {
        var huge = new BigDecimal("1E+999999999");

        assertThat(Units.convert(huge, "g", "kg")).isEmpty();
        assertThat(Units.key(huge, "g")).isNotBlank();
        assertThat(Numerals.of(huge)).hasSizeLessThan(30);
    }

    @Test
    void numbersForPeopleKeepTheDigitsOfTheRecordAndLoseLongTails() {
        assertThat(Numerals.of(new BigDecimal("7.20"))).isEqualTo("7.20");
        assertThat(Numerals.of(new BigDecimal("120"))).isEqualTo("120");
        assertThat(Numerals.of(new BigDecimal("1.2E+2"))).isEqualTo("120");
        assertThat(Numerals.of(new BigDecimal("150000"))).isEqualTo("150000");
        assertThat(Numerals.of(new BigDecimal("37.98327389123"))).isEqualTo("37.98");
        assertThat(Numerals.of(new BigDecimal("0.00048213412"))).isEqualTo("0.0004821");
        assertThat(Numerals.of(new BigDecimal("123456.789"))).isEqualTo("123457");
        assertThat(Numerals.converted(new BigDecimal("99.0858"), new BigDecimal("5.5")))
                .isEqualTo("99");
        assertThat(Numerals.converted(new BigDecimal("5.4952374"), new BigDecimal("99")))
                .isEqualTo("5.5");
        assertThat(Numerals.converted(new BigDecimal("150000"), new BigDecimal("150")))
                .isEqualTo("150000");
        assertThat(Numerals.of(new Value.Quantity(new BigDecimal("98.6"), null, "[degF]")))
                .isEqualTo("98.6 °F");
        assertThat(Numerals.of(new Value.Quantity(new BigDecimal("7"), "<", "mm Hg")))
                .isEqualTo("<7 mmHg");
        assertThat(Numerals.of(new Value.Quantity(new BigDecimal("6.5"), null, "%")))
                .isEqualTo("6.5%");
    }

    private static Value.Quantity quantity(String number, String unit) {
        return new Value.Quantity(new BigDecimal(number), null, unit);
    }
}
