package org.consilium.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.consilium.clinical.Fact;
import org.consilium.language.Message;
import org.consilium.triage.Assessment.Reason;
import org.jspecify.annotations.Nullable;

/** Makes reasons, and puts them into one order whatever order the records came in. */
final class Because {
    private static final int MOST = 5;

    private Because() {}

    static Reason of(String key, @Nullable Fact fact, Object... args) {
        return new Reason(Message.of("triage.because." + key, args), fact);
    }

    /** Without repetition, newest fact first, at most five: enough to understand, few enough to read. */
    static List<Reason> inOrder(List<Reason> reasons) {
        var sorted = new ArrayList<>(reasons);
        sorted.sort(Comparator.comparing(Reason::fact, Comparator.nullsLast(History.NEWEST_FIRST))
                .thenComparing(reason -> reason.text().toString()));
        return sorted.stream().filter(Objects::nonNull).distinct().limit(MOST).toList();
    }
}
