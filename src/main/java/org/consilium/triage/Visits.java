package org.consilium.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.consilium.clinical.Code;
import org.consilium.clinical.Fact;

/** Visits by each code they name. */
final class Visits {
    private final Map<String, List<Fact>> byCode = new HashMap<>();
    private final Map<List<Code>, List<Fact>> known = new ConcurrentHashMap<>();

    private Visits() {}

    static Visits of(List<Fact> visits) {
        var made = new Visits();
        for (var visit : visits) {
            for (var code : History.visitCodes(visit)) {
                made.byCode
                        .computeIfAbsent(key(code), fresh -> new ArrayList<>())
                        .add(visit);
            }
        }
        return made;
    }

    /** Those that name the condition, each once, the newest first. */
    List<Fact> of(Held held) {
        return known.computeIfAbsent(held.codes(), this::naming);
    }

    private List<Fact> naming(List<Code> codes) {
        return codes.stream()
                .flatMap(code -> byCode.getOrDefault(key(code), List.of()).stream())
                .distinct()
                .sorted(History.NEWEST_FIRST)
                .toList();
    }

    private static String key(Code code) {
        return code.system() + "|" + code.code();
    }
}
