package org.consilium.records.ccda;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/** Reads the value of an observation, whatever its HL7 version 3 data type, and the range it is held against. */
final class Values {
    private static final int LONGEST_NUMBER = 40;
    private static final int MOST_RANGES = 20;

    private Values() {}

    /** The first value that says something. */
    static Optional<Value> of(Element observation, Section section) {
        return observation.all("value").stream()
                .flatMap(value -> read(value, section).stream())
                .findFirst();
    }

    private static Optional<Value> read(Element value, Section section) {
        var type = value.attribute("type").orElse("");
        return switch (type.substring(type.indexOf(':') + 1)) {
            case "PQ", "INT", "REAL", "MO" -> quantity(value, null).or(() -> translated(value, section));
            case "IVL_PQ", "IVL_INT", "IVL_REAL" -> interval(value);
            case "RTO_PQ_PQ", "RTO" -> ratio(value);
            case "CD", "CE", "CO", "CV", "CS" -> coded(value, section);
            case "TS", "IVL_TS" ->
                Optional.ofNullable(Span.read(value).start()).map(date -> new Value.Words(date.toString()));
            case "BL" -> value.attribute("value").map(Value.Words::new);
            default ->
                quantity(value, null)
                        .or(() -> value.attribute("code").flatMap(any -> coded(value, section)))
                        .or(() -> section.words(value).map(Value.Words::new));
        };
    }

    private static Optional<Value> quantity(Element value, @Nullable String comparator) {
        return number(value)
                .map(number -> new Value.Quantity(
                        number,
                        comparator,
                        value.attribute("unit")
                                .filter(unit -> !unit.equals("1"))
                                .orElse(null)));
    }

    private static Optional<BigDecimal> number(Element value) {
        return value.attribute("value")
                .filter(digits -> digits.length() <= LONGEST_NUMBER)
                .flatMap(digits -> {
                    try {
                        var number = new BigDecimal(digits.replace(",", ""));
                        return Math.abs(number.scale()) > LONGEST_NUMBER ? Optional.empty() : Optional.of(number);
                    } catch (NumberFormatException noNumber) {
                        return Optional.empty();
                    }
                });
    }

    /** A quantity in a unit outside UCUM stands in a translation; a word for a number stands in the value itself. */
    private static Optional<Value> translated(Element value, Section section) {
        for (var translation : value.all("translation")) {
            var unit =
                    translation.first("originalText").flatMap(section::words).or(() -> translation.attribute("code"));
            var number = number(translation);
            if (number.isPresent()) {
                return Optional.of(new Value.Quantity(number.get(), null, unit.orElse(null)));
            }
        }
        return value.attribute("value")
                .or(() -> section.words(value))
                .map(words ->
                        value.attribute("unit").map(unit -> words + " " + unit).orElse(words))
                .map(Value.Words::new);
    }

    private static Optional<Value> interval(Element value) {
        var low = value.first("low").filter(bound -> number(bound).isPresent());
        var high = value.first("high").filter(bound -> number(bound).isPresent());
        if (low.isPresent() && high.isPresent()) {
            return Optional.of(new Value.Words(range(value)));
        }
        if (low.isPresent()) {
            return quantity(low.get(), low.get().has("inclusive", "false") ? ">" : ">=");
        }
        if (high.isPresent()) {
            return quantity(high.get(), high.get().has("inclusive", "false") ? "<" : "<=");
        }
        return value.first("center").flatMap(center -> quantity(center, null));
    }

    private static Optional<Value> ratio(Element value) {
        var parts = Stream.of("numerator", "denominator")
                .flatMap(part -> value.first(part).flatMap(each -> quantity(each, null)).stream())
                .map(Value::text)
                .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Value.Words(String.join(" / ", parts)));
    }

    private static Optional<Value> coded(Element value, Section section) {
        var concept = Concept.of(value, section);
        return concept.name().map(name -> new Value.Coded(concept.codes(), name));
    }

    /** The reference ranges in words, parted by semicolons. */
    static Optional<String> referenceRange(Element observation, Section section) {
        var ranges = new ArrayList<String>();
        var all = observation.all("referenceRange", "observationRange");
        for (var range : all.subList(0, Math.min(MOST_RANGES, all.size()))) {
            var words = range.first("text")
                    .flatMap(section::words)
                    .or(() -> range.first("value").map(Values::range));
            words.filter(text -> !text.isBlank() && !ranges.contains(text)).ifPresent(ranges::add);
        }
        return ranges.isEmpty() ? Optional.empty() : Optional.of(Section.shortened(String.join("; ", ranges)));
    }

    private static String range(Element value) {
        var low = bound(value, "low");
        var high = bound(value, "high");
        if (low.isEmpty() && high.isEmpty()) {
            return value.attribute("displayName").orElseGet(value::text);
        }
        var numbers = high.isEmpty() ? ">= " + low : low.isEmpty() ? "<= " + high : low + " - " + high;
        var unit = Stream.of("low", "high")
                .flatMap(end -> value.first(end).flatMap(each -> each.attribute("unit")).stream())
                .findFirst()
                .filter(each -> !each.equals("1"));
        return unit.map(each -> numbers + " " + each).orElse(numbers);
    }

    private static String bound(Element value, String end) {
        return value.first(end).flatMap(each -> each.attribute("value")).orElse("");
    }

    /** The interpretation codes, parted by commas. */
    static Optional<String> interpretation(Element observation) {
        List<String> codes = observation.all("interpretationCode").stream()
                .map(each -> each.attribute("code")
                        .or(() -> each.attribute("displayName"))
                        .orElse(""))
                .filter(code -> !Objects.equals(code, ""))
                .toList();
        return codes.isEmpty() ? Optional.empty() : Optional.of(codes.stream().collect(Collectors.joining(",")));
    }
}
