package org.consilium.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.Code;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;

/** The visits of the year before today by each code they name, newest first. */
record Visits(Map<String, List<Fact>> byCode) {
    static Visits of(History history) {
        var byCode = new HashMap<String, List<Fact>>();
        history.all(FactKind.ENCOUNTER).stream()
                .filter(history::isOfLastYear)
                .sorted(History.NEWEST_FIRST)
                .forEach(visit -> History.visitCodes(visit).stream()
                        .map(Visits::key)
                        .distinct()
                        .forEach(key -> byCode.computeIfAbsent(key, fresh -> new ArrayList<>())
                                .add(visit)));
        return new Visits(byCode);
    }

    /** Those that name the condition. */
    List<Fact> of(Held held) {
        return held.codes().stream()
                .flatMap(code -> byCode.getOrDefault(key(code), List.of()).stream())
                .distinct()
                .sorted(History.NEWEST_FIRST)
                .toList();
    }

    private static String key(Code code) {
        return code.system() + "|" + code.code();
    }
}
