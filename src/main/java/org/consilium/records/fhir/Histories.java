package org.consilium.records.fhir;

import org.consilium.clinical.Detail;
import org.consilium.clinical.FactKind;

/** Immunization, Encounter and FamilyMemberHistory. */
final class Histories {
    private Histories() {}

    static void immunization(Place place) {
        var immunization = place.resource();
        var named = Named.of(immunization.child("vaccineCode"));
        if (place.harvest().tellsNothingIsKnown(named, place.at())) {
            return;
        }
        var notGiven = immunization.isTrue("notGiven") || immunization.isTrue("wasNotGiven");
        place.draft(FactKind.IMMUNIZATION)
                .named(named)
                .status(notGiven ? "not-done" : immunization.string("status"))
                .when(When.first(immunization, "occurrence", "date"))
                .recorded(When.of(immunization, "recorded"))
                .detail(Detail.DOSE, Values.quantityText(immunization.child("doseQuantity")))
                .bodySite(immunization.children("site"))
                .reasons(immunization.children("statusReason"))
                .reasons(immunization.children("reasonCode"))
                .performers(immunization.children("performer"))
                .detail(Detail.NARRATIVE, immunization.child("note").string("text"))
                .done();
    }

    static void encounter(Place place) {
        var encounter = place.resource();
        var kind = Named.of(encounter.child("class"));
        var named = Named.first(encounter, "type", "serviceType")
                .orElse(Named.first(encounter, "reasonCode", "reason"))
                .orElse(kind);
        place.draft(FactKind.ENCOUNTER)
                .named(named)
                .status(encounter.string("status"))
                .when(When.first(encounter, "period", "actualPeriod", "plannedStartDate"))
                .detail(Detail.ENCOUNTER_CLASS, kind.word())
                .detail(Detail.PRIORITY, Named.of(encounter.child("priority")).word())
                .reasons(encounter.children("reasonCode"))
                .reasonCodes(encounter.children("reasonCode"))
                .reasons(encounter.child("reason").children("value"))
                .reasons(encounter.children("reason"))
                .reasons(encounter.children("reasonReference"))
                .reasons(encounter.child("diagnosis").children("condition"))
                .performers(encounter.child("participant").children("individual"))
                .performers(encounter.children("serviceProvider"))
                .done();
    }

    /** One fact for each condition of the relative; one for the relative when none is named. */
    static void family(Place place) {
        var history = place.resource();
        var relative = Named.of(history.child("relationship"));
        var conditions = history.children("condition");
        var told = 0;
        for (var index = 0; index < conditions.size(); index++) {
            var condition = conditions.get(index);
            if (condition.isPresent()) {
                told++;
                draft(place.part("condition[" + index + "]"), Named.of(condition.child("code")), relative)
                        .when(When.of(condition, "onset"))
                        .detail(Detail.NARRATIVE, condition.child("note").string("text"))
                        .recorded(When.of(history, "date"))
                        .done();
            }
        }
        if (told == 0) {
            draft(place, relative, relative)
                    .recorded(When.of(history, "date"))
                    .detail(Detail.NARRATIVE, history.child("note").string("text"))
                    .done();
        }
    }

    private static Draft draft(Place place, Named named, Named relative) {
        return place.draft(FactKind.FAMILY_HISTORY)
                .named(named)
                .status(place.resource().string("status"))
                .detail(Detail.RELATIVE, relative.words());
    }
}
