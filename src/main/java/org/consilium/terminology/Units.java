package org.consilium.terminology;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.consilium.clinical.Code;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/**
 * Units of measure by UCUM, and the spellings records use for them. Arithmetic is decimal and exact to 34 digits. Moles become
 * grams only for a test on the list of {@link Analyte}; HbA1c goes between per cent (NGSP) and mmol/mol (IFCC) by the master
 * equation of the IFCC network (Hoelzel and others, Clinical Chemistry 2004).
 */
public final class Units {
    static final MathContext EXACT = MathContext.DECIMAL128;
    private static final int MOST_SPELLINGS = 4096;
    private static final int MOST_DIGITS = 200;
    private static final Map<String, Optional<Known>> READ = new ConcurrentHashMap<>();
    private static final String HBA1C = "hba1c";
    private static final BigDecimal SLOPE = new BigDecimal("0.09148");
    private static final BigDecimal INTERCEPT = new BigDecimal("2.152");

    /** A unit, with what is worked out once. */
    private record Known(Unit unit, String family, int tens) {
        static Known of(Unit unit) {
            return new Known(unit, unit.family(), unit.tens());
        }
    }

    private Units() {}

    /** The UCUM code of a unit as a record writes it, for example {@code 10*3/uL} for {@code K/uL}; empty when unknown. */
    public static Optional<String> ucum(@Nullable String written) {
        return read(written).map(Unit::code);
    }

    /** An amount in another unit; empty when a unit is unknown or measures something else. Not rounded. */
    public static Optional<BigDecimal> convert(BigDecimal amount, @Nullable String from, @Nullable String to) {
        return convert(amount, from, to, List.of());
    }

    /** The same for a test with these codes: moles and grams of a known substance convert too. */
    public static Optional<BigDecimal> convert(
            BigDecimal amount, @Nullable String from, @Nullable String to, Collection<Code> test) {
        var source = read(from).orElse(null);
        var target = read(to).orElse(null);
        if (source == null || target == null || isHuge(amount)) {
            return Optional.empty();
        }
        if (source.equals(target)) {
            return Optional.of(amount);
        }
        if (source.isMolarShare() != target.isMolarShare()) {
            return glycated(amount, source, target, test);
        }
        if (source.dimensions().equals(target.dimensions())) {
            return Optional.of(target.fromBase(source.toBase(amount)));
        }
        return Analyte.of(test)
                .filter(analyte -> analyte.byMass(source)
                        .dimensions()
                        .equals(analyte.byMass(target).dimensions()))
                .map(analyte ->
                        analyte.byMass(target).fromBase(analyte.byMass(source).toBase(amount)));
    }

    /**
     * True when two numbers of one test say the same: equal, if their units are powers of ten of each other; else when one of them,
     * converted and rounded to the other's decimals, is the other. Bounds ({@code <5}) must be bounds of the same kind.
     */
    public static boolean agree(Value.Quantity first, Value.Quantity second, Collection<Code> test) {
        if (!Objects.equals(first.comparator(), second.comparator())) {
            return false;
        }
        if (key(first.number(), first.unit()).equals(key(second.number(), second.unit()))) {
            return true;
        }
        return !family(first.unit()).equals(family(second.unit()))
                && (roundsTo(first, second, test) || roundsTo(second, first, test));
    }

    private static boolean roundsTo(Value.Quantity from, Value.Quantity to, Collection<Code> test) {
        var decimals = Math.max(0, to.number().scale());
        return convert(from.number(), from.unit(), to.unit(), test)
                .filter(converted ->
                        converted.setScale(decimals, RoundingMode.HALF_UP).compareTo(to.number()) == 0)
                .isPresent();
    }

    /**
     * A text that is the same for equal amounts in units that are powers of ten of each other, in whatever spelling; only for
     * comparing, not for people. Amounts in pounds and kilograms have different texts: see {@link #agree}.
     */
    public static String key(BigDecimal amount, @Nullable String unit) {
        var known = known(unit).orElse(null);
        if (known == null || isHuge(amount)) {
            return amount.stripTrailingZeros() + "|"
                    + (unit == null ? "" : unit.strip().toLowerCase(Locale.ROOT));
        }
        return amount.scaleByPowerOfTen(known.tens()).stripTrailingZeros() + "|" + known.family();
    }

    private static String family(@Nullable String unit) {
        return known(unit).map(Known::family).orElse("");
    }

    /** For people: {@code mmHg}, {@code °C}, {@code lb} rather than the codes of UCUM; an unknown unit stays as it is written. */
    public static String words(String unit) {
        var code = ucum(unit).orElse(unit);
        var named = switch (code) {
            case "Cel" -> "°C";
            case "[degF]" -> "°F";
            case "[pH]", "1" -> "";
            case "a" -> unit.equals("a") ? "y" : unit;
            default -> code;
        };
        return named.replace("mm[Hg]", "mmHg")
                .replace("cm[H2O]", "cmH2O")
                .replace("[lb_av]", "lb")
                .replace("[oz_av]", "oz")
                .replace("[in_i]", "in")
                .replace("[ft_i]", "ft")
                .replace("[iU]", "IU")
                .replace("[IU]", "IU")
                .replace("{1.73_m2}", "1.73 m²")
                .replaceAll("\\{[^}]*}", "")
                .replaceAll("[\\[\\]]", "")
                .replace("10*3", "10³")
                .replace("10*6", "10⁶")
                .replace("10*9", "10⁹")
                .replace("10*12", "10¹²")
                .replace("10*", "10^")
                .replaceAll("\\bu(?=[gLl]|mol)", "µ");
    }

    private static Optional<Unit> read(@Nullable String written) {
        return known(written).map(Known::unit);
    }

    private static Optional<Known> known(@Nullable String written) {
        if (written == null) {
            return Optional.empty();
        }
        var known = READ.get(written);
        if (known == null) {
            known = Spellings.read(written).map(Known::of);
            if (READ.size() < MOST_SPELLINGS) {
                READ.put(written, known);
            }
        }
        return known;
    }

    /** A number like 1E+999999999 is refused before it is multiplied out. */
    private static boolean isHuge(BigDecimal amount) {
        return Math.abs((long) amount.scale()) > MOST_DIGITS || amount.precision() > MOST_DIGITS;
    }

    private static Optional<BigDecimal> glycated(BigDecimal amount, Unit from, Unit to, Collection<Code> test) {
        var isHbA1c =
                Analyte.of(test).filter(analyte -> analyte.name().equals(HBA1C)).isPresent();
        if (!isHbA1c || !from.dimensions().isEmpty() || !to.dimensions().isEmpty()) {
            return Optional.empty();
        }
        var permille = BigDecimal.valueOf(1000);
        var percent = BigDecimal.valueOf(100);
        if (from.isMolarShare()) {
            var ngsp = from.toBase(amount).multiply(permille).multiply(SLOPE).add(INTERCEPT);
            return Optional.of(to.fromBase(ngsp.divide(percent, EXACT)));
        }
        var ifcc = from.toBase(amount).multiply(percent).subtract(INTERCEPT).divide(SLOPE, EXACT);
        return Optional.of(to.fromBase(ifcc.divide(permille, EXACT)));
    }
}
