package org.consilium.records.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Sex;
import org.consilium.records.Identity;
import org.jspecify.annotations.Nullable;

/** Whose file it is. */
final class Patient {
    private Patient() {}

    /** Empty when the data set says nothing about the person. */
    static Optional<Identity> of(Dataset dataset) {
        var names = new ArrayList<String>();
        for (var tag : new int[] {Tag.PatientName, Tag.OtherPatientNames}) {
            dataset.strings(tag).forEach(name -> names.addAll(Words.persons(name)));
        }
        var issuer = Words.first(dataset, Tag.IssuerOfPatientID).orElse("");
        var identifiers = Words.first(dataset, Tag.PatientID).map(id -> issuer + "|" + id).stream()
                .toList();
        var born = PartialDate.parseHl7(dataset.string(Tag.PatientBirthDate).replace(".", ""))
                .map(PartialDate::withoutTime)
                .orElse(null);
        var sex = sex(dataset.string(Tag.PatientSex));
        if (names.isEmpty() && identifiers.isEmpty() && born == null && sex == null) {
            return Optional.empty();
        }
        return Optional.of(new Identity(
                List.copyOf(names.subList(0, Math.min(20, names.size()))), born, sex, identifiers));
    }

    private static @Nullable Sex sex(String code) {
        return switch (code.toUpperCase(Locale.ROOT)) {
            case "F" -> Sex.FEMALE;
            case "M" -> Sex.MALE;
            case "O" -> Sex.OTHER;
            default -> null;
        };
    }
}
