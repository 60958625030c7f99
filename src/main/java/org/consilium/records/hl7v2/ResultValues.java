package org.consilium.records.hl7v2;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/** OBX-5 by its type in OBX-2 (HL7 v2 chapter 2A). */
final class ResultValues {
    /** Bounded, so that no exponent can make a number of a billion digits. */
    private static final Pattern NUMBER = Pattern.compile(
            "(<=|>=|<|>|=)?\\s{0,3}([+-]?(?:\\d{1,30}(?:\\.\\d{0,30})?|\\.\\d{1,30})(?:[eE][+-]?\\d{1,2})?)");

    private ResultValues() {}

    /** @param observation for its units */
    static @Nullable Value of(String type, Segment.Field value, Segment observation, Systems systems) {
        return switch (type) {
            case "NM", "SI", "MO" -> number(value, observation);
            case "SN" -> structured(value, observation);
            case "CE", "CWE", "CNE", "CF", "IS", "ID", "CD" -> coded(value, systems);
            case "DT", "TS", "DTM" -> date(value);
            case "" -> observation.field(6).isPresent() ? number(value, observation) : words(value.text());
            case "TX", "FT" -> words(value.text());
            case "ST" -> observation.field(6).isPresent() ? number(value, observation) : words(value.text());
            default -> words(value.words());
        };
    }

    private static @Nullable Value number(Segment.Field value, Segment observation) {
        var written = value.component(1).orElse("");
        var unit = Words.unit(observation, 6);
        var number = NUMBER.matcher(written);
        if (number.matches()) {
            return quantity(number.group(2), number.group(1), unit);
        }
        var words = value.words();
        return words(unit.isPresent() && !words.isEmpty() ? words + " " + unit.get() : words);
    }

    /** SN: comparator, number, separator or suffix, number. */
    private static @Nullable Value structured(Segment.Field value, Segment observation) {
        var first = value.component(2);
        var second = value.component(4);
        var comparator = value.component(1);
        var unit = Words.unit(observation, 6);
        var plain = second.isEmpty() && value.component(3).isEmpty();
        if (plain
                && first.isPresent()
                && NUMBER.matcher(first.get()).matches()
                && comparator.map(ResultValues::isComparator).orElse(true)) {
            var number = NUMBER.matcher(first.get());
            return number.matches() ? quantity(number.group(2), comparator.orElse(number.group(1)), unit) : null;
        }
        var words = comparator.filter(sign -> !sign.equals("=")).orElse("")
                + first.orElse("")
                + value.component(3).orElse("")
                + second.orElse("");
        if (words.isEmpty()) {
            return words(value.words());
        }
        return words(unit.map(each -> words + " " + each).orElse(words));
    }

    private static boolean isComparator(String sign) {
        return Pattern.matches("<=|>=|<|>|=", sign);
    }

    private static Value quantity(String digits, @Nullable String sign, Optional<String> unit) {
        var comparator = sign == null || sign.equals("=") ? null : sign;
        var plain = digits.endsWith(".") ? digits.substring(0, digits.length() - 1) : digits;
        return new Value.Quantity(new BigDecimal(plain.replace("+", "")), comparator, unit.orElse(null));
    }

    private static @Nullable Value coded(Segment.Field value, Systems systems) {
        var concept = Concept.of(value, systems);
        var text = concept.text();
        if (text == null) {
            return words(value.words());
        }
        return concept.codes().isEmpty() ? words(text) : new Value.Coded(concept.codes(), text);
    }

    private static @Nullable Value date(Segment.Field value) {
        return words(value.component(1)
                .flatMap(Stamps::read)
                .map(PartialDate::toString)
                .orElseGet(value::words));
    }

    private static @Nullable Value words(String text) {
        return text.isBlank() ? null : new Value.Words(text.strip());
    }
}
