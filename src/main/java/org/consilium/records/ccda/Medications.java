package org.consilium.records.ccda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;

/** Medicines taken, given, prescribed or planned, and vaccines (substanceAdministration, and supply of a medicine). */
final class Medications {
    private static final Set<String> VACCINE_TEMPLATES = Set.of(
            "2.16.840.1.113883.10.20.22.4.52", "2.16.840.1.113883.10.20.22.4.120", "1.3.6.1.4.1.19376.1.5.3.1.4.12");
    private static final String PLANNED_TEMPLATE = "2.16.840.1.113883.10.20.22.4.42";
    /** SNOMED CT: drug treatment not indicated; no medication taken. */
    private static final Set<String> NO_MEDICINES = Set.of("182904002", "182849000", "408350003", "787481004");

    private Medications() {}

    static Optional<Fact> read(Element statement, Section section) {
        var vaccine = section.kind() == SectionKind.IMMUNIZATIONS || statement.hasTemplate(VACCINE_TEMPLATES);
        return vaccine ? vaccine(statement, section) : medicine(statement, section);
    }

    private static Optional<Fact> medicine(Element statement, Section section) {
        var product = product(statement, section);
        var span = Span.of(statement);
        var general = Concept.of(statement.first("code"), section);
        return Draft.of(FactKind.MEDICATION)
                .codes(product.codes())
                .named(product.text(), product.name(), section.name(statement), general.text())
                .when(span)
                .status(status(statement, section))
                .negatedWhen(
                        Related.isNegated(statement) || general.isOneOf(NO_MEDICINES) || product.isOneOf(NO_MEDICINES))
                .detail(Detail.DOSE, dose(statement, section))
                .detail(Detail.REASON, Related.reason(statement, section))
                .detail(Detail.PERFORMER, Related.performer(statement))
                .detail(Detail.RECORDED, Related.recorded(statement))
                .at(section.at(statement));
    }

    private static Optional<Fact> vaccine(Element statement, Section section) {
        var product = product(statement, section);
        var refused = Related.isNegated(statement);
        var status = refused ? "not-done" : Related.isPlanned(statement) ? "planned" : vaccineStatus(statement);
        return Draft.of(FactKind.IMMUNIZATION)
                .codes(product.codes())
                .named(product.text(), product.name(), section.name(statement))
                .when(Span.of(statement))
                .status(status)
                .detail(Detail.DOSE, amount(statement))
                .detail(Detail.REASON, refused ? refusal(statement, section) : Optional.empty())
                .detail(Detail.PERFORMER, Related.performer(statement))
                .at(section.at(statement));
    }

    private static String vaccineStatus(Element statement) {
        return switch (Related.statusCode(statement)) {
            case "completed" -> "completed";
            case "aborted", "cancelled" -> "not-done";
            case "nullified" -> "entered-in-error";
            default -> "unknown";
        };
    }

    private static Optional<String> refusal(Element statement, Section section) {
        return Related.observation(statement, Set.of("2.16.840.1.113883.10.20.22.4.53"))
                .flatMap(reason -> Concept.of(reason.first("code"), section).text())
                .or(() -> Related.reason(statement, section));
    }

    private static Concept product(Element statement, Section section) {
        for (var role : statement.elements()) {
            if (role.is("consumable") || role.is("product")) {
                for (var material : role.all("manufacturedProduct").stream()
                        .flatMap(made -> made.elements().stream())
                        .filter(each -> each.is("manufacturedMaterial") || each.is("manufacturedLabeledDrug"))
                        .toList()) {
                    var coded = Concept.of(material.first("code"), section);
                    var name = material.first("name").map(Element::text).filter(words -> !words.isEmpty());
                    return new Concept(coded.codes(), coded.text().or(() -> name));
                }
            }
        }
        return Concept.NONE;
    }

    private static String status(Element statement, Section section) {
        var inPlan = section.kind() == SectionKind.PLAN || statement.hasTemplate(Set.of(PLANNED_TEMPLATE));
        var code = Related.statusCode(statement);
        if (inPlan
                && Related.isPlanned(statement)
                && Set.of("", "active", "new").contains(code)) {
            return "planned";
        }
        return stated(statement).orElseGet(() -> switch (code) {
            case "active", "new", "ordered" -> "active";
            case "completed" -> "completed";
            case "aborted" -> "stopped";
            case "suspended", "held" -> "on-hold";
            case "cancelled" -> "cancelled";
            case "nullified" -> "entered-in-error";
            default -> "unknown";
        });
    }

    private static Optional<String> stated(Element statement) {
        return Problems.stated(statement).map(word -> switch (word) {
            case "inactive", "resolved" -> "completed";
            default -> word;
        });
    }

    /** The instruction as written, else amount, how often and by which way. */
    private static Optional<String> dose(Element statement, Section section) {
        var written = statement.first("text").flatMap(section::words).map(Section::shortened);
        if (written.isPresent() && !written.get().contains(" | ")) {
            return written;
        }
        var parts = new ArrayList<String>();
        amount(statement).ifPresent(parts::add);
        period(statement).ifPresent(parts::add);
        Concept.of(statement.first("routeCode"), section).text().ifPresent(parts::add);
        return parts.isEmpty() ? written : Optional.of(String.join(", ", parts));
    }

    private static Optional<String> amount(Element statement) {
        return statement
                .first("doseQuantity")
                .flatMap(dose -> dose.attribute("value")
                        .map(value -> dose.attribute("unit")
                                .filter(unit -> !unit.equals("1"))
                                .map(unit -> value + " " + unit)
                                .orElse(value))
                        .or(() -> range(dose)));
    }

    private static Optional<String> range(Element dose) {
        var low = dose.first("low").flatMap(each -> each.attribute("value"));
        var high = dose.first("high").flatMap(each -> each.attribute("value"));
        return low.isPresent() && high.isPresent() ? Optional.of(low.get() + "-" + high.get()) : low.or(() -> high);
    }

    /** As {@code / 12 h}, read «per 12 hours». */
    private static Optional<String> period(Element statement) {
        return Stream.of(statement.all("effectiveTime", "period"), statement.all("effectiveTime", "comp", "period"))
                .flatMap(List::stream)
                .flatMap(
                        period -> period
                                .attribute("value")
                                .map(value -> "/ " + value + " "
                                        + period.attribute("unit").orElse(""))
                                .stream())
                .map(String::strip)
                .findFirst();
    }
}
