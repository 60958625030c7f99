package org.consilium.records.fhir;

import java.math.BigDecimal;
import java.util.Objects;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/** What was measured or found: FHIR's {@code value[x]} in all its types. */
final class Values {
    private static final String[] IN_WORDS = {
        "valueString",
        "valueBoolean",
        "valueInteger",
        "valueDecimal",
        "valueDateTime",
        "valueDate",
        "valueTime",
        "valueInstant",
        "valueCode",
        "valueUri",
        "valueMarkdown"
    };

    /** Larger or smaller numbers are no measurement, and would fill the memory when written out. */
    private static final int MOST_DIGITS = 80;

    private Values() {}

    /** The value of an observation or a component of one; null when it gives none. */
    static @Nullable Value of(Element observation) {
        var quantity = quantity(observation.child("valueQuantity"));
        if (quantity != null) {
            return quantity;
        }
        var concept = Named.of(observation.child("valueCodeableConcept"));
        var found = concept.words();
        if (found != null) {
            return new Value.Coded(concept.codes(), found);
        }
        var words = words(observation);
        return words == null ? null : new Value.Words(Texts.bounded(words, Texts.LONGEST_NAME));
    }

    private static @Nullable String words(Element observation) {
        var plain = observation.firstString(IN_WORDS);
        if (plain != null) {
            return plain;
        }
        var range = rangeText(observation.child("valueRange"));
        if (range != null) {
            return range;
        }
        var ratio = ratioText(observation.child("valueRatio"));
        if (ratio != null) {
            return ratio;
        }
        var period = observation.child("valuePeriod");
        if (period.isPresent()) {
            return joined(period.string("start"), " – ", period.string("end"));
        }
        var samples = observation.child("valueSampledData");
        if (samples.isPresent()) {
            return samples.firstString("data", "codeMap");
        }
        return observation.child("valueReference").string("display");
    }

    /** A FHIR Quantity; words when its number is none. */
    static @Nullable Value quantity(Element quantity) {
        var written = quantity.string("value");
        if (written == null) {
            return null;
        }
        var number = number(written);
        var unit = unit(quantity);
        if (number == null) {
            return new Value.Words(Texts.bounded(unit == null ? written : written + " " + unit, Texts.LONGEST_NAME));
        }
        return new Value.Quantity(number, quantity.string("comparator"), unit);
    }

    private static @Nullable String unit(Element quantity) {
        var code = quantity.string("code");
        var unit = quantity.string("unit");
        var system = Systems.uri(quantity.string("system"));
        if (code != null && (unit == null || system.equals(org.consilium.clinical.CodeSystems.UCUM))) {
            return code;
        }
        return unit;
    }

    static @Nullable BigDecimal number(String written) {
        if (written.length() > MOST_DIGITS) {
            return null;
        }
        try {
            var number = new BigDecimal(written);
            return Math.abs((long) number.scale()) + number.precision() > MOST_DIGITS ? null : number;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    static @Nullable String quantityText(Element quantity) {
        var value = quantity(quantity);
        return value == null ? null : value.text();
    }

    static @Nullable String rangeText(Element range) {
        return joined(quantityText(range.child("low")), " – ", quantityText(range.child("high")));
    }

    private static @Nullable String ratioText(Element ratio) {
        var numerator = quantityText(ratio.child("numerator"));
        var denominator = quantityText(ratio.child("denominator"));
        return denominator == null ? numerator : joined(numerator, " : ", denominator);
    }

    /** The ranges a result is compared with, as the laboratory wrote them. */
    static @Nullable String referenceRange(Element observation) {
        for (var range : observation.children("referenceRange")) {
            var text = range.string("text");
            var words = text != null ? text : bounds(range);
            if (words != null) {
                return Texts.bounded(words, Texts.LONGEST_NAME);
            }
        }
        return null;
    }

    private static @Nullable String bounds(Element range) {
        var low = quantityText(range.child("low"));
        var high = quantityText(range.child("high"));
        if (low != null && high != null) {
            return low + " – " + high;
        }
        return low != null ? "≥ " + low : high != null ? "≤ " + high : null;
    }

    private static @Nullable String joined(@Nullable String first, String between, @Nullable String second) {
        if (first == null && second == null) {
            return null;
        }
        return (Objects.requireNonNullElse(first, "…") + between + Objects.requireNonNullElse(second, "…")).strip();
    }
}
