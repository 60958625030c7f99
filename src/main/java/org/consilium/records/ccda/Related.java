package org.consilium.records.ccda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What stands around a statement: its related statements, its mood, people, places and severity. */
final class Related {
    private static final Set<String> PLANNED = Set.of("INT", "RQO", "PRP", "ARQ", "APT", "PRMS");
    private static final Set<String> STATEMENTS = Set.of(
            "act",
            "encounter",
            "observation",
            "observationMedia",
            "organizer",
            "procedure",
            "regionOfInterest",
            "substanceAdministration",
            "supply");

    private Related() {}

    /** The statements directly inside an entry, a relationship or a component. */
    static List<Element> statementsIn(Element holder) {
        return holder.elements().stream().filter(Related::isStatement).toList();
    }

    static boolean isStatement(Element element) {
        return STATEMENTS.contains(element.name());
    }

    /** The statements a statement is related to. */
    static List<Element> to(Element statement) {
        return statement.all("entryRelationship").stream()
                .flatMap(relation -> statementsIn(relation).stream())
                .toList();
    }

    /** The related observation with one of these codes or templates. */
    static Optional<Element> observation(Element statement, Set<String> codesOrTemplates) {
        return to(statement).stream()
                .filter(each -> each.is("observation"))
                .filter(each -> each.hasTemplate(codesOrTemplates)
                        || each.first("code")
                                .flatMap(code -> code.attribute("code"))
                                .filter(codesOrTemplates::contains)
                                .isPresent())
                .findFirst();
    }

    static boolean isPlanned(Element statement) {
        return statement.attribute("moodCode").filter(PLANNED::contains).isPresent();
    }

    static boolean isNegated(Element statement) {
        return statement.has("negationInd", "true");
    }

    static String statusCode(Element statement) {
        return statement
                .first("statusCode")
                .flatMap(status -> status.attribute("code"))
                .orElse("");
    }

    /** When it was written down: the author's time. */
    static Optional<String> recorded(Element... statements) {
        return Stream.of(statements)
                .flatMap(each -> each.all("author", "time").stream())
                .flatMap(time -> Optional.ofNullable(Span.read(time).start()).stream())
                .map(Object::toString)
                .findFirst();
    }

    /** Who did it: a person, else an organisation. */
    static Optional<String> performer(Element statement) {
        for (var entity : statement.all("performer", "assignedEntity")) {
            var name = entity.first("assignedPerson", "name")
                    .map(Element::text)
                    .filter(words -> !words.isEmpty())
                    .or(() -> entity.first("representedOrganization", "name").map(Element::text));
            if (name.isPresent()) {
                return name;
            }
        }
        return Optional.empty();
    }

    /** Why: what a reason relationship names. */
    static Optional<String> reason(Element statement, Section section) {
        var reasons = new ArrayList<String>();
        for (var relation : statement.all("entryRelationship")) {
            if (relation.has("typeCode", "RSON")) {
                for (var why : statementsIn(relation)) {
                    Concept.of(why.first("value"), section)
                            .text()
                            .or(() -> Concept.of(why.first("code"), section).text())
                            .filter(text -> !reasons.contains(text))
                            .ifPresent(reasons::add);
                }
            }
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
    }

    /** The severity in FHIR words where the file uses the usual SNOMED codes, else in its own. */
    static Optional<String> severity(Element statement, Section section) {
        return observation(statement, Set.of("SEV", "2.16.840.1.113883.10.20.22.4.8"))
                .flatMap(found -> found.first("value"))
                .flatMap(value -> switch (value.attribute("code").orElse("")) {
                    case "255604002" -> Optional.of("mild");
                    case "6736007" -> Optional.of("moderate");
                    case "24484000" -> Optional.of("severe");
                    case "399166001" -> Optional.of("fatal");
                    default -> Concept.of(value, section).text();
                });
    }
}
