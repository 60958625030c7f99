package org.consilium.records.fhir;

import org.consilium.clinical.Detail;
import org.consilium.clinical.FactKind;
import org.jspecify.annotations.Nullable;

/** What a person has in or on the body, or uses: Device of a patient, DeviceUseStatement, DeviceUsage. */
final class Devices {
    private Devices() {}

    /** A Device that no statement in the file refers to; one without a patient is equipment, not a fact. */
    static void alone(Place place, boolean onlyOne) {
        var device = place.resource();
        if (!onlyOne && !device.has("patient")) {
            place.harvest().countAdministrative(place.at());
            return;
        }
        place.draft(FactKind.DEVICE)
                .named(References.nameOf(device))
                .status(Named.of(device.child("status")).word())
                .when(When.of(device, "manufactureDate"))
                .detail(Detail.PERFORMER, device.string("manufacturer"))
                .done();
    }

    static void use(Place place) {
        var use = place.resource();
        var device = use.child("device");
        var named = device.has("concept") ? Named.of(device) : place.named(device);
        var coded = named.orElse(Named.of(device));
        if (place.harvest().tellsNothingIsKnown(coded, place.at())) {
            return;
        }
        place.draft(FactKind.DEVICE)
                .named(coded)
                .status(use.string("status"))
                .when(When.first(use, "timing", "whenUsed"))
                .recorded(When.first(use, "recordedOn", "dateAsserted"))
                .bodySite(use.children("bodySite"))
                .bodySite(use.children("bodySiteCodeableConcept"))
                .reasons(use.children("reasonCode"))
                .reasons(use.children("reason"))
                .detail(Detail.NARRATIVE, use.child("note").string("text"))
                .done();
    }

    static @Nullable String name(Element device) {
        var given = device.child("deviceName").firstString("name", "value");
        if (given != null) {
            return given;
        }
        var name = device.child("name").firstString("value");
        var other = name != null ? name : device.firstString("name", "distinctIdentifier", "modelNumber", "model");
        return other != null ? other : device.child("udiCarrier").string("deviceIdentifier");
    }
}
