package org.consilium.history;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consilium.clinical.Code;
import org.consilium.terminology.Units;
import org.jspecify.annotations.Nullable;

/**
 * The range a laboratory calls usual.
 *
 * @param low absent when only an upper bound is given
 * @param high absent when only a lower bound is given
 * @param lowCounts true when the lower bound itself is still usual
 * @param highCounts true when the upper bound itself is still usual
 */
public record UsualRange(@Nullable BigDecimal low, @Nullable BigDecimal high, boolean lowCounts, boolean highCounts) {
    private static final String NUMBER = "([+-]?\\d[\\d.,]*|[.,]\\d+)";
    private static final Pattern BETWEEN = Pattern.compile(
            "(?<![\\d.,])" + NUMBER + "[^\\d<>=]{0,20}?\\s*(?:-|to|a|al|y|and)\\s*" + NUMBER + "(?![\\d])");
    private static final Pattern UPPER =
            Pattern.compile("(<=?|up to|less than|below|under|max\\.?|hasta|menor (?:de|que)|menos de)\\s*" + NUMBER);
    private static final Pattern LOWER = Pattern.compile(
            "(>=?|more than|above|over|greater than|at least|min\\.?|desde|mayor (?:de|que)|mas de)\\s*" + NUMBER);
    private static final Pattern ANY_NUMBER = Pattern.compile("\\d[\\d.,]*");
    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212~]");
    private static final Pattern THOUSANDS = Pattern.compile("[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?");
    private static final int LONGEST = 200;

    /** Where a value stands. */
    public enum Place {
        BELOW,
        WITHIN,
        ABOVE
    }

    /**
     * Reads {@code 3.5-5.0}, {@code 3,5 – 5,0 mmol/L}, {@code <200}, {@code >=60}, {@code up to 40} and the like. Empty when
     * the text gives no numbers, or more than one range (for men and women, say).
     */
    public static Optional<UsualRange> parse(String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        var text = plain(written);
        var between = BETWEEN.matcher(text);
        if (between.find()) {
            var low = number(between.group(1));
            var high = number(between.group(2));
            var alone = numbersOutside(text, between) == 0;
            return low != null && high != null && alone && low.compareTo(high) <= 0
                    ? Optional.of(new UsualRange(low, high, true, true))
                    : Optional.empty();
        }
        return bound(text);
    }

    private static Optional<UsualRange> bound(String text) {
        var upper = UPPER.matcher(text);
        var lower = LOWER.matcher(text);
        var hasUpper = upper.find();
        var hasLower = lower.find();
        if (hasUpper == hasLower) {
            return Optional.empty();
        }
        var found = hasUpper ? upper : lower;
        var number = number(found.group(2));
        if (number == null || numbersOutside(text, found) > 0) {
            return Optional.empty();
        }
        var counts = !found.group(1).equals("<")
                && !found.group(1).equals(">")
                && !found.group(1)
                        .matches("less.*|below|under|menor.*|menos.*|more.*|above|over|greater.*|mayor.*|mas.*");
        return Optional.of(
                hasUpper ? new UsualRange(null, number, false, counts) : new UsualRange(number, null, counts, false));
    }

    private static String plain(String written) {
        var folded = Normalizer.normalize(written, Normalizer.Form.NFKC)
                .replace("≤", "<=")
                .replace("≥", ">=")
                .replace("=<", "<=")
                .replace("=>", ">=");
        return DASHES.matcher(folded)
                .replaceAll("-")
                .replaceAll("-{2,}", "-")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    /** Numbers that are no part of a unit such as {@code 10*3/uL} or {@code 1.73 m2}. */
    private static long numbersOutside(String text, Matcher range) {
        var rest = text.substring(0, range.start()) + " " + text.substring(range.end());
        var withoutUnits = rest.replaceAll("x?\\s*10\\s*[*^e]\\s*\\d+", " ")
                .replaceAll("1\\.73\\s*_?m\\S*", " ")
                .replaceAll("\\d+\\s*h(r|ours)?\\b", " ")
                .replaceAll("m[\\^]?[23]\\b", " ");
        return ANY_NUMBER.matcher(withoutUnits).results().count();
    }

    private static @Nullable BigDecimal number(String written) {
        var digits = written.replaceAll("[.,]+$", "");
        var dotted = THOUSANDS.matcher(digits).matches() ? digits.replace(",", "") : digits.replace(',', '.');
        try {
            return new BigDecimal(dotted);
        } catch (NumberFormatException severalPoints) {
            return null;
        }
    }

    /** Where a value in the same unit stands. */
    public Place place(BigDecimal value) {
        if (low != null && (lowCounts ? value.compareTo(low) < 0 : value.compareTo(low) <= 0)) {
            return Place.BELOW;
        }
        if (high != null && (highCounts ? value.compareTo(high) > 0 : value.compareTo(high) >= 0)) {
            return Place.ABOVE;
        }
        return Place.WITHIN;
    }

    /** The same range in another unit; empty when that cannot be worked out. */
    Optional<UsualRange> in(@Nullable String from, @Nullable String to, Collection<Code> test) {
        if (java.util.Objects.equals(from, to)) {
            return Optional.of(this);
        }
        var newLow = low == null ? Optional.<BigDecimal>empty() : Units.convert(low, from, to, test);
        var newHigh = high == null ? Optional.<BigDecimal>empty() : Units.convert(high, from, to, test);
        if ((low != null && newLow.isEmpty()) || (high != null && newHigh.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new UsualRange(newLow.orElse(null), newHigh.orElse(null), lowCounts, highCounts));
    }
}
