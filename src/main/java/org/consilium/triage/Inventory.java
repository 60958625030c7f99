package org.consilium.triage;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.clinical.Fact;
import org.consilium.knowledge.Checklist;
import org.consilium.knowledge.ConditionGroup;
import org.consilium.knowledge.Words;
import org.consilium.triage.Assessment.Completeness;
import org.consilium.triage.Assessment.ItemState;
import org.consilium.triage.Assessment.Presence;
import org.consilium.triage.Assessment.Reason;
import org.consilium.triage.Assessment.TimeBudget;
import org.jspecify.annotations.Nullable;

/**
 * What a specialist needs against what is there. A code shows that an item is there, else words in a report do. A further
 * record never makes it less complete.
 */
final class Inventory {
    private static final String CHILDREN = "RC21";

    private record Found(Fact fact, Presence status) {}

    private final History history;
    private final List<Shown> shown;

    private Inventory(History history, List<Shown> shown) {
        this.history = history;
        this.shown = shown;
    }

    /** Absent when no condition belongs to a known group. */
    static @Nullable Completeness of(History history, List<TimeBudget> windows, Catalogue catalogue) {
        var group = group(history, windows);
        if (group == null) {
            return null;
        }
        var lists = lists(group, history)
                .distinct()
                .flatMap(id -> Stream.ofNullable(catalogue.needs.get(id)))
                .toList();
        if (lists.isEmpty()) {
            return null;
        }
        var shown = lists.stream().map(history.index::shown).toList();
        var inventory = new Inventory(history, shown);
        var names = new HashSet<Words>();
        var items = lists.stream()
                .flatMap(needs -> needs.checklist().items().stream())
                .filter(item -> names.add(item.name()))
                .map(item -> inventory.state(item, group))
                .toList();
        return new Completeness(group.id(), score(items), items, Repeats.of(items, history.today));
    }

    /** What every case needs, then the list of the group; a child with a tumor needs more. */
    private static Stream<String> lists(ConditionGroup group, History history) {
        var own = Stream.of(Catalogue.CORE, group.checklist() == null ? "" : group.checklist());
        return Catalogue.isCancer(group) && history.isChild() ? Stream.concat(own, Stream.of(CHILDREN)) : own;
    }

    /** The group whose window is tightest, else the most serious one. */
    private static @Nullable ConditionGroup group(History history, List<TimeBudget> windows) {
        var groups = history.present().stream()
                .flatMap(held -> held.groups().stream())
                .distinct()
                .toList();
        for (var budget : windows) {
            for (var group : groups) {
                if (group.id().equals(budget.window().group())) {
                    return group;
                }
            }
        }
        return groups.stream()
                .min(Comparator.comparing((ConditionGroup group) -> group.checklist() == null)
                        .thenComparing(ConditionGroup::tier)
                        .thenComparing(ConditionGroup::id))
                .orElse(null);
    }

    private static int score(List<ItemState> items) {
        var applicable = items.stream()
                .filter(item -> item.status() != Presence.NOT_APPLICABLE)
                .mapToInt(item -> item.item().weight())
                .sum();
        var present = items.stream()
                .filter(item -> item.status() == Presence.PRESENT)
                .mapToInt(item -> item.item().weight())
                .sum();
        return applicable == 0 ? 0 : present * 100 / applicable;
    }

    private Presence presence(Checklist.Item item, Fact fact) {
        var needsImages = item.kind() == Checklist.Kind.IMAGES || item.kind() == Checklist.Kind.SLIDES;
        if (needsImages && !Newest.hasImages(fact)) {
            return Presence.REPORT_ONLY;
        }
        var date = fact.date();
        var fresh = item.freshDays();
        return fresh == null
                        || date == null
                        || Newest.isLasting(fact)
                        || !date.earliest().plusDays(fresh).isBefore(history.today)
                ? Presence.PRESENT
                : Presence.OUTDATED;
    }

    private ItemState state(Checklist.Item item, ConditionGroup group) {
        var best = Stream.concat(
                        shown.stream().flatMap(list -> list.candidates(item).stream()),
                        Sections.staged(item, history).stream())
                .map(fact -> new Found(fact, presence(item, fact)))
                .min(Comparator.comparing(Found::status).thenComparing(Found::fact, History.NEWEST_FIRST))
                .orElse(null);
        if (best == null || best.status != Presence.PRESENT) {
            var unneeded = Need.lacking(item, group, history);
            if (unneeded != null) {
                return new ItemState(item, Presence.NOT_APPLICABLE, List.of(unneeded));
            }
        }
        if (best == null) {
            return new ItemState(item, Presence.MISSING, List.of(Because.of("item-missing", null)));
        }
        return new ItemState(item, best.status, List.of(because(best, item)));
    }

    private static Reason because(Found best, Checklist.Item item) {
        return Because.of(key(best, item), best.fact, best.fact.text());
    }

    /** A test that is recent enough need not be done again. */
    private static String key(Found best, Checklist.Item item) {
        if (best.status != Presence.PRESENT) {
            return "item-" + best.status.word();
        }
        if (best.fact.date() == null) {
            return "item-undated";
        }
        var isTest = item.kind() == Checklist.Kind.LAB || item.kind() == Checklist.Kind.IMAGES;
        return isTest && item.freshDays() != null ? "item-recent" : "item-present";
    }
}
