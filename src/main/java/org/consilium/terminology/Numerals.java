package org.consilium.terminology;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.consilium.clinical.Value;

/**
 * Numbers as a person reads them. A number of a record keeps its own digits as long as it has at most six; one with a long tail
 * of decimals is shown to four significant digits, whole digits never cut. A converted number is shown to as many digits as the
 * record gave, at least two and at most four.
 */
public final class Numerals {
    private static final int LONGEST = 6;
    private static final int SHOWN = 4;
    private static final int MOST_DIGITS = 200;

    private Numerals() {}

    /** A number of a record. */
    public static String of(BigDecimal number) {
        if (isHuge(number)) {
            return number.toString();
        }
        if (number.scale() <= 0 || number.precision() <= LONGEST) {
            return number.toPlainString();
        }
        var whole = number.precision() - number.scale();
        return round(number, Math.max(SHOWN, whole)).stripTrailingZeros().toPlainString();
    }

    /** A number worked out from one of a record that had this many digits. */
    public static String converted(BigDecimal number, BigDecimal asWritten) {
        if (isHuge(number)) {
            return number.toString();
        }
        var own = Math.clamp(asWritten.precision(), 2, SHOWN);
        var whole = number.precision() - number.scale();
        var rounded = round(number, Math.max(own, whole));
        return rounded.scale() < 0
                ? rounded.toPlainString()
                : rounded.stripTrailingZeros().toPlainString();
    }

    /** What was measured or found, with its unit, as a person reads it. */
    public static String of(Value value) {
        return switch (value) {
            case Value.Quantity quantity -> {
                var number = (quantity.comparator() == null ? "" : quantity.comparator()) + of(quantity.number());
                var unit = quantity.unit() == null ? "" : Units.words(quantity.unit());
                yield unit.isEmpty() ? number : number + (unit.equals("%") ? "%" : " " + unit);
            }
            case Value.Coded coded -> coded.text();
            case Value.Words words -> words.text();
        };
    }

    private static BigDecimal round(BigDecimal number, int digits) {
        return number.round(new MathContext(digits, RoundingMode.HALF_UP));
    }

    private static boolean isHuge(BigDecimal number) {
        return Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS;
    }
}
