package org.consilium.records.fhir;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.clinical.Detail;
import org.consilium.clinical.FactKind;
import org.jspecify.annotations.Nullable;

/** MedicationRequest, -Statement, -Administration, -Dispense, and Medication when nothing refers to it. */
final class Medications {
    private Medications() {}

    static void read(Place place) {
        var use = place.resource();
        var named = named(place);
        if (place.harvest().tellsNothingIsKnown(named, place.at())) {
            return;
        }
        place.draft(FactKind.MEDICATION)
                .named(named)
                .status(status(use))
                .negatedIf(use.isTrue("doNotPerform") || "n".equals(use.string("taken")))
                .when(When.first(use, "effective", "occurence", "occurrence", "effectiveTime"))
                .recorded(When.first(
                        use, "authoredOn", "dateWritten", "dateAsserted", "whenHandedOver", "whenPrepared", "recorded"))
                .detail(Detail.DOSE, dose(use))
                .detail(Detail.CATEGORY, Named.of(use.child("category")).word())
                .detail(Detail.PRIORITY, use.string("priority"))
                .reasons(use.children("reasonCode"))
                .reasons(use.children("reason"))
                .reasons(use.children("reasonReference"))
                .performers(use.children("requester"))
                .performers(use.children("prescriber"))
                .performers(use.children("performer"))
                .performers(use.children("informationSource"))
                .detail(Detail.NARRATIVE, use.child("note").string("text"))
                .done();
    }

    /** A Medication that no prescription in the file refers to. */
    static void alone(Place place) {
        var medication = place.resource();
        place.draft(FactKind.MEDICATION)
                .named(References.nameOf(medication))
                .status(medication.string("status"))
                .done();
    }

    /** The names of what is in a medication that has no code of its own. */
    static Named ofIngredients(Element medication) {
        var names = medication.children("ingredient").stream()
                .map(ingredient ->
                        Named.first(ingredient, "itemCodeableConcept", "item").words())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" + "));
        return new Named(List.of(), names.isEmpty() ? null : Texts.bounded(names, Texts.LONGEST_NAME));
    }

    private static Named named(Place place) {
        var use = place.resource();
        var coded = Named.of(use.child("medicationCodeableConcept"));
        if (coded.isSomething()) {
            return coded;
        }
        var medication = use.firstChild("medicationReference", "medication");
        var inside = medication.has("concept") || medication.has("coding") ? Named.of(medication) : Named.NOTHING;
        return inside.orElse(place.named(medication)).orElse(new Named(List.of(), medication.string("text")));
    }

    private static @Nullable String status(Element use) {
        if (use.isTrue("wasNotTaken") || use.isTrue("wasNotGiven") || use.isTrue("notGiven")) {
            return "not-done";
        }
        return use.string("status");
    }

    private static @Nullable String dose(Element use) {
        var all = Stream.of("dosageInstruction", "dosage")
                .flatMap(name -> use.children(name).stream())
                .map(Medications::instruction)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? null : all;
    }

    private static @Nullable String instruction(Element dosage) {
        var text = dosage.string("text");
        if (text != null) {
            return text;
        }
        var parts = Stream.of(
                        amount(dosage),
                        Named.of(dosage.child("route")).words(),
                        timing(dosage.child("timing")),
                        dosage.isTrue("asNeededBoolean")
                                ? "PRN"
                                : Named.of(dosage.child("asNeededCodeableConcept"))
                                        .words(),
                        dosage.string("patientInstruction"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? null : parts;
    }

    private static @Nullable String amount(Element dosage) {
        var dose = dosage.has("doseAndRate") ? dosage.child("doseAndRate") : dosage;
        var quantity = Values.quantityText(dose.firstChild("doseQuantity", "quantity", "dose"));
        return quantity != null ? quantity : Values.rangeText(dose.child("doseRange"));
    }

    /** FHIR Timing in the short form of prescriptions: code, or {@code 2 / 1 d}. */
    private static @Nullable String timing(Element timing) {
        var code = Named.of(timing.child("code")).words();
        if (code != null) {
            return code;
        }
        var repeat = timing.child("repeat");
        var frequency = repeat.string("frequency");
        var period = repeat.string("period");
        if (period == null) {
            return null;
        }
        return (frequency == null ? "1" : frequency) + " / " + period + " "
                + Objects.requireNonNullElse(repeat.firstString("periodUnit", "periodUnits"), "");
    }
}
