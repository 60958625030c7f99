package org.consilium.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Value;
import org.consilium.records.CaseFile;
import org.consilium.terminology.Analyte;
import org.consilium.terminology.Units;
import org.jspecify.annotations.Nullable;

/**
 * Results and vital signs of a case as lines over time. Pure.
 *
 * <p>One test is one LOINC code; a test by mass and its twin by moles are one; without a code, one name. Values are converted to
 * the unit most of the results have; results that cannot be converted make a line of their own. Results that the record takes
 * back, or that have no number or no date, are left out.
 */
public final class Trends {
    private Trends() {}

    /** Lines whose newest result is outside its usual range first, then the most measured, then by name. */
    public static List<Trend> of(CaseFile file) {
        var byTest = new LinkedHashMap<String, List<Fact>>();
        for (var fact : file.facts()) {
            if (isMeasured(fact)) {
                byTest.computeIfAbsent(test(fact), key -> new ArrayList<>()).add(fact);
            }
        }
        var trends = new ArrayList<Trend>();
        byTest.forEach((test, facts) -> byUnit(test, facts, trends));
        trends.sort(Comparator.comparing((Trend trend) -> !trend.last().isOutside())
                .thenComparing(trend -> -trend.points().size())
                .thenComparing(trend -> trend.name().toLowerCase(Locale.ROOT))
                .thenComparing(Trend::key));
        return List.copyOf(trends);
    }

    private static boolean isMeasured(Fact fact) {
        return (fact.kind() == FactKind.LAB || fact.kind() == FactKind.VITAL)
                && fact.holds()
                && fact.date() != null
                && fact.value() instanceof Value.Quantity;
    }

    private static String test(Fact fact) {
        return Analyte.of(fact.codes())
                .map(Analyte::name)
                .or(() -> fact.codeIn(CodeSystems.LOINC).map(Code::code))
                .or(() -> fact.codes().stream()
                        .filter(code -> !code.system().isEmpty())
                        .map(code -> code.system() + "|" + code.code())
                        .findFirst())
                .orElseGet(() -> "words|" + fact.text().strip().toLowerCase(Locale.ROOT));
    }

    private static void byUnit(String test, List<Fact> facts, List<Trend> trends) {
        var left = facts;
        while (!left.isEmpty()) {
            var unit = mostUsed(left);
            var fitting = new ArrayList<Trend.Point>();
            var others = new ArrayList<Fact>();
            for (var fact : left) {
                point(fact, unit).ifPresentOrElse(fitting::add, () -> others.add(fact));
            }
            fitting.sort(Comparator.comparing((Trend.Point point) -> date(point.fact()))
                    .thenComparing(Trend.Point::value)
                    .thenComparing(point -> point.fact().sources().getFirst().at()));
            trends.add(new Trend(key(test, trends.size()), name(fitting), unit, fitting, usual(fitting, unit)));
            left = others;
        }
    }

    private static String key(String test, int number) {
        return test.matches("[a-z0-9-]{1,40}") ? test : "test-" + number;
    }

    private static @Nullable String mostUsed(List<Fact> facts) {
        var uses = new HashMap<String, Integer>();
        var written = new HashMap<String, String>();
        for (var fact : facts) {
            var unit = Objects.requireNonNullElse(quantity(fact).unit(), "");
            var key = Units.ucum(unit).orElse(unit);
            uses.merge(key, 1, Integer::sum);
            written.merge(key, unit, (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
        var most = uses.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .orElseThrow()
                .getKey();
        var unit = Objects.requireNonNull(written.get(most));
        return unit.isEmpty() ? null : unit;
    }

    private static Optional<Trend.Point> point(Fact fact, @Nullable String unit) {
        var quantity = quantity(fact);
        var same = sameUnit(quantity.unit(), unit);
        var value = same
                ? Optional.of(quantity.number())
                : Units.convert(quantity.number(), quantity.unit(), unit, fact.codes());
        return value.map(number ->
                new Trend.Point(fact, number, quantity.number(), !same, quantity.comparator(), place(fact, quantity)));
    }

    private static boolean sameUnit(@Nullable String first, @Nullable String second) {
        return Objects.equals(first, second)
                || (first != null
                        && second != null
                        && Units.ucum(first).isPresent()
                        && Units.ucum(first).equals(Units.ucum(second)));
    }

    private static UsualRange.@Nullable Place place(Fact fact, Value.Quantity quantity) {
        var marked = fact.detail(Detail.INTERPRETATION).map(Trends::marked).orElse(null);
        if (marked != null) {
            return marked;
        }
        return fact.detail(Detail.REFERENCE_RANGE)
                .flatMap(UsualRange::parse)
                .map(range -> range.place(quantity.number()))
                .filter(place -> certain(place, quantity.comparator()))
                .orElse(null);
    }

    /** A bound tells only in its own direction: {@code <5} may be below anything. */
    private static boolean certain(UsualRange.Place place, @Nullable String comparator) {
        if (comparator == null) {
            return true;
        }
        return comparator.startsWith("<") ? place == UsualRange.Place.BELOW : place == UsualRange.Place.ABOVE;
    }

    /** HL7 v3 ObservationInterpretation. */
    private static UsualRange.@Nullable Place marked(String interpretation) {
        return switch (interpretation.strip().toUpperCase(Locale.ROOT)) {
            case "H", "HH", "HU", ">", "HIGH", "CRITICAL HIGH" -> UsualRange.Place.ABOVE;
            case "L", "LL", "LU", "<", "LOW", "CRITICAL LOW" -> UsualRange.Place.BELOW;
            case "N", "NORMAL" -> UsualRange.Place.WITHIN;
            default -> null;
        };
    }

    private static @Nullable UsualRange usual(List<Trend.Point> points, @Nullable String unit) {
        for (var point : points.reversed()) {
            var fact = point.fact();
            var range = fact.detail(Detail.REFERENCE_RANGE)
                    .flatMap(UsualRange::parse)
                    .flatMap(given -> given.in(quantity(fact).unit(), unit, fact.codes()));
            if (range.isPresent()) {
                return range.get();
            }
        }
        return null;
    }

    private static String name(List<Trend.Point> points) {
        return points.stream()
                .collect(Collectors.groupingBy(point -> point.fact().text(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .orElseThrow()
                .getKey();
    }

    private static Value.Quantity quantity(Fact fact) {
        return (Value.Quantity) Objects.requireNonNull(fact.value());
    }

    private static PartialDate date(Fact fact) {
        return Objects.requireNonNull(fact.date());
    }
}
