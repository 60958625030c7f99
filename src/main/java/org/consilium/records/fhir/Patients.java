package org.consilium.records.fhir;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Sex;
import org.consilium.records.Identity;
import org.jspecify.annotations.Nullable;

/** Whose record it is. */
final class Patients {
    private Patients() {}

    static void read(Place place) {
        var patient = place.resource();
        var names = patient.children("name").stream()
                .map(Patients::name)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var identifiers = patient.children("identifier").stream()
                .filter(identifier -> identifier.string("value") != null)
                .map(identifier ->
                        Objects.requireNonNullElse(identifier.string("system"), "") + "|" + identifier.string("value"))
                .distinct()
                .toList();
        var birthDate = PartialDate.parse(patient.string("birthDate"))
                .map(PartialDate::withoutTime)
                .orElse(null);
        place.harvest().addPatient(new Identity(names, birthDate, sex(patient.string("gender")), identifiers));
        place.harvest().countAdministrative(place.at());
    }

    /** «given family», as written. */
    static @Nullable String name(Element name) {
        var parts = Stream.concat(values(name, "given"), values(name, "family")).collect(Collectors.joining(" "));
        if (!parts.isBlank()) {
            return Texts.bounded(parts, Texts.LONGEST_NAME);
        }
        var text = name.string("text");
        return text != null ? text : name.value();
    }

    private static Stream<String> values(Element name, String part) {
        List<Element> all = name.children(part);
        return all.stream().map(Element::value).filter(Objects::nonNull);
    }

    private static @Nullable Sex sex(@Nullable String gender) {
        return switch (gender) {
            case null -> null;
            case "female" -> Sex.FEMALE;
            case "male" -> Sex.MALE;
            case "other" -> Sex.OTHER;
            default -> Sex.UNKNOWN;
        };
    }
}
