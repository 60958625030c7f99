package org.consilium.requests;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.knowledge.Checklist;
import org.consilium.records.CaseFile;
import org.consilium.triage.Assessment.Completeness;
import org.consilium.triage.Assessment.ItemState;
import org.consilium.triage.Assessment.Presence;
import org.jspecify.annotations.Nullable;

/**
 * What is not there yet: what a letter can ask for, and what only the person can add.
 *
 * @param toAsk missing, report only or outdated, what decides first
 * @param own what no hospital has: a diary, wishes, the question itself
 */
public record Gaps(List<ItemState> toAsk, List<ItemState> own) {
    private static final int MOST_PLACES = 12;
    private static final String REFERRAL_NOTE = "57133-1";

    public Gaps {
        toAsk = List.copyOf(toAsk);
        own = List.copyOf(own);
    }

    /** Nothing when the group of the condition is unknown. */
    public static Gaps of(@Nullable Completeness completeness) {
        var open = Stream.ofNullable(completeness)
                .flatMap(all -> all.items().stream())
                .filter(state -> isOpen(state.status()))
                .sorted(Comparator.comparing((ItemState state) -> -state.item().weight()))
                .collect(Collectors.partitioningBy(state -> isOwn(state.item())));
        return new Gaps(open.getOrDefault(false, List.of()), open.getOrDefault(true, List.of()));
    }

    private static boolean isOpen(Presence status) {
        return switch (status) {
            case MISSING, REPORT_ONLY, OUTDATED -> true;
            case PRESENT, NOT_APPLICABLE -> false;
        };
    }

    private static boolean isOwn(Checklist.Item item) {
        return item.kind() == Checklist.Kind.HISTORY
                || item.codes().stream().anyMatch(code -> code.code().equals(REFERRAL_NOTE));
    }

    /** What to ask for, by who keeps it; items that a list names but that are not open are left out. */
    public Map<Department, List<Wanted>> wanted(List<String> items) {
        return toAsk.stream()
                .filter(state -> items.contains(state.item().id()))
                .collect(Collectors.groupingBy(
                        state -> Department.of(state.item()),
                        TreeMap::new,
                        Collectors.mapping(Wanted::of, Collectors.toList())));
    }

    /** Who keeps an item of the list. */
    public static Department keeper(ItemState state) {
        return Department.of(state.item());
    }

    /** Hospitals, clinics and people whom the records name, the most named first, at most 12. */
    public static List<String> places(CaseFile file) {
        var counts = file.facts().stream()
                .filter(fact -> fact.kind() != FactKind.DEVICE)
                .flatMap(fact -> Gaps.performer(fact).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_PLACES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Optional<String> performer(Fact fact) {
        return fact.detail(Detail.PERFORMER)
                .map(String::strip)
                .filter(name -> !name.isEmpty() && name.length() <= Details.LONGEST_LINE);
    }
}
