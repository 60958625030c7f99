package org.consilium.records.hl7v2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Sex;
import org.consilium.records.Identity;
import org.consilium.terminology.Oids;
import org.jspecify.annotations.Nullable;

/** Whose record it is (PID). */
final class Patients {
    private Patients() {}

    static Identity of(Segment segment) {
        var names = segment.all(5).stream()
                .map(Patients::name)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        var identifiers = new ArrayList<String>();
        for (var number : new int[] {3, 2, 4}) {
            for (var each : segment.all(number)) {
                each.component(1).ifPresent(id -> identifiers.add(system(each) + "|" + id));
            }
        }
        segment.value(19).ifPresent(id -> identifiers.add("http://hl7.org/fhir/sid/us-ssn|" + id));
        return new Identity(
                names,
                segment.date(7).map(PartialDate::withoutTime).orElse(null),
                sex(segment.value(8).orElse("")),
                identifiers.stream().distinct().toList());
    }

    private static String name(Segment.Field field) {
        return Stream.of(field.component(2), field.component(3), field.subcomponent(1, 1))
                .flatMap(java.util.Optional::stream)
                .collect(Collectors.joining(" "));
    }

    /** The authority that gave a number (CX-4): its registered number or its name. */
    private static String system(Segment.Field field) {
        return field.subcomponent(4, 2)
                .filter(id -> id.matches("[0-2](\\.\\d+)+"))
                .map(Oids::uri)
                .or(() -> field.subcomponent(4, 1))
                .orElse("");
    }

    private static @Nullable Sex sex(String code) {
        return switch (code.toUpperCase(Locale.ROOT)) {
            case "F", "FEMALE" -> Sex.FEMALE;
            case "M", "MALE" -> Sex.MALE;
            case "O", "A", "N" -> Sex.OTHER;
            case "U" -> Sex.UNKNOWN;
            default -> null;
        };
    }

    /** True when two headers cannot be of one person: other birth dates, or no name and no number in common. */
    static boolean differ(Identity one, Identity other) {
        if (one.birthDate() != null
                && other.birthDate() != null
                && !one.birthDate().equals(other.birthDate())) {
            return true;
        }
        return !one.names().isEmpty()
                && !other.names().isEmpty()
                && !common(one.names(), other.names())
                && !common(one.identifiers(), other.identifiers());
    }

    private static boolean common(List<String> one, List<String> other) {
        return one.stream().anyMatch(word -> other.stream().anyMatch(word::equalsIgnoreCase));
    }
}
