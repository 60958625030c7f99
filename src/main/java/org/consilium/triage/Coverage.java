package org.consilium.triage;

import java.util.Locale;
import java.util.Set;
import org.consilium.clinical.CodeSystems;

/**
 * Whether the knowledge can say anything about a condition. The groups cover the chapters of ICD-10, so an ICD-10 code in no
 * group is known to be in none. A SNOMED CT code in no group may be anything, unless its own name says that it is a finding
 * or a situation and no disease.
 */
final class Coverage {
    private static final Set<String> NO_DISEASE =
            Set.of("(finding)", "(situation)", "(person)", "(event)", "(regime/therapy)");

    private Coverage() {}

    static boolean isNotUnderstood(Held held) {
        return held.related().isEmpty() && !held.isIcd() && !held.isCoded(CodeSystems.ORPHA) && !isNoDisease(held);
    }

    private static boolean isNoDisease(Held held) {
        return held.isCoded(CodeSystems.SNOMED)
                && (endsAsNoDisease(held.text())
                        || held.codes().stream()
                                .anyMatch(code -> code.display() != null && endsAsNoDisease(code.display())));
    }

    private static boolean endsAsNoDisease(String name) {
        var lower = name.strip().toLowerCase(Locale.ROOT);
        return NO_DISEASE.stream().anyMatch(lower::endsWith);
    }
}
