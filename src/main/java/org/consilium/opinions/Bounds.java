package org.consilium.opinions;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.consilium.language.Message;
import org.consilium.opinions.OpinionJson.Problem;
import tools.jackson.databind.JsonNode;

/** Keeps one opinion to a size that can be read, compared and stored; far above what any doctor writes. */
final class Bounds {
    private static final int MOST_ITEMS = 200;
    private static final int MOST_DIGITS = 15;
    private static final int MOST_PLACES = 6;
    private static final Set<String> SIGNATURE = Set.of("signature");

    private Bounds() {}

    /** Adds a problem for each list that is too long and each number that is too large or too fine. */
    static void check(JsonNode root, List<Problem> problems) {
        for (var entry : root.properties()) {
            if (!SIGNATURE.contains(entry.getKey())) {
                check(entry.getValue(), "/" + entry.getKey().replace("~", "~0").replace("/", "~1"), problems);
            }
        }
    }

    private static void check(JsonNode node, String at, List<Problem> problems) {
        if (node.isArray()) {
            if (node.size() > MOST_ITEMS) {
                problems.add(new Problem(at, Message.of("opinions.problem.tooMany", MOST_ITEMS)));
                return;
            }
            for (var i = 0; i < node.size(); i++) {
                check(node.get(i), at + "/" + i, problems);
            }
        } else if (node.isObject()) {
            for (var entry : node.properties()) {
                check(entry.getValue(), at + "/" + entry.getKey(), problems);
            }
        } else if (node.isNumber() && !isUsable(node)) {
            problems.add(new Problem(at, Message.of("opinions.problem.number")));
        }
    }

    private static boolean isUsable(JsonNode number) {
        var value = number.decimalValue();
        if (value.signum() == 0) {
            return true;
        }
        var digitsBeforePoint = (long) value.precision() - value.scale();
        if (digitsBeforePoint > MOST_DIGITS || digitsBeforePoint < -MOST_PLACES) {
            return false;
        }
        var plain = value.stripTrailingZeros();
        return plain.scale() <= MOST_PLACES && (plain.scale() > 0 || fitsInt(plain) || !number.isIntegralNumber());
    }

    private static boolean fitsInt(BigDecimal whole) {
        return whole.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
    }
}
