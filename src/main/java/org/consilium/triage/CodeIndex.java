package org.consilium.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.knowledge.CodePattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is said about a code without trying every pattern. Where a code carries its hierarchy in its letters (every
 * ICD-10, ICD-10-PCS, ATC, CPT) a pattern covers all codes below it; elsewhere only the very code.
 */
final class CodeIndex<T> {
    private static final String ICD = "icd-10";

    /** What was found, and how many letters of the code the pattern named: more is more specific. */
    record Hit<T>(T what, int letters) {}

    private record Table<T>(boolean hierarchical, Map<String, List<T>> byCode) {}

    private final Map<String, Table<T>> bySystem = new HashMap<>();

    private record Wild<T>(CodePattern pattern, T what) {}

    private final List<Wild<T>> wild = new ArrayList<>();

    void add(CodePattern pattern, T what) {
        if (pattern.code().contains("?")) {
            wild.add(new Wild<>(pattern, what));
            return;
        }
        var known = bySystem.computeIfAbsent(
                        family(pattern.system()),
                        system -> new Table<>(isHierarchical(pattern.system()), new HashMap<>()))
                .byCode
                .computeIfAbsent(key(pattern.system(), pattern.code()), code -> new ArrayList<>());
        if (!known.contains(what)) {
            known.add(what);
        }
    }

    /** All that is said about the code, the most specific first. */
    List<Hit<T>> find(Code code) {
        var system = code.system();
        var known = known(system);
        if (known == null) {
            return List.of();
        }
        if (!known.hierarchical) {
            var exact = known.byCode.get(code.code());
            return exact == null ? List.of() : hits(exact, code.code().length());
        }
        var key = key(system, code.code());
        var hits = new ArrayList<Hit<T>>();
        wild.stream()
                .filter(one -> one.pattern.covers(code))
                .forEach(one -> hits.add(new Hit<>(one.what, one.pattern.code().length())));
        for (int letters = key.length(); letters > 0; letters--) {
            var here = known.byCode.get(key.substring(0, letters));
            if (here != null) {
                hits.addAll(hits(here, letters));
            }
        }
        return hits;
    }

    private @Nullable Table<T> known(String system) {
        var direct = bySystem.get(system);
        return direct == null && system.contains(ICD) ? bySystem.get(ICD) : direct;
    }

    private List<Hit<T>> hits(List<T> found, int letters) {
        return found.stream().map(what -> new Hit<>(what, letters)).toList();
    }

    static boolean isHierarchical(String system) {
        return system.contains(ICD)
                || system.equals(CodeSystems.ICD10PCS)
                || system.equals(CodeSystems.ATC)
                || system.equals(CodeSystems.CPT);
    }

    private static String family(String system) {
        return system.contains(ICD) ? ICD : system;
    }

    private static String key(String system, String code) {
        return isHierarchical(system) ? code.replace(".", "").toUpperCase(Locale.ROOT) : code;
    }
}
