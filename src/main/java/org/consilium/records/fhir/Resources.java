package org.consilium.records.fhir;

import org.consilium.records.Problem.Severity;

/** What each type of resource becomes. */
final class Resources {
    private Resources() {}

    /** Reads one resource, and those inside it that say something of their own, into the harvest of the place. */
    static void read(Place place) {
        dispatch(place);
        if (isAboutMoney(place.resource().type())) {
            return;
        }
        var inside = place.resource().children("contained");
        for (var index = 0; index < inside.size(); index++) {
            var resource = inside.get(index);
            if (standsAlone(resource.type()) && References.nameOf(resource).isSomething()) {
                dispatch(new Place(place.harvest(), resource, place.at() + ".contained[" + index + "]"));
            }
        }
    }

    /** What a bill contains repeats what was done, in the words of the bill. */
    private static boolean isAboutMoney(String type) {
        return type.equals("Claim") || type.equals("ExplanationOfBenefit") || isOnlyAboutMoney(type);
    }

    /** Says what was paid, not what was done. */
    static boolean isOnlyAboutMoney(String type) {
        return switch (type) {
            case "ClaimResponse", "Coverage", "PaymentNotice", "Invoice" -> true;
            default -> false;
        };
    }

    /** Contained people, places, medications and devices only complete the resource around them. */
    private static boolean standsAlone(String type) {
        return switch (type) {
            case "Observation",
                    "Condition",
                    "AllergyIntolerance",
                    "Procedure",
                    "DiagnosticReport",
                    "ImagingStudy",
                    "MedicationRequest",
                    "MedicationStatement",
                    "Immunization",
                    "FamilyMemberHistory",
                    "ServiceRequest",
                    "DocumentReference" -> true;
            default -> false;
        };
    }

    private static void dispatch(Place place) {
        switch (place.resource().type()) {
            case "Condition" -> Conditions.condition(place);
            case "AllergyIntolerance" -> Conditions.allergy(place);
            case "MedicationRequest",
                    "MedicationOrder",
                    "MedicationStatement",
                    "MedicationUsage",
                    "MedicationAdministration",
                    "MedicationDispense" -> Medications.read(place);
            case "Observation" -> Observations.read(place);
            case "Procedure" -> Procedures.procedure(place);
            case "ServiceRequest",
                    "ProcedureRequest",
                    "ReferralRequest",
                    "DiagnosticOrder",
                    "DeviceRequest",
                    "DeviceUseRequest",
                    "NutritionOrder" -> Procedures.request(place);
            case "CarePlan" -> Procedures.carePlan(place);
            case "Appointment" -> Procedures.appointment(place);
            case "DiagnosticReport" -> Reports.report(place);
            case "DocumentReference" -> Reports.documentReference(place);
            case "Composition" -> Reports.composition(place);
            case "Binary", "Media" -> Reports.binary(place);
            case "ClinicalImpression" -> Reports.impression(place);
            case "ImagingStudy" -> Reports.imagingStudy(place);
            case "Immunization" -> Histories.immunization(place);
            case "Encounter" -> Histories.encounter(place);
            case "FamilyMemberHistory" -> Histories.family(place);
            case "DeviceUseStatement", "DeviceUsage" -> Devices.use(place);
            case "ExplanationOfBenefit" -> Bills.explanation(place);
            case "Claim" -> Bills.claim(place);
            case "RiskAssessment" -> Statements.risk(place);
            case "QuestionnaireResponse" -> Statements.form(place);
            default -> withoutFacts(place);
        }
    }

    private static void withoutFacts(Place place) {
        var type = place.resource().type();
        switch (type) {
            case "Patient" -> Patients.read(place);
            case "Practitioner",
                    "PractitionerRole",
                    "Organization",
                    "OrganizationAffiliation",
                    "Location",
                    "HealthcareService",
                    "RelatedPerson",
                    "Person",
                    "Endpoint",
                    "Provenance",
                    "AuditEvent",
                    "OperationOutcome",
                    "SubscriptionStatus",
                    "Subscription",
                    "MessageHeader" -> place.harvest().countAdministrative(place.at());
            case "" -> place.harvest().countNotUnderstood(place.at());
            default -> {
                place.harvest().countKept(Texts.bounded(type, 100), place.at());
                Attachments.anywhere(place);
            }
        }
    }

    /** Said once when a bundle is only one page of a longer answer. */
    static void noticePages(Element bundle, Harvest harvest) {
        for (var link : bundle.children("link")) {
            if ("next".equals(link.string("relation"))) {
                harvest.addProblem(
                        Severity.WARNING, org.consilium.language.Message.of("records.fhir.pages"), "Bundle.link");
            }
        }
    }
}
