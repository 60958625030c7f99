package org.consilium.triage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.knowledge.Checklist;

/**
 * Which facts show that an item is there which the checklist names by a section of a record (LOINC section codes of C-CDA):
 * any medicine shows a list of medicines, whatever format it came in.
 */
final class Sections {
    private static final Map<String, FactKind> BY_SECTION = Map.of(
            "10160-0", FactKind.MEDICATION,
            "48765-2", FactKind.ALLERGY,
            "47519-4", FactKind.PROCEDURE,
            "11450-4", FactKind.CONDITION,
            "30954-2", FactKind.LAB,
            "8716-3", FactKind.VITAL,
            "10157-6", FactKind.FAMILY_HISTORY,
            "29762-2", FactKind.SOCIAL_HISTORY,
            "11369-6", FactKind.IMMUNIZATION,
            "18748-4", FactKind.IMAGING);

    private static final String STAGE = "21908-9";

    private Sections() {}

    static List<FactKind> of(Checklist.Item item) {
        if (item.kind() == Checklist.Kind.IMAGES) {
            return List.of();
        }
        return item.codes().stream()
                .filter(code -> code.system().equals(CodeSystems.LOINC))
                .flatMap(code -> Stream.ofNullable(BY_SECTION.get(code.code())))
                .distinct()
                .toList();
    }

    /**
     * Facts that show it by what they are: any report of tissue the pathology report (and that there are slides), any report
     * of a scan the imaging report, a stage of a condition the stage, «no known allergies» the allergies.
     */
    static List<Fact> showing(Checklist.Item item, FactIndex facts) {
        if (item.kind() == Checklist.Kind.SLIDES || (item.kind() == Checklist.Kind.REPORT && has(item, "11526-1"))) {
            return facts.pathology.get();
        }
        if (item.kind() == Checklist.Kind.REPORT && has(item, "18748-4")) {
            return facts.scanReports.get();
        }
        if (has(item, STAGE)) {
            return facts.staging.get();
        }
        if (has(item, "48765-2")) {
            return facts.deniedAllergies;
        }
        return has(item, "30954-2") && item.kind() == Checklist.Kind.LAB
                ? facts.all(FactKind.REPORT).stream()
                        .filter(fact -> fact.detail(Detail.CATEGORY)
                                .filter(Set.of("LAB", "laboratory")::contains)
                                .isPresent())
                        .toList()
                : List.of();
    }

    /** Cancers whose stage is known show the stage. */
    static List<Fact> staged(Checklist.Item item, History history) {
        if (!has(item, STAGE)) {
            return List.of();
        }
        return history.present().stream()
                .filter(held -> held.groups().stream().anyMatch(Catalogue::isCancer))
                .filter(held -> Traits.stage(held, history).isPresent())
                .flatMap(held -> Stream.ofNullable(held.fact()))
                .toList();
    }

    private static boolean has(Checklist.Item item, String loinc) {
        return item.codes().stream()
                .anyMatch(code ->
                        code.system().equals(CodeSystems.LOINC) && code.code().equals(loinc));
    }
}
