package org.consilium.opinions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The examples are those of RFC 8785. */
class CanonicalJsonTest {
    @Test
    void writesTheExampleOfTheStandard() {
        var given = """
                {"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                 "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                 "literals": [null, true, false]}
                """.replace("333333333.33333329", "333333333.3333333");

        assertThat(CanonicalJson.of(OpinionJson.MAPPER.readTree(given)))
                .isEqualTo("{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void ordersMembersByTheirUtf16CodeUnits() {
        var given =
                "{\"\\u20ac\": 1, \"\\r\": 2, \"\\ufb33\": 3, \"1\": 4, \"\\ud83d\\ude00\": 5, \"\\u0080\": 6, \"\\u00f6\": 7}";

        assertThat(CanonicalJson.of(OpinionJson.MAPPER.readTree(given)).replaceAll("[^0-9]", ""))
                .isEqualTo("2" + "14" + "6" + "7" + "1" + "5" + "3");
    }

    @Test
    void writesNumbersAsEcmaScriptDoes() {
        assertThat(CanonicalJson.number(new BigDecimal("1e21"))).isEqualTo("1e+21");
        assertThat(CanonicalJson.number(new BigDecimal("100000000000000000000")))
                .isEqualTo("100000000000000000000");
        assertThat(CanonicalJson.number(new BigDecimal("0.000001"))).isEqualTo("0.000001");
        assertThat(CanonicalJson.number(new BigDecimal("0.0000001"))).isEqualTo("1e-7");
        assertThat(CanonicalJson.number(new BigDecimal("-12.50"))).isEqualTo("-12.5");
        assertThat(CanonicalJson.number(new BigDecimal("-0.0"))).isEqualTo("0");
        assertThatThrownBy(() -> CanonicalJson.number(new BigDecimal("0.12345678901234567890")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void everyFiniteNumberComesBack(@ForAll double number) {
        if (Double.isFinite(number)) {
            assertThat(Double.parseDouble(CanonicalJson.number(new BigDecimal(Double.toString(number)))))
                    .isEqualTo(number == 0 ? 0.0 : number);
        }
    }
}
