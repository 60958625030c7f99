package org.consilium.triage;

import java.util.List;
import java.util.Set;

/** Whether a report names a test only to say that it was not done or is still to come. */
final class NotDone {
    private static final int REACH = 4;
    private static final Set<String> LATER = Set.of("pending", "pendiente", "awaited", "recommended", "recomendado");
    private static final Set<String> NOT = Set.of("not", "no");
    private static final Set<String> DONE = Set.of(
            "done",
            "performed",
            "tested",
            "available",
            "assessed",
            "received",
            "realizado",
            "realizada",
            "disponible",
            "evaluado",
            "evaluada",
            "hecho");

    private NotDone() {}

    static boolean says(Text text, int to) {
        var after = after(text.words(), to);
        for (int i = 0; i < after.size(); i++) {
            if (LATER.contains(after.get(i))
                    || (NOT.contains(after.get(i)) && i + 1 < after.size() && DONE.contains(after.get(i + 1)))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> after(List<String> words, int to) {
        var end = to;
        while (end < words.size() && end < to + REACH && !words.get(end).equals(Text.COMMA)) {
            end++;
        }
        return words.subList(to, end);
    }
}
