package org.consilium.records.fhir;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Left, right, bilateral or midline, out of a body site: SNOMED CT qualifiers first, then English and Spanish words. */
final class Laterality {
    private static final Map<String, String> SNOMED =
            Map.of("7771000", "left", "24028007", "right", "51440002", "bilateral");
    private static final Pattern LEFT = Pattern.compile("\\b(left|lt|izquierd[oa]s?)\\b");
    private static final Pattern RIGHT = Pattern.compile("\\b(right|rt|derech[oa]s?)\\b");
    private static final Pattern BOTH = Pattern.compile("\\b(bilateral(es)?|both|amb[oa]s)\\b");
    private static final Pattern MIDDLE = Pattern.compile("\\b(midline|línea media)\\b");

    private Laterality() {}

    static @Nullable String of(Named site) {
        for (var code : site.codes()) {
            var side = SNOMED.get(code.code());
            if (side != null) {
                return side;
            }
        }
        return ofWords(site.text());
    }

    /** Null when the words say no side, or more than one. */
    static @Nullable String ofWords(@Nullable String words) {
        if (words == null) {
            return null;
        }
        var lower = words.toLowerCase(Locale.ROOT);
        var left = LEFT.matcher(lower).find();
        var right = RIGHT.matcher(lower).find();
        if (BOTH.matcher(lower).find()) {
            return "bilateral";
        }
        if (left != right) {
            return left ? "left" : "right";
        }
        if (left) {
            return null;
        }
        return MIDDLE.matcher(lower).find() ? "midline" : null;
    }
}
