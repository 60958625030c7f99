package org.consilium.records.ccda;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.clinical.Code;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;

/** Visits and stays: entries of a section, and the visit the document itself is about. */
final class Encounters {
    /** HL7 v3 ActEncounterCode. */
    private static final Set<String> CLASSES =
            Set.of("AMB", "EMER", "FLD", "HH", "IMP", "ACUTE", "NONAC", "OBSENC", "PRENC", "SS", "VR");

    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    private static final int MOST_DIAGNOSES = 20;

    private Encounters() {}

    /** @param statement an {@code encounter}, or the {@code encompassingEncounter} of the header */
    static Optional<Fact> read(Element statement, Section section) {
        var code = Concept.of(statement.first("code"), section);
        var span = Span.of(statement);
        if (code.isEmpty()
                && span.start() == null
                && span.end() == null
                && place(statement).isEmpty()) {
            return Optional.empty();
        }
        return Draft.of(FactKind.ENCOUNTER)
                .codes(code.codes())
                .named(code.text(), section.name(statement), place(statement), code.name(), span(span))
                .when(span)
                .status(status(statement, span))
                .detail(Detail.ENCOUNTER_CLASS, encounterClass(code.codes()))
                .detail(Detail.REASON, Related.reason(statement, section))
                .detail(Detail.REASON_CODES, diagnoses(statement, section))
                .detail(Detail.PERFORMER, Related.performer(statement).or(() -> responsible(statement)))
                .at(section.at(statement));
    }

    /** The codes of the diagnoses of the visit (Encounter Diagnosis) and of the reasons it names. */
    private static Optional<String> diagnoses(Element statement, Section section) {
        var reasons = Related.to(statement).stream()
                .flatMap(each -> Stream.concat(Stream.of(each), Related.to(each).stream()))
                .filter(each -> each.is("observation") && !Related.isNegated(each) && !Related.isPlanned(each))
                .flatMap(each -> each.first("value").stream())
                .flatMap(value -> Concept.of(value, section).codes().stream())
                .map(code -> code.system() + "|" + code.code())
                .filter(code -> code.indexOf(' ') < 0)
                .distinct()
                .limit(MOST_DIAGNOSES)
                .collect(Collectors.joining(" "));
        return reasons.isEmpty() ? Optional.empty() : Optional.of(reasons);
    }

    private static String status(Element statement, Span span) {
        if (Related.isPlanned(statement)) {
            return Related.statusCode(statement).equals("cancelled") ? "cancelled" : "planned";
        }
        return switch (Related.statusCode(statement)) {
            case "completed" -> "finished";
            case "active" -> "in-progress";
            case "aborted", "cancelled" -> "cancelled";
            case "nullified" -> "entered-in-error";
            default -> span.end() == null ? "unknown" : "finished";
        };
    }

    private static Optional<String> encounterClass(List<Code> codes) {
        return codes.stream()
                .filter(code -> code.in(ACT_CODE) && CLASSES.contains(code.code()))
                .map(Code::code)
                .findFirst();
    }

    private static Optional<String> place(Element statement) {
        return statement.all("participant", "participantRole", "playingEntity", "name").stream()
                .map(Element::text)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .or(() -> statement
                        .first("location", "healthCareFacility", "location", "name")
                        .map(Element::text));
    }

    private static Optional<String> responsible(Element statement) {
        return statement
                .first("responsibleParty", "assignedEntity", "assignedPerson", "name")
                .map(Element::text)
                .filter(words -> !words.isEmpty());
    }

    /** A visit that has nothing but a date is called by it. */
    private static Optional<String> span(Span span) {
        return span.start() == null
                ? Optional.empty()
                : Optional.of(span.start().toString());
    }
}
