package org.consilium.web;

import java.util.List;
import java.util.Locale;
import org.consilium.knowledge.ConditionGroup;
import org.consilium.web.pages.OpinionFormPage.Section;
import org.consilium.web.pages.OpinionFormPage.Suggestion;

/** What the form for an opinion asks beside a diagnosis, by the groups of conditions it belongs to. */
final class Qualifiers {
    private static final String CANCER = "CA-";

    private Qualifiers() {}

    static List<Suggestion> of(List<ConditionGroup> groups, Locale locale) {
        return groups.stream()
                .flatMap(group -> group.qualifiers().stream())
                .distinct()
                .map(one -> new Suggestion(
                        one.name().in(locale) + (one.unit().isEmpty() ? "" : " – " + unit(one.unit(), locale)),
                        one.provenance().source()))
                .toList();
    }

    /** As people write it: UCUM codes stand for machines. */
    private static String unit(String unit, Locale locale) {
        var plain =
                unit.replace("mm[Hg]", "mmHg").replace("{1.73_m2}", "1.73 m²").replace("cm2", "cm²");
        return locale.getLanguage().equals("es") ? plain.replace(" to ", " a ") : plain;
    }

    /** Tumor, nodes and metastases are asked for only where a cancer can be meant. */
    static List<Section> sections(List<Section> sections, List<ConditionGroup> groups) {
        if (groups.isEmpty() || groups.stream().anyMatch(group -> group.id().startsWith(CANCER))) {
            return sections;
        }
        return sections.stream()
                .map(section -> new Section(
                        section.heading(),
                        section.fields().stream()
                                .filter(field -> !field.value().isEmpty()
                                        || !field.pointer().matches(".*/stage/[tnm]"))
                                .toList()))
                .toList();
    }
}
