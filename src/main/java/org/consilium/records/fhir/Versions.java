package org.consilium.records.fhir;

import java.util.Set;
import org.consilium.records.Format;

/**
 * Tells FHIR R4 from other versions. A resource does not name its version, so fields and types that only one version has
 * are counted over the file (hl7.org/fhir/R4/diff.html, hl7.org/fhir/R5/diff.html); what fits all is taken for R4.
 */
final class Versions {
    private static final Set<String> ONLY_ELSEWHERE = Set.of(
            "MedicationOrder",
            "DiagnosticOrder",
            "ProcedureRequest",
            "ReferralRequest",
            "DeviceUseRequest",
            "EligibilityRequest",
            "EligibilityResponse",
            "BodySite",
            "Sequence",
            "Conformance",
            "DataElement",
            "DeviceComponent",
            "ExpansionProfile",
            "ImagingManifest",
            "ImagingObjectSelection",
            "ProcessRequest",
            "ProcessResponse",
            "ServiceDefinition",
            "MedicationUsage",
            "DeviceUsage",
            "ImagingSelection",
            "DeviceDispense",
            "InventoryItem",
            "GenomicStudy",
            "Transport");

    private int other;
    private int current;

    void hear(Element resource) {
        if (isOther(resource)) {
            other++;
        } else if (isCurrent(resource)) {
            current++;
        }
    }

    Format format() {
        return other > current ? Format.FHIR_OTHER : Format.FHIR_R4;
    }

    private static boolean isOther(Element resource) {
        if (ONLY_ELSEWHERE.contains(resource.type())) {
            return true;
        }
        var profile = resource.child("meta").string("profile");
        if (profile != null
                && (profile.contains("/STU3/") || profile.contains("/DSTU2/") || profile.contains("/3.0/"))) {
            return true;
        }
        return switch (resource.type()) {
            case "Condition" ->
                resource.child("clinicalStatus").value() != null
                        || resource.child("verificationStatus").value() != null
                        || hasAny(resource, "context", "assertedDate", "dateRecorded", "patient", "participant");
            case "AllergyIntolerance" ->
                resource.child("clinicalStatus").value() != null
                        || resource.child("verificationStatus").value() != null
                        || hasAny(resource, "substance", "assertedDate", "participant")
                        || resource.child("type").isPresent()
                                && resource.child("type").value() == null;
            case "MedicationRequest" ->
                hasAny(resource, "context", "definition", "medication", "reason", "informationSource")
                                && !resource.has("reportedBoolean")
                        || resource.child("requester").has("agent");
            case "MedicationStatement" ->
                hasAny(resource, "taken", "medication", "patient", "wasNotTaken", "adherence", "reasonNotTaken");
            case "MedicationAdministration" ->
                hasAny(
                        resource,
                        "notGiven",
                        "prescription",
                        "medication",
                        "wasNotGiven",
                        "patient",
                        "occurenceDateTime",
                        "occurencePeriod",
                        "reasonNotGiven");
            case "MedicationDispense" ->
                hasAny(resource, "notDone", "notDoneCodeableConcept", "notDoneReference", "medication");
            case "Medication" ->
                hasAny(resource, "isBrand", "isOverTheCounter", "package", "product", "image", "doseForm");
            default -> isOtherFurther(resource);
        };
    }

    private static boolean isOtherFurther(Element resource) {
        return switch (resource.type()) {
            case "Observation" ->
                hasAny(resource, "context", "comment", "comments", "related", "triggeredBy", "instantiatesReference");
            case "Procedure" ->
                hasAny(
                        resource,
                        "context",
                        "notDone",
                        "notPerformed",
                        "definition",
                        "request",
                        "occurrenceDateTime",
                        "occurrencePeriod",
                        "recorded",
                        "reason",
                        "supportingInfo");
            case "Immunization" ->
                hasAny(
                        resource,
                        "notGiven",
                        "wasNotGiven",
                        "date",
                        "explanation",
                        "practitioner",
                        "informationSource",
                        "vaccinationProtocol",
                        "reported",
                        "basedOn");
            case "Encounter" ->
                hasAny(
                                resource,
                                "actualPeriod",
                                "admission",
                                "incomingReferral",
                                "indication",
                                "reason",
                                "patient",
                                "subjectStatus")
                        || resource.child("class").value() != null
                        || resource.child("class").has("coding");
            case "DiagnosticReport" ->
                hasAny(resource, "context", "codedDiagnosis", "image", "diagnosticDateTime", "note", "composition")
                        || resource.child("performer").has("actor");
            case "DocumentReference" -> hasAny(resource, "class", "created", "indexed", "modality", "attester");
            case "ImagingStudy" ->
                hasAny(resource, "accession", "availability", "modalityList", "procedure", "patient", "uid");
            case "ServiceRequest" -> resource.child("code").has("concept") || hasAny(resource, "reason");
            case "CarePlan" ->
                hasAny(resource, "definition", "context")
                        || resource.child("activity").has("plannedActivityReference");
            case "Goal" -> hasAny(resource, "status");
            case "Appointment" -> hasAny(resource, "reason", "indication", "incomingReferral", "subject");
            case "FamilyMemberHistory" -> hasAny(resource, "definition", "notDone", "notDoneReason", "participant");
            case "Consent" -> hasAny(resource, "consentingParty", "actor", "decision", "grantor");
            case "Patient" -> hasAny(resource, "animal", "careProvider");
            case "Practitioner" -> hasAny(resource, "practitionerRole", "role");
            case "Device" ->
                hasAny(resource, "udi", "version") && resource.child("version").value() != null;
            case "Claim", "ExplanationOfBenefit" ->
                hasAny(resource, "information", "organization", "employmentImpacted");
            case "Composition" -> hasAny(resource, "class", "url");
            default -> false;
        };
    }

    private static boolean isCurrent(Element resource) {
        return resource.child("clinicalStatus").has("coding")
                || resource.child("verificationStatus").has("coding")
                || hasAny(resource, "medicationCodeableConcept", "medicationReference", "lifecycleStatus");
    }

    private static boolean hasAny(Element resource, String... names) {
        for (var name : names) {
            if (resource.has(name)) {
                return true;
            }
        }
        return false;
    }
}
