package org.consilium.records.ccda;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;

/** Procedures done or planned, encounters, and devices. */
final class Procedures {
    private Procedures() {}

    /** A procedure with the devices it used. */
    static Stream<Fact> read(Element statement, Section section) {
        var planned = Related.isPlanned(statement);
        var code = Concept.of(statement.first("code"), section);
        var site = Site.of(statement, section);
        var value = planned ? Optional.<org.consilium.clinical.Value>empty() : Values.of(statement, section);
        var fact = Draft.of(planned ? FactKind.PLANNED_PROCEDURE : FactKind.PROCEDURE)
                .codes(code.codes())
                .named(code.text(), section.name(statement), code.name())
                .when(Span.of(statement))
                .status(planned ? plannedStatus(statement) : doneStatus(statement))
                .value(value)
                .detail(Detail.BODY_SITE, site.name())
                .detail(Detail.LATERALITY, site.laterality())
                .detail(Detail.PRIORITY, priority(statement))
                .detail(Detail.REASON, Related.reason(statement, section))
                .detail(Detail.PERFORMER, Related.performer(statement))
                .detail(Detail.RECORDED, Related.recorded(statement))
                .at(section.at(statement));
        return Stream.concat(fact.stream(), planned ? Stream.empty() : devices(statement, section).stream());
    }

    private static String doneStatus(Element statement) {
        if (Related.isNegated(statement)) {
            return "not-done";
        }
        return switch (Related.statusCode(statement)) {
            case "completed" -> "completed";
            case "active" -> "in-progress";
            case "aborted" -> "stopped";
            case "cancelled" -> "not-done";
            case "nullified" -> "entered-in-error";
            default -> "unknown";
        };
    }

    private static String plannedStatus(Element statement) {
        if (Related.isNegated(statement)) {
            return "not-done";
        }
        return switch (Related.statusCode(statement)) {
            case "completed" -> "completed";
            case "aborted", "cancelled" -> "cancelled";
            case "suspended", "held" -> "on-hold";
            case "nullified" -> "entered-in-error";
            default -> "planned";
        };
    }

    /** HL7 ActPriority in FHIR words. */
    private static Optional<String> priority(Element statement) {
        return statement
                .first("priorityCode")
                .flatMap(code -> code.attribute("code"))
                .flatMap(code -> switch (code) {
                    case "R" -> Optional.of("routine");
                    case "UR" -> Optional.of("urgent");
                    case "A" -> Optional.of("asap");
                    case "S", "EM" -> Optional.of("stat");
                    default -> Optional.empty();
                });
    }

    /** The devices that take part in a procedure or a supply. */
    static List<Fact> devices(Element statement, Section section) {
        return statement.all("participant").stream()
                .filter(participant -> participant.has("typeCode", "DEV") || participant.has("typeCode", "PRD"))
                .flatMap(participant -> participant.all("participantRole").stream())
                .flatMap(role -> device(role, statement, section).stream())
                .toList();
    }

    private static Optional<Fact> device(Element role, Element statement, Section section) {
        var playing = role.first("playingDevice").or(() -> role.first("playingEntity"));
        var code = Concept.of(playing.flatMap(each -> each.first("code")), section);
        var name = playing.flatMap(each -> each.first("manufacturerModelName").or(() -> each.first("name")))
                .map(Element::text)
                .filter(words -> !words.isEmpty());
        return Draft.of(FactKind.DEVICE)
                .codes(code.codes())
                .named(code.text(), name, section.name(statement), code.name())
                .when(Span.of(statement))
                .status(
                        Related.isPlanned(statement)
                                ? "planned"
                                : Related.isNegated(statement) ? "not-done" : "unknown")
                .at(section.at(statement));
    }

    /** A supply: the device it names, else its product, else its own code. */
    static List<Fact> supply(Element statement, Section section) {
        var devices = devices(statement, section);
        if (!devices.isEmpty()) {
            return devices;
        }
        if (section.kind() == SectionKind.MEDICATIONS
                || !statement
                        .all("product", "manufacturedProduct", "manufacturedMaterial")
                        .isEmpty()) {
            return Medications.read(statement, section).stream().toList();
        }
        var code = Concept.of(statement.first("code"), section);
        return Draft.of(FactKind.DEVICE)
                .codes(code.codes())
                .named(code.text(), section.name(statement), code.name())
                .when(Span.of(statement))
                .status(Related.isPlanned(statement) ? "planned" : "unknown")
                .at(section.at(statement))
                .stream()
                .toList();
    }
}
