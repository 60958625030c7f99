package org.consilium.triage;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.knowledge.Checklist;
import org.consilium.triage.Assessment.ItemState;
import org.consilium.triage.Assessment.Presence;
import org.consilium.triage.Assessment.Repeat;

/** Tests that need not be done twice: those of the checklist that are in the records with a date and recent enough. */
final class Repeats {
    private Repeats() {}

    /** Newest first; a record that shows several items is named once, as the most specific of them. Undated records and papers that are no test do not count. */
    static List<Repeat> of(List<ItemState> items, LocalDate today) {
        var seen = new HashSet<Fact>();
        return items.stream()
                .filter(state -> isTest(state.item()))
                .flatMap(state -> repeat(state, today))
                .sorted(Comparator.comparing(Repeat::fact, History.NEWEST_FIRST)
                        .thenComparing(repeat -> repeat.item().id().startsWith(Catalogue.CORE))
                        .thenComparing(repeat -> repeat.item().id()))
                .filter(repeat -> seen.add(repeat.fact()))
                .toList();
    }

    private static boolean isTest(Checklist.Item item) {
        return switch (item.kind()) {
            case LAB, IMAGES -> true;
            case REPORT -> item.freshDays() != null && !item.id().startsWith(Catalogue.CORE);
            case SLIDES, DOCUMENT, MEDICATIONS, HISTORY -> false;
        };
    }

    private static Stream<Repeat> repeat(ItemState state, LocalDate today) {
        return state.because().stream()
                .map(Assessment.Reason::fact)
                .filter(Objects::nonNull)
                .filter(fact -> isDone(fact, today) && isRecent(state, fact, today))
                .map(fact -> new Repeat(
                        state.item(),
                        fact,
                        fact.detail(Detail.PERFORMER).orElse(""),
                        state.status() == Presence.REPORT_ONLY));
    }

    /** A scan without images counts when it has its report: the images can be asked for. */
    private static boolean isRecent(ItemState state, Fact fact, LocalDate today) {
        var date = fact.date();
        var fresh = state.item().freshDays();
        return switch (state.status()) {
            case PRESENT -> date != null;
            case REPORT_ONLY ->
                date != null
                        && (fresh == null || !date.earliest().plusDays(fresh).isBefore(today));
            case OUTDATED, MISSING, NOT_APPLICABLE -> false;
        };
    }

    private static boolean isDone(Fact fact, LocalDate today) {
        var date = fact.date();
        return date != null
                && !date.earliest().isAfter(today)
                && fact.kind() != FactKind.MEDICATION
                && fact.kind() != FactKind.DOCUMENT;
    }
}
