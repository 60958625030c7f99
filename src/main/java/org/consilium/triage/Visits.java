package org.consilium.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.Code;
import org.consilium.clinical.Fact;

/** Visits by each code they name. */
record Visits(Map<String, List<Fact>> byCode) {
    static Visits of(List<Fact> visits) {
        var byCode = new HashMap<String, List<Fact>>();
        for (var visit : visits) {
            for (var code : History.visitCodes(visit)) {
                byCode.computeIfAbsent(key(code), fresh -> new ArrayList<>()).add(visit);
            }
        }
        return new Visits(byCode);
    }

    /** Those that name the condition; one that names it twice may come twice. */
    List<Fact> of(Held held) {
        return held.codes().stream()
                .flatMap(code -> byCode.getOrDefault(key(code), List.of()).stream())
                .toList();
    }

    private static String key(Code code) {
        return code.system() + "|" + code.code();
    }
}
