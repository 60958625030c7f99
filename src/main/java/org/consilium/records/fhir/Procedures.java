package org.consilium.records.fhir;

import java.util.List;
import java.util.Objects;
import org.consilium.clinical.Detail;
import org.consilium.clinical.FactKind;
import org.jspecify.annotations.Nullable;

/** What was done (Procedure) and what is to be done (ServiceRequest and its forerunners, CarePlan, Appointment). */
final class Procedures {
    private Procedures() {}

    /** In preparation is planned; anything else keeps its status, «not-done» above all. */
    static void procedure(Place place) {
        var procedure = place.resource();
        var named = Named.first(procedure, "code", "type");
        if (place.harvest().tellsNothingIsKnown(named, place.at())) {
            return;
        }
        var status = status(procedure);
        var planned = status.equals("preparation") || status.equals("planned") || status.equals("scheduled");
        place.draft(planned ? FactKind.PLANNED_PROCEDURE : FactKind.PROCEDURE)
                .named(named)
                .status(status)
                .when(When.first(procedure, "performed", "occurrence"))
                .recorded(When.first(procedure, "recorded", "date"))
                .detail(Detail.CATEGORY, Named.of(procedure.child("category")).word())
                .bodySite(procedure.children("bodySite"))
                .detail(Detail.LATERALITY, Laterality.ofWords(named.text()))
                .reasons(procedure.children("reasonCode"))
                .reasons(procedure.children("reason"))
                .reasons(procedure.children("reasonReference"))
                .performers(procedure.children("performer"))
                .detail(Detail.NARRATIVE, notes(procedure))
                .done();
    }

    private static String status(Element procedure) {
        if (procedure.isTrue("notDone") || procedure.isTrue("notPerformed")) {
            return "not-done";
        }
        return Objects.requireNonNullElse(procedure.string("status"), "unknown");
    }

    private static @Nullable String notes(Element procedure) {
        var outcome = Named.of(procedure.child("outcome")).words();
        var note = procedure.child("note").string("text");
        if (outcome == null) {
            return note;
        }
        return note == null ? outcome : outcome + "\n" + note;
    }

    /** ServiceRequest, ProcedureRequest, ReferralRequest, DiagnosticOrder, DeviceRequest, NutritionOrder. */
    static void request(Place place) {
        var request = place.resource();
        var named = Named.first(request, "code", "codeCodeableConcept", "serviceRequested", "type")
                .orElse(Named.of(request.child("item", "code")))
                .orElse(Named.of(request.child("oralDiet", "type")))
                .orElse(Named.of(request.child("supplement", "type")))
                .orElse(Named.of(request.child("enteralFormula", "baseFormulaType")))
                .orElse(Named.of(request.child("orderDetail")))
                .orElse(Named.of(request.child("category")))
                .orElse(new Named(List.of(), request.string("description")));
        place.draft(FactKind.PLANNED_PROCEDURE)
                .named(named)
                .status(request.string("status"))
                .negatedIf(request.isTrue("doNotPerform"))
                .when(When.first(request, "occurrence", "scheduled"))
                .recorded(When.first(request, "authoredOn", "orderedOn", "date", "dateTime"))
                .detail(Detail.PRIORITY, Named.of(request.child("priority")).word())
                .detail(Detail.CATEGORY, Named.of(request.child("category")).word())
                .bodySite(request.children("bodySite"))
                .detail(Detail.LATERALITY, Laterality.ofWords(named.text()))
                .reasons(request.children("reasonCode"))
                .reasons(request.children("reason"))
                .reasons(request.children("reasonReference"))
                .performers(request.children("requester"))
                .detail(Detail.NARRATIVE, request.child("note").string("text"))
                .done();
    }

    /** Each activity described in the plan is something planned; those that are references are read where they stand. */
    static void carePlan(Place place) {
        var plan = place.resource();
        var title = Objects.requireNonNullElse(
                plan.string("title"),
                Objects.requireNonNullElse(Named.of(plan.child("category")).words(), ""));
        var activities = plan.children("activity");
        var described = 0;
        for (var index = 0; index < activities.size(); index++) {
            var detail = activities.get(index).firstChild("detail", "plannedActivityDetail");
            var named = Named.of(detail.child("code")).orElse(new Named(List.of(), detail.string("description")));
            if (named.isSomething()) {
                described++;
                activity(place.part("activity[" + index + "]"), detail, named, title);
            }
        }
        if (described == 0) {
            document(place, title);
        }
    }

    private static void activity(Place place, Element detail, Named named, String title) {
        var plan = place.resource();
        place.draft(FactKind.PLANNED_PROCEDURE)
                .named(named)
                .status(plan.string("status"))
                .status(Named.of(detail.child("status")).word())
                .negatedIf(detail.isTrue("doNotPerform") || detail.isTrue("prohibited"))
                .when(When.of(detail, "scheduled"))
                .recorded(When.first(plan, "period", "created"))
                .detail(Detail.CATEGORY, title)
                .reasons(detail.children("reasonCode"))
                .reasons(detail.children("reasonReference"))
                .reasons(plan.children("addresses"))
                .performers(plan.children("author"))
                .detail(Detail.NARRATIVE, plan.string("description"))
                .done();
    }

    private static void document(Place place, String title) {
        var plan = place.resource();
        place.draft(FactKind.DOCUMENT)
                .named(new Named(List.of(), title.isEmpty() ? null : title))
                .status(plan.string("status"))
                .when(When.of(plan, "period"))
                .recorded(When.of(plan, "created"))
                .reasons(plan.children("addresses"))
                .performers(plan.children("author"))
                .detail(Detail.NARRATIVE, plan.string("description"))
                .detail(Detail.NARRATIVE, Texts.withoutMarkup(plan.child("text").string("div")))
                .done();
    }

    /** Still to come: planned. Arrived or over: an encounter. */
    static void appointment(Place place) {
        var appointment = place.resource();
        var status = Objects.requireNonNullElse(appointment.string("status"), "unknown");
        var happened = status.equals("fulfilled") || status.equals("arrived") || status.equals("checked-in");
        var named = Named.first(appointment, "serviceType", "appointmentType", "specialty", "reasonCode", "reason")
                .orElse(new Named(List.of(), appointment.string("description")));
        place.draft(happened ? FactKind.ENCOUNTER : FactKind.PLANNED_PROCEDURE)
                .named(named)
                .status(status)
                .when(When.during(appointment))
                .recorded(When.of(appointment, "created"))
                .reasons(appointment.children("reasonCode"))
                .reasons(appointment.children("reasonReference"))
                .performers(appointment.children("participant"))
                .detail(Detail.NARRATIVE, appointment.firstString("comment", "patientInstruction"))
                .done();
    }
}
