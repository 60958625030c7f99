package org.consilium.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.consilium.clinical.CodeSystems;
import org.consilium.terminology.Crosswalk;

/** The SNOMED CT codes of a crosswalk in the order of their ICD-10-CM codes, to find those below a pattern at once. */
final class SnomedByIcd {
    private final NavigableMap<String, List<CodePattern>> sorted = new TreeMap<>();

    SnomedByIcd(Crosswalk crosswalk) {
        for (var pair : crosswalk.pairs()) {
            sorted.computeIfAbsent(CodePattern.flat(pair.second().code()), icd -> new ArrayList<>())
                    .add(new CodePattern(CodeSystems.SNOMED, pair.first().code()));
        }
    }

    /** Patterns for the SNOMED CT codes whose ICD-10-CM code the pattern covers. */
    List<CodePattern> below(CodePattern pattern) {
        var flat = CodePattern.flat(pattern.code());
        var fixed = flat.contains("?") ? flat.substring(0, flat.indexOf('?')) : flat;
        var found = new ArrayList<CodePattern>();
        sorted.subMap(fixed, fixed + Character.MAX_VALUE).forEach((icd, snomed) -> {
            if (CodePattern.starts(icd, flat)) {
                found.addAll(snomed);
            }
        });
        return found;
    }
}
