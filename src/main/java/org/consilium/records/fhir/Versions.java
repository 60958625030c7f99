package org.consilium.records.fhir;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.records.Format;

/**
 * Tells FHIR R4 from other versions. A resource does not name its version, so fields and types that only other versions have
 * are counted over the file (hl7.org/fhir/R4/diff.html, hl7.org/fhir/R5/diff.html); what fits all is taken for R4.
 */
final class Versions {
    private static final Set<String> TYPES_ELSEWHERE = Set.of(
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

    private static final Map<String, List<String>> FIELDS_ELSEWHERE = Map.ofEntries(
            entry("Condition", List.of("context", "assertedDate", "dateRecorded", "patient", "participant")),
            entry("AllergyIntolerance", List.of("substance", "assertedDate", "participant")),
            entry("MedicationRequest", List.of("context", "definition", "medication", "reason", "informationSource")),
            entry(
                    "MedicationStatement",
                    List.of("taken", "medication", "patient", "wasNotTaken", "adherence", "reasonNotTaken")),
            entry(
                    "MedicationAdministration",
                    List.of("notGiven", "prescription", "medication", "wasNotGiven", "patient", "reasonNotGiven")),
            entry("MedicationDispense", List.of("notDone", "notDoneCodeableConcept", "medication")),
            entry("Medication", List.of("isBrand", "isOverTheCounter", "package", "product", "image", "doseForm")),
            entry("Observation", List.of("context", "comment", "comments", "related", "triggeredBy")),
            entry(
                    "Procedure",
                    List.of(
                            "context",
                            "notDone",
                            "notPerformed",
                            "definition",
                            "request",
                            "recorded",
                            "reason",
                            "occurrenceDateTime",
                            "occurrencePeriod",
                            "supportingInfo")),
            entry("Immunization", List.of("notGiven", "wasNotGiven", "date", "explanation", "practitioner", "basedOn")),
            entry(
                    "Encounter",
                    List.of("actualPeriod", "admission", "incomingReferral", "indication", "reason", "patient")),
            entry("DiagnosticReport", List.of("context", "codedDiagnosis", "image", "diagnosticDateTime", "note")),
            entry("DocumentReference", List.of("class", "created", "indexed", "modality", "attester")),
            entry("ImagingStudy", List.of("accession", "availability", "modalityList", "procedure", "patient", "uid")),
            entry("ServiceRequest", List.of("reason")),
            entry("CarePlan", List.of("definition", "context")),
            entry("Goal", List.of("status")),
            entry("Appointment", List.of("reason", "indication", "incomingReferral", "subject")),
            entry("FamilyMemberHistory", List.of("definition", "notDone", "notDoneReason", "participant")),
            entry("Consent", List.of("consentingParty", "actor", "decision", "grantor")),
            entry("Patient", List.of("animal", "careProvider")),
            entry("Practitioner", List.of("practitionerRole", "role")),
            entry("AdverseEvent", List.of("type", "description", "eventParticipant")),
            entry("Account", List.of("active", "period", "balance")),
            entry("Communication", List.of("definition", "notDone")),
            entry("QuestionnaireResponse", List.of("parent")),
            entry("SupplyRequest", List.of("orderedItem", "when")),
            entry("RequestGroup", List.of("definition")),
            entry("Task", List.of("definitionUri", "definitionReference", "reason")),
            entry("Device", List.of("udi")),
            entry("Claim", List.of("information", "organization", "employmentImpacted")),
            entry("ExplanationOfBenefit", List.of("information", "organization", "employmentImpacted")),
            entry("Composition", List.of("class", "url")));

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
        var type = resource.type();
        return TYPES_ELSEWHERE.contains(type)
                || hasAny(resource, FIELDS_ELSEWHERE.getOrDefault(type, List.of()))
                || namesAnotherVersion(resource)
                || hasContextOfStu3(resource)
                || hasAnotherShape(resource);
    }

    private static boolean namesAnotherVersion(Element resource) {
        var profile = resource.child("meta").string("profile");
        return profile != null
                && (profile.contains("/STU3/") || profile.contains("/DSTU2/") || profile.contains("/3.0/"));
    }

    /** STU3 named the encounter {@code context}; in R4 only these types still do. */
    private static boolean hasContextOfStu3(Element resource) {
        return resource.child("context").has("reference")
                && !resource.type().startsWith("Medication")
                && !resource.type().equals("ChargeItem");
    }

    /** The same field, but a string where R4 has a concept, or the other way round. */
    private static boolean hasAnotherShape(Element resource) {
        return switch (resource.type()) {
            case "Condition", "AllergyIntolerance" ->
                resource.child("clinicalStatus").value() != null
                        || resource.child("verificationStatus").value() != null
                        || resource.child("type").has("coding");
            case "MedicationRequest" -> resource.child("requester").has("agent");
            case "Encounter" ->
                resource.child("class").value() != null
                        || resource.child("class").has("coding");
            case "DiagnosticReport" -> resource.child("performer").has("actor");
            case "ServiceRequest" -> resource.child("code").has("concept");
            default -> false;
        };
    }

    private static boolean isCurrent(Element resource) {
        return resource.child("clinicalStatus").has("coding")
                || resource.child("verificationStatus").has("coding")
                || resource.has("medicationCodeableConcept")
                || resource.has("medicationReference")
                || resource.has("lifecycleStatus");
    }

    private static boolean hasAny(Element resource, List<String> names) {
        for (var name : names) {
            if (resource.has(name)) {
                return true;
            }
        }
        return false;
    }
}
