package org.consilium.triage;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;

/** Finds a new stage of a cancer: a staging result (the LOINC codes of mCODE) of the last 180 days. */
final class Staging {
    private static final Set<String> STAGES =
            Set.of("21905-5", "21906-3", "21907-1", "21908-9", "21899-0", "21900-6", "21901-4", "21902-2", "21914-7");

    private Staging() {}

    static Optional<Fact> recent(History history, Held held) {
        if (held.groups().stream().noneMatch(group -> group.id().startsWith("CA-"))) {
            return Optional.empty();
        }
        return Stream.concat(history.staging().stream(), restaged(held).stream())
                .filter(fact -> isRecent(fact, history))
                .min(History.NEWEST_FIRST);
    }

    static boolean isStage(Fact fact) {
        for (var code : fact.codes()) {
            if (code.code().startsWith("2") && STAGES.contains(code.code()) && code.in(CodeSystems.LOINC)) {
                return true;
            }
        }
        return false;
    }

    /** The condition itself, when it has a stage that was written down lately. */
    private static Optional<Fact> restaged(Held held) {
        return Optional.ofNullable(held.fact())
                .filter(fact -> fact.detail(Detail.STAGE).isPresent());
    }

    private static boolean isRecent(Fact fact, History history) {
        var date = fact.kind() == FactKind.CONDITION
                ? fact.detail(Detail.RECORDED).flatMap(PartialDate::parse)
                : Optional.ofNullable(fact.date());
        return date.filter(day -> !day.latest().plusDays(Triggers.NEW_DAYS).isBefore(history.today))
                .isPresent();
    }
}
