package org.consilium.records.ccda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;

/** Allergy observations (C-CDA 2.16.840.1.113883.10.20.22.4.7 and its forerunners). */
final class Allergies {
    static final Set<String> TEMPLATES = Set.of(
            "2.16.840.1.113883.10.20.22.4.7",
            "2.16.840.1.113883.10.20.24.3.90",
            "2.16.840.1.113883.10.20.1.18",
            "1.3.6.1.4.1.19376.1.5.3.1.4.6");

    /** SNOMED CT: no known allergy, and to drugs, food, environment, latex, animals, insects. */
    private static final Set<String> NONE_KNOWN = Set.of(
            "716186003",
            "160244002",
            "409137002",
            "429625007",
            "428607008",
            "428197003",
            "1003774007",
            "716184000",
            "716185004",
            "716220001");

    /** SNOMED CT: types of allergy and intolerance that leave open to what. */
    private static final Set<String> ANY_SUBSTANCE = Set.of(
            "419199007",
            "416098002",
            "414285001",
            "59037007",
            "235719002",
            "420134006",
            "418038007",
            "419511003",
            "418471000",
            "426232007",
            "232347008",
            "106190000",
            "609433001",
            "609328004",
            "782197009",
            "1003755004");

    private static final Set<String> REACTION =
            Set.of("2.16.840.1.113883.10.20.22.4.9", "2.16.840.1.113883.10.20.1.54");

    private Allergies() {}

    /** @param concern the act around it, if any */
    static Optional<Fact> read(Element observation, Optional<Element> concern, Section section) {
        var type = Concept.of(observation.first("value"), section);
        var substance = substance(observation, section);
        var stated = stated(substance, type);
        var negated = Related.isNegated(observation) || stated.isOneOf(NONE_KNOWN) || type.isOneOf(NONE_KNOWN);
        var span = Span.of(observation);
        return Draft.of(FactKind.ALLERGY)
                .codes(stated.codes())
                .named(substance.text(), section.name(observation), stated.text(), stated.name())
                .when(span)
                .status(status(observation, concern, span))
                .negatedWhen(negated)
                .detail(Detail.CATEGORY, substance.isEmpty() ? Optional.empty() : type.text())
                .detail(Detail.REACTION, reactions(observation, section))
                .detail(Detail.SEVERITY, severity(observation, section))
                .detail(Detail.RECORDED, Related.recorded(observation, concern.orElse(observation)))
                .at(section.at(observation));
    }

    /** The substance; a type that names one by itself, such as «allergy to penicillin», lends its codes to a substance of words only. */
    private static Concept stated(Concept substance, Concept type) {
        if (substance.isEmpty()) {
            return type;
        }
        return substance.codes().isEmpty() && !type.isOneOf(ANY_SUBSTANCE)
                ? new Concept(type.codes(), substance.text())
                : substance;
    }

    private static Concept substance(Element observation, Section section) {
        for (var playing : observation.all("participant", "participantRole", "playingEntity")) {
            var coded = Concept.of(playing.first("code"), section);
            var name = playing.first("name").map(Element::text).filter(words -> !words.isEmpty());
            if (!coded.isEmpty() || name.isPresent()) {
                return new Concept(coded.codes(), coded.text().or(() -> name));
            }
        }
        return Concept.NONE;
    }

    private static String status(Element observation, Optional<Element> concern, Span span) {
        return Problems.stated(observation)
                .orElseGet(() -> span.end() != null
                        ? "resolved"
                        : switch (concern.map(Related::statusCode).orElse("")) {
                            case "active" -> "active";
                            case "completed" -> span.over() ? "resolved" : "inactive";
                            case "aborted", "suspended" -> "inactive";
                            case "nullified" -> "entered-in-error";
                            default -> "unknown";
                        });
    }

    private static Optional<String> reactions(Element observation, Section section) {
        var found = new ArrayList<String>();
        for (var reaction : reactionsOf(observation)) {
            Concept.of(reaction.first("value"), section)
                    .text()
                    .or(() -> section.name(reaction))
                    .filter(text -> !found.contains(text))
                    .ifPresent(found::add);
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", found));
    }

    /** By template, or related as a manifestation; some files relate the severity in the same way. */
    private static List<Element> reactionsOf(Element observation) {
        return observation.all("entryRelationship").stream()
                .flatMap(relation -> relation.all("observation").stream()
                        .filter(each -> each.hasTemplate(REACTION) || relation.has("typeCode", "MFST"))
                        .filter(each -> each.first("code")
                                .filter(code -> code.has("code", "SEV"))
                                .isEmpty()))
                .toList();
    }

    /** Of the allergy itself, else of its first graded reaction. */
    private static Optional<String> severity(Element observation, Section section) {
        return Related.severity(observation, section)
                .or(() -> reactionsOf(observation).stream()
                        .flatMap(reaction -> Related.severity(reaction, section).stream())
                        .findFirst());
    }
}
