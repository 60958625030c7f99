package org.consilium.opinions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * JSON in the one form of RFC 8785 (JSON Canonicalization Scheme): members by their UTF-16 code units, no space, numbers as
 * ECMAScript writes them. Two documents that mean the same have the same form, whatever their layout.
 */
final class CanonicalJson {
    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /** @throws IllegalArgumentException when a number has more digits than a double holds: it has no canonical form */
    static String of(JsonNode node) {
        var writing = new CanonicalJson();
        writing.write(node);
        return writing.out.toString();
    }

    private void write(JsonNode node) {
        if (node.isObject()) {
            object(node);
        } else if (node.isArray()) {
            array(node);
        } else if (node.isString()) {
            string(node.stringValue());
        } else if (node.isNumber()) {
            out.append(number(node.decimalValue()));
        } else {
            out.append(node.isBoolean() ? String.valueOf(node.booleanValue()) : "null");
        }
    }

    private void object(JsonNode node) {
        var members = new ArrayList<>(node.properties());
        members.sort(Map.Entry.comparingByKey());
        var first = true;
        out.append('{');
        for (var member : members) {
            if (!first) {
                out.append(',');
            }
            first = false;
            string(member.getKey());
            out.append(':');
            write(member.getValue());
        }
        out.append('}');
    }

    private void array(JsonNode node) {
        out.append('[');
        for (var i = 0; i < node.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(node.get(i));
        }
        out.append(']');
    }

    private void string(String text) {
        out.append('"');
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            switch (letter) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (letter < ' ') {
                        out.append("\\u").append(HexFormat.of().toHexDigits(letter));
                    } else {
                        out.append(letter);
                    }
                }
            }
        }
        out.append('"');
    }

    /** As ECMAScript's Number::toString: plain from 1e-6 to below 1e21, else with an exponent. */
    static String number(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        var nearest = value.doubleValue();
        if (Double.isInfinite(nearest) || new BigDecimal(Double.toString(nearest)).compareTo(value) != 0) {
            throw new IllegalArgumentException("a number with more digits than a double holds has no canonical form");
        }
        var shortest = value.stripTrailingZeros();
        var digits = shortest.unscaledValue().abs().toString();
        var point = digits.length() - shortest.scale();
        var sign = shortest.signum() < 0 ? "-" : "";
        if (point > -6 && point <= 21) {
            return sign + shortest.abs().toPlainString();
        }
        var exponent = point - 1;
        return sign + digits.charAt(0) + (digits.length() == 1 ? "" : "." + digits.substring(1)) + "e"
                + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }
}
