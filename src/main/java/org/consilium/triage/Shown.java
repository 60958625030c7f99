package org.consilium.triage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.consilium.clinical.Code;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.knowledge.Checklist;

/** Which facts show that the items of one checklist are there, by code first and by words second; the same on any day. */
final class Shown {
    /** What the code last seen under its letters shows; a record repeats the same few codes. */
    private record Coded(String system, List<Checklist.Item> items) {}

    private final Catalogue.Needs needs;
    private final Map<String, Coded> byCode = new HashMap<>();
    private final Map<String, List<Checklist.Item>> byName = new HashMap<>();
    private final Map<String, Newest> found = new HashMap<>();

    private Shown(Catalogue.Needs needs) {
        this.needs = needs;
    }

    static Shown of(FactIndex facts, Catalogue.Needs needs) {
        var shown = new Shown(needs);
        for (var kind : FactKind.values()) {
            if (kind != FactKind.PLANNED_PROCEDURE && kind != FactKind.FAMILY_HISTORY) {
                facts.all(kind).forEach(shown::search);
            }
        }
        for (var item : needs.checklist().items()) {
            if (!item.modalities().isEmpty()) {
                shown.searchImages(item, facts);
            }
            Sections.of(item).forEach(kind -> facts.all(kind).forEach(fact -> shown.note(item, fact)));
            Sections.showing(item, facts).forEach(fact -> shown.note(item, fact));
        }
        return shown;
    }

    /** The facts of which one is the best that shows the item, on any day. */
    List<Fact> candidates(Checklist.Item item) {
        var known = found.get(item.id());
        return known == null ? List.of() : known.candidates();
    }

    private void search(Fact fact) {
        for (var code : fact.codes()) {
            var known = byCode.get(code.code());
            if (known == null || !known.system.equals(code.system())) {
                known = new Coded(code.system(), coded(code));
                byCode.put(code.code(), known);
            }
            known.items.forEach(item -> note(item, fact));
        }
        if (fact.kind() == FactKind.MEDICATION) {
            byName.computeIfAbsent(fact.text(), this::named).stream()
                    .filter(Shown::isOfDrugs)
                    .forEach(item -> note(item, fact));
        }
        if (hasWords(fact)) {
            var narrative = fact.detail(Detail.NARRATIVE);
            var named = narrative.isPresent()
                    ? named(fact.text() + "\n" + narrative.get())
                    : byName.computeIfAbsent(fact.text(), this::named);
            named.forEach(item -> note(item, fact));
        }
    }

    private List<Checklist.Item> coded(Code code) {
        return needs.byCode().find(code).stream().map(CodeIndex.Hit::what).toList();
    }

    private List<Checklist.Item> named(String words) {
        var text = Text.of(words);
        return needs.byWord().find(text).stream()
                .filter(hit -> !isDenied(hit, text) && !NotDone.says(text, hit.to()))
                .map(WordIndex.Hit::what)
                .distinct()
                .toList();
    }

    private static boolean isDenied(WordIndex.Hit<Checklist.Item> hit, Text text) {
        return hit.what().kind() == Checklist.Kind.LAB
                ? Negation.deniesTest(text, hit.from(), hit.to())
                : Negation.denies(text, hit.from(), hit.to());
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

    private void searchImages(Checklist.Item item, FactIndex facts) {
        Stream.of(FactKind.IMAGING, FactKind.DOCUMENT)
                .flatMap(kind -> facts.all(kind).stream())
                .filter(fact -> fact.detail(Detail.MODALITY)
                        .filter(words -> Stream.of(words.split(" ")).anyMatch(item.modalities()::contains))
                        .isPresent())
                .filter(fact -> Regions.fit(item.regions(), fact))
                .forEach(fact -> note(item, fact));
    }

    private void note(Checklist.Item item, Fact fact) {
        found.computeIfAbsent(item.id(), fresh -> new Newest()).add(fact);
    }
}
