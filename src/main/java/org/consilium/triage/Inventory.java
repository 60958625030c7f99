package org.consilium.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.consilium.clinical.Code;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
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

    /** What the code last seen under its letters shows; a record repeats the same few codes. */
    private record Coded(String system, List<Checklist.Item> items) {}

    private final History history;
    private final Map<String, Coded> byCode = new HashMap<>();
    private final Map<String, List<Found>> found = new HashMap<>();
    private final Map<String, List<Checklist.Item>> byName = new HashMap<>();

    private Inventory(History history) {
        this.history = history;
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
        var inventory = new Inventory(history);
        inventory.search(lists);
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

    private void search(List<Catalogue.Needs> lists) {
        for (var kind : FactKind.values()) {
            if (kind == FactKind.PLANNED_PROCEDURE || kind == FactKind.FAMILY_HISTORY) {
                continue;
            }
            for (var fact : history.all(kind)) {
                search(fact, lists);
            }
        }
        lists.stream()
                .flatMap(needs -> needs.checklist().items().stream())
                .filter(item -> !item.modalities().isEmpty())
                .forEach(this::searchImages);
    }

    private void search(Fact fact, List<Catalogue.Needs> lists) {
        for (var code : fact.codes()) {
            var known = byCode.get(code.code());
            if (known == null || !known.system.equals(code.system())) {
                known = new Coded(code.system(), coded(code, lists));
                byCode.put(code.code(), known);
            }
            known.items.forEach(item -> note(item, fact));
        }
        if (fact.kind() == FactKind.MEDICATION) {
            byName.computeIfAbsent(fact.text(), name -> named(name, lists)).stream()
                    .filter(Inventory::isOfDrugs)
                    .forEach(item -> note(item, fact));
        }
        if (hasWords(fact)) {
            var narrative = fact.detail(Detail.NARRATIVE);
            var named = narrative.isPresent()
                    ? named(fact.text() + "\n" + narrative.get(), lists)
                    : byName.computeIfAbsent(fact.text(), name -> named(name, lists));
            named.forEach(item -> note(item, fact));
        }
    }

    private static List<Checklist.Item> coded(Code code, List<Catalogue.Needs> lists) {
        return lists.stream()
                .flatMap(needs -> needs.byCode().find(code).stream())
                .map(CodeIndex.Hit::what)
                .toList();
    }

    private static List<Checklist.Item> named(String words, List<Catalogue.Needs> lists) {
        var text = Text.of(words);
        return lists.stream()
                .flatMap(needs -> needs.byWord().find(text).stream())
                .filter(hit -> !Negation.denies(text, hit.from(), hit.to()) && !NotDone.says(text, hit.to()))
                .map(WordIndex.Hit::what)
                .distinct()
                .toList();
    }

    /** Reports and papers are read; a laboratory value is known by its code and read only when it has none. */
    private static boolean hasWords(Fact fact) {
        return switch (fact.kind()) {
            case REPORT, DOCUMENT, IMAGING, PROCEDURE -> true;
            case LAB, VITAL, DEVICE -> fact.codes().isEmpty();
            case CONDITION,
                    MEDICATION,
                    ALLERGY,
                    PLANNED_PROCEDURE,
                    IMMUNIZATION,
                    ENCOUNTER,
                    FAMILY_HISTORY,
                    SOCIAL_HISTORY -> false;
        };
    }

    /** A medicine shows which drugs were tried; it is no report that names one. */
    private static boolean isOfDrugs(Checklist.Item item) {
        return switch (item.kind()) {
            case MEDICATIONS, HISTORY -> true;
            case REPORT, IMAGES, SLIDES, LAB, DOCUMENT -> false;
        };
    }

    private void searchImages(Checklist.Item item) {
        Stream.of(FactKind.IMAGING, FactKind.DOCUMENT)
                .flatMap(kind -> history.all(kind).stream())
                .filter(fact -> fact.detail(Detail.MODALITY)
                        .filter(words -> Stream.of(words.split(" ")).anyMatch(item.modalities()::contains))
                        .isPresent())
                .filter(fact -> Regions.fit(item.regions(), fact))
                .forEach(fact -> note(item, fact));
    }

    private void note(Checklist.Item item, Fact fact) {
        found.computeIfAbsent(item.id(), fresh -> new ArrayList<>()).add(new Found(fact, presence(item, fact)));
    }

    private Presence presence(Checklist.Item item, Fact fact) {
        var needsImages = item.kind() == Checklist.Kind.IMAGES || item.kind() == Checklist.Kind.SLIDES;
        if (needsImages && !fact.detail(Detail.IMAGES).orElse("no").equals("yes")) {
            return Presence.REPORT_ONLY;
        }
        var date = fact.date();
        var fresh = item.freshDays();
        return fresh == null
                        || (fact.kind() == FactKind.MEDICATION && fact.status().equals("active"))
                        || date == null
                        || !date.earliest().plusDays(fresh).isBefore(history.today)
                ? Presence.PRESENT
                : Presence.OUTDATED;
    }

    private ItemState state(Checklist.Item item, ConditionGroup group) {
        var all = new ArrayList<>(found.getOrDefault(item.id(), List.of()));
        Sections.of(item)
                .forEach(kind -> history.newest(kind).forEach(fact -> all.add(new Found(fact, presence(item, fact)))));
        history.showing(item).forEach(fact -> all.add(new Found(fact, presence(item, fact))));
        var best = all.stream()
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
