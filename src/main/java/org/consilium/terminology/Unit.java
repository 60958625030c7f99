package org.consilium.terminology;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * A unit in terms of base units: an amount in it, times {@code up}, divided by {@code down}, plus {@code offset}, is the amount
 * in base units. Exact: factors are kept as fractions.
 *
 * @param dimensions the power of each base unit; those of power 0 are left out
 * @param code as UCUM writes it
 */
record Unit(String code, BigDecimal up, BigDecimal down, BigDecimal offset, Map<String, Integer> dimensions) {
    static final Unit ONE = new Unit("1", BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO, Map.of());
    /** 0 degrees Celsius are 273.15 kelvin. */
    static final Unit CELSIUS =
            new Unit("Cel", BigDecimal.ONE, BigDecimal.ONE, new BigDecimal("273.15"), Map.of("K", 1));
    /** (F + 459.67) * 5 / 9 kelvin; the offset is kept over the same divisor as the factor. */
    static final Unit FAHRENHEIT = new Unit(
            "[degF]",
            BigDecimal.valueOf(5),
            BigDecimal.valueOf(9),
            new BigDecimal("2298.35").divide(BigDecimal.valueOf(9), Units.EXACT),
            Map.of("K", 1));

    Unit {
        dimensions = Map.copyOf(dimensions);
    }

    /** Moles in moles are a share by count; that is not a share by mass or volume. */
    boolean isMolarShare() {
        return dimensions.isEmpty() && code.contains("mol/");
    }

    private BigDecimal factor() {
        return up.divide(down, Units.EXACT).stripTrailingZeros();
    }

    /** The same for units that are powers of ten of each other. */
    String family() {
        return factor().unscaledValue() + "," + offset.stripTrailingZeros() + ","
                + (isMolarShare() ? "mol/mol" : new TreeMap<>(dimensions).toString());
    }

    /** How many powers of ten this unit is above the one of its family whose factor has no zeros at its end. */
    int tens() {
        return -factor().scale();
    }

    Unit times(Unit other, int sign) {
        var powers = new TreeMap<>(dimensions);
        other.dimensions.forEach((base, power) -> powers.merge(base, sign * power, Integer::sum));
        powers.values().removeIf(power -> power == 0);
        return new Unit(
                code,
                up.multiply(sign > 0 ? other.up : other.down),
                down.multiply(sign > 0 ? other.down : other.up),
                BigDecimal.ZERO,
                powers);
    }

    Unit power(int power) {
        var raised = ONE;
        for (var i = 0; i < Math.abs(power); i++) {
            raised = raised.times(this, power < 0 ? -1 : 1);
        }
        return raised;
    }

    Unit scaled(BigDecimal factor) {
        return new Unit(code, up.multiply(factor), down, offset, dimensions);
    }

    Unit named(String name) {
        return new Unit(name, up, down, offset, dimensions);
    }

    /** An amount in this unit, in base units. */
    BigDecimal toBase(BigDecimal amount) {
        return amount.multiply(up).divide(down, Units.EXACT).add(offset, Units.EXACT);
    }

    /** An amount in base units, in this unit. */
    BigDecimal fromBase(BigDecimal amount) {
        return amount.subtract(offset, Units.EXACT).multiply(down).divide(up, Units.EXACT);
    }
}
