package org.consilium.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.consilium.records.PlainTrees.Resource;
import tools.jackson.databind.JsonNode;

/**
 * What a fact made of a resource has to say, read from its plain tree.
 *
 * @param codes of every coding
 * @param date to the day; empty when the resource gives none
 * @param value as a number, a code or words; empty when there is none
 * @param units any of which is right
 */
record Expected(
        Resource from, String at, List<String> codes, String date, String value, List<String> units, String status) {
    private static final Map<String, List<String>> CODES = Map.ofEntries(
            Map.entry("Condition", List.of("code")),
            Map.entry("AllergyIntolerance", List.of("code", "substance")),
            Map.entry("Observation", List.of("code")),
            Map.entry("Procedure", List.of("code", "type")),
            Map.entry("Immunization", List.of("vaccineCode")),
            Map.entry("DiagnosticReport", List.of("code", "name")),
            Map.entry("Encounter", List.of("type")),
            Map.entry("ImagingStudy", List.of("procedureCode")),
            Map.entry("DocumentReference", List.of("type")),
            Map.entry("Device", List.of("type")),
            Map.entry("FamilyMemberHistory", List.of()),
            Map.entry("MedicationRequest", List.of("medicationCodeableConcept", "medication.concept")),
            Map.entry("MedicationStatement", List.of("medicationCodeableConcept", "medication.concept")),
            Map.entry("MedicationDispense", List.of("medicationCodeableConcept", "medication.concept")),
            Map.entry("MedicationAdministration", List.of("medicationCodeableConcept", "medication.concept")));

    private static final Map<String, List<String>> DATES = Map.ofEntries(
            Map.entry("Condition", List.of("onsetDateTime", "onsetPeriod.start", "recordedDate", "assertedDate")),
            Map.entry(
                    "AllergyIntolerance",
                    List.of("onsetDateTime", "onsetPeriod.start", "recordedDate", "assertedDate")),
            Map.entry(
                    "Observation", List.of("effectiveDateTime", "effectivePeriod.start", "effectiveInstant", "issued")),
            Map.entry("Procedure", List.of("performedDateTime", "performedPeriod.start", "occurrenceDateTime")),
            Map.entry("Immunization", List.of("occurrenceDateTime", "date", "recorded")),
            Map.entry("DiagnosticReport", List.of("effectiveDateTime", "effectivePeriod.start", "issued")),
            Map.entry("Encounter", List.of("period.start", "actualPeriod.start")),
            Map.entry("ImagingStudy", List.of("started")),
            Map.entry("DocumentReference", List.of("date", "created")),
            Map.entry("Device", List.of()),
            Map.entry("FamilyMemberHistory", List.of()),
            Map.entry("MedicationRequest", List.of("authoredOn", "dateWritten")),
            Map.entry("MedicationStatement", List.of("effectiveDateTime", "effectivePeriod.start", "dateAsserted")),
            Map.entry("MedicationDispense", List.of("whenHandedOver", "whenPrepared")),
            Map.entry(
                    "MedicationAdministration",
                    List.of("effectiveDateTime", "effectivePeriod.start", "occurenceDateTime")));

    static final List<String> TYPES = CODES.keySet().stream().sorted().toList();

    /** One for the resource, or one for each component that has something of its own. */
    static List<Expected> of(Resource resource, List<Resource> file) {
        var type = resource.type();
        if (!CODES.containsKey(type)) {
            return List.of();
        }
        var tree = resource.tree();
        var all = new ArrayList<Expected>();
        var components = type.equals("Observation") ? many(tree.path("component")) : List.<JsonNode>of();
        for (var index = 0; index < components.size(); index++) {
            var at = resource.at() + ".component[" + index + "]";
            all.add(of(resource, at, codings(components.get(index).path("code")), components.get(index)));
        }
        all.add(of(resource, resource.at(), codes(resource, file), tree));
        return all;
    }

    private static Expected of(Resource resource, String at, List<String> codes, JsonNode measured) {
        var date = DATES.getOrDefault(resource.type(), List.of()).stream()
                .map(path -> text(at(resource.tree(), path)))
                .filter(text -> text.matches("\\d{4}.*"))
                .map(text -> text.substring(0, Math.min(10, text.length())))
                .findFirst()
                .orElse("");
        var isObservation = resource.type().equals("Observation");
        return new Expected(
                resource,
                at,
                codes,
                date,
                isObservation ? value(measured) : "",
                isObservation ? units(measured.path("valueQuantity")) : List.of(),
                status(resource.tree()));
    }

    private static String status(JsonNode tree) {
        var verification = word(tree.path("verificationStatus"));
        if (verification.equals("refuted") || verification.equals("entered-in-error")) {
            return verification;
        }
        return tree.has("clinicalStatus") ? word(tree.path("clinicalStatus")) : text(tree.path("status"));
    }

    private static String word(JsonNode concept) {
        return concept.isString()
                ? concept.asString()
                : text(first(concept.path("coding")).path("code"));
    }

    private static List<String> codes(Resource resource, List<Resource> file) {
        for (var path : CODES.getOrDefault(resource.type(), List.of())) {
            var found = codings(at(resource.tree(), path));
            if (!found.isEmpty()) {
                return found;
            }
        }
        if (!resource.type().startsWith("Medication")) {
            return List.of();
        }
        return medication(resource, file)
                .map(tree -> codings(tree.path("code")))
                .orElse(List.of());
    }

    private static Optional<JsonNode> medication(Resource resource, List<Resource> file) {
        var address = text(at(resource.tree(), "medicationReference.reference"));
        if (address.startsWith("#")) {
            return many(resource.tree().path("contained")).stream()
                    .filter(inside -> text(inside.path("id")).equals(address.substring(1)))
                    .findFirst();
        }
        return file.stream()
                .filter(other -> other.type().equals("Medication"))
                .filter(other -> !address.isEmpty()
                        && (address.equals(other.fullUrl())
                                || address.endsWith(
                                        "Medication/" + text(other.tree().path("id")))))
                .map(Resource::tree)
                .findFirst();
    }

    private static List<String> codings(JsonNode concept) {
        return many(concept).stream()
                .limit(1)
                .flatMap(one -> many(one.path("coding")).stream())
                .map(coding -> text(coding.path("code")))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    private static String value(JsonNode measured) {
        var quantity = text(measured.path("valueQuantity").path("value"));
        if (!quantity.isEmpty()) {
            return quantity;
        }
        var concept = measured.path("valueCodeableConcept");
        var codes = codings(concept);
        if (!codes.isEmpty()) {
            return codes.getFirst();
        }
        for (var name : List.of("valueString", "valueBoolean", "valueInteger", "valueDateTime", "valueTime")) {
            if (measured.has(name)) {
                return text(measured.path(name));
            }
        }
        return text(concept.path("text"));
    }

    private static List<String> units(JsonNode quantity) {
        return List.of(text(quantity.path("unit")), text(quantity.path("code"))).stream()
                .filter(unit -> !unit.isEmpty())
                .toList();
    }

    private static JsonNode at(JsonNode tree, String path) {
        var node = tree;
        for (var step : path.split("\\.")) {
            node = node.path(step);
        }
        return node;
    }

    private static List<JsonNode> many(JsonNode node) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false).toList();
        }
        return node.isMissingNode() ? List.of() : List.of(node);
    }

    private static JsonNode first(JsonNode node) {
        return node.isArray() ? node.path(0) : node;
    }

    private static String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asString("").strip() : "";
    }
}
