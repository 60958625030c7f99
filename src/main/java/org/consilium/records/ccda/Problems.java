package org.consilium.records.ccda;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;

/** Problem observations (C-CDA 2.16.840.1.113883.10.20.22.4.4 and its forerunners), alone or inside a concern. */
final class Problems {
    static final Set<String> TEMPLATES = Set.of(
            "2.16.840.1.113883.10.20.22.4.4",
            "2.16.840.1.113883.10.20.22.4.68",
            "2.16.840.1.113883.10.20.22.4.73",
            "2.16.840.1.113883.10.20.1.28",
            "1.3.6.1.4.1.19376.1.5.3.1.4.5");

    /** Codes of an observation whose value is what the person has (C-CDA value set Problem Type). */
    static final Set<String> FINDING_CODES = Set.of(
            "ASSERTION",
            "55607006",
            "282291009",
            "404684003",
            "409586006",
            "418799008",
            "64572001",
            "248536006",
            "373930000",
            "75326-9",
            "29308-4",
            "75323-6",
            "75325-1",
            "75318-6",
            "75321-0",
            "75322-8",
            "75319-4");

    private static final Set<String> STATUS =
            Set.of("33999-4", "2.16.840.1.113883.10.20.22.4.6", "2.16.840.1.113883.10.20.22.4.28");
    /** Stage group: LOINC clinical and pathological, SNOMED CT tumour stage finding. */
    private static final Set<String> STAGE = Set.of("21908-9", "21902-2", "385356007", "399390009");
    /** SNOMED CT: no current problems or disability; no past history of. */
    private static final Set<String> NOTHING_KNOWN = Set.of("160245001", "443508001");

    private Problems() {}

    /** @param concern the act around it, if any */
    static Optional<Fact> read(Element observation, Optional<Element> concern, Section section) {
        var problem = Concept.of(observation.first("value"), section);
        var span = Span.of(observation);
        var site = Site.of(observation, section);
        var negated = Related.isNegated(observation) || problem.isOneOf(NOTHING_KNOWN);
        var stage = Related.observation(observation, STAGE).flatMap(found -> Values.of(found, section));
        return Draft.of(FactKind.CONDITION)
                .codes(problem.codes())
                .named(problem.text(), section.name(observation), problem.name())
                .when(span)
                .status(status(observation, concern, span))
                .negatedWhen(negated)
                .detail(Detail.CATEGORY, category(section))
                .detail(Detail.SEVERITY, Related.severity(observation, section))
                .detail(Detail.STAGE, stage.map(value -> value.text()))
                .detail(Detail.BODY_SITE, site.name())
                .detail(Detail.LATERALITY, site.laterality())
                .detail(Detail.RECORDED, Related.recorded(observation, concern.orElse(observation)))
                .at(section.at(observation));
    }

    private static Optional<String> category(Section section) {
        return switch (section.loinc().orElse("")) {
            case "46241-6", "11535-2", "29308-4", "46240-8" -> Optional.of("encounter-diagnosis");
            case "75310-3" -> Optional.of("health-concern");
            default -> section.kind() == SectionKind.PROBLEMS ? Optional.of("problem-list-item") : Optional.empty();
        };
    }

    /**
     * An end date settles it; then the status the file states; then the concern. A concern that is completed ends what nothing else
     * calls active (C-CDA R2.1, Problem Concern Act and Problem Observation).
     */
    private static String status(Element observation, Optional<Element> concern, Span span) {
        if (span.end() != null) {
            return "resolved";
        }
        var stated = stated(observation);
        if (stated.isPresent()) {
            return stated.get();
        }
        return switch (concern.map(Related::statusCode).orElse("")) {
            case "active" -> "active";
            case "completed" -> span.over() ? "resolved" : "inactive";
            case "aborted", "suspended" -> "inactive";
            case "nullified" -> "entered-in-error";
            default -> span.over() ? "resolved" : "unknown";
        };
    }

    /** The status that an observation of its own states. */
    static Optional<String> stated(Element statement) {
        return Related.observation(statement, STATUS)
                .flatMap(found -> found.first("value"))
                .flatMap(value -> switch (value.attribute("code").orElse("")) {
                    case "55561003", "90734009", "7087005" -> Optional.of("active");
                    case "73425007", "421139008", "392521001" -> Optional.of("inactive");
                    case "413322009" -> Optional.of("resolved");
                    case "246455001", "255227004" -> Optional.of("recurrence");
                    case "277022003" -> Optional.of("remission");
                    default -> value.attribute("displayName").flatMap(Problems::word);
                });
    }

    private static Optional<String> word(String display) {
        var word = display.toLowerCase(Locale.ROOT);
        return Set.of("active", "inactive", "resolved", "remission").contains(word)
                ? Optional.of(word)
                : Optional.empty();
    }
}
