package org.consilium.clinical;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was measured or found: a number with its unit, a coded answer, or words. */
public sealed interface Value {
    /**
     * A number with its unit.
     *
     * @param comparator {@code <}, {@code <=}, {@code >=} or {@code >} when the laboratory gave only a bound
     * @param unit the UCUM code when known, else the words of the file
     */
    record Quantity(
            BigDecimal number,
            @Nullable String comparator,
            @Nullable String unit) implements Value {
        @Override
        public String text() {
            var plain = (comparator == null ? "" : comparator) + number.toPlainString();
            return unit == null ? plain : plain + " " + unit;
        }
    }

    /** A coded answer such as «positive». */
    record Coded(List<Code> codes, String text) implements Value {
        public Coded {
            codes = List.copyOf(codes);
        }
    }

    /** Words, a range or a ratio, as the file wrote them. */
    record Words(String text) implements Value {}

    /** As a person would read it. */
    String text();
}
