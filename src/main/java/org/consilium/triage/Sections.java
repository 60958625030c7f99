package org.consilium.triage;

import java.util.List;
import java.util.Map;
import org.consilium.clinical.CodeSystems;
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

    private Sections() {}

    static List<FactKind> of(Checklist.Item item) {
        if (item.kind() == Checklist.Kind.IMAGES) {
            return List.of();
        }
        return item.codes().stream()
                .filter(code -> code.system().equals(CodeSystems.LOINC))
                .flatMap(code -> java.util.stream.Stream.ofNullable(BY_SECTION.get(code.code())))
                .distinct()
                .toList();
    }
}
