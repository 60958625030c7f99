package org.consilium.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Two synthetic files of one made-up person with a few years of results, for the pages that show the history. */
final class HistoryRecords {
    private static final String PATIENT = """
            {"resource": {"resourceType": "Patient", "id": "p", "name": [{"family": "Synthetic", "given": ["Vera"]}],
              "gender": "female", "birthDate": "1961-02-03"}}""";

    private HistoryRecords() {}

    static byte[] portal() {
        var entries = new ArrayList<String>();
        entries.add(PATIENT);
        entries.add(condition("44054006", "Type 2 diabetes mellitus", "active", "2012-05-01"));
        entries.add(condition("195967001", "Asthma", "resolved", "1975"));
        entries.add(medicine("860975", "Metformin 500 MG Oral Tablet", "active", "2012-06-01"));
        entries.add(medicine("308191", "Amoxicillin 500 MG Oral Capsule", "completed", "2019-11-10"));
        entries.add(allergy("active", "confirmed"));
        entries.add("""
                {"resource": {"resourceType": "Procedure", "status": "completed", "subject": {"reference": "Patient/p"},
                  "code": {"coding": [{"system": "http://snomed.info/sct", "code": "80146002", "display": "Appendectomy"}]},
                  "performedDateTime": "1998-07"}}""");
        for (var month = 1; month <= 24; month++) {
            var day = "%d-%02d-05T09:30:00Z".formatted(2023 + (month - 1) / 12, (month - 1) % 12 + 1);
            entries.add(lab("718-7", "Hemoglobin", day, 10.5 + month * 0.15, "g/dL", 12, 16));
            entries.add(lab("2345-7", "Glucose", day, 170 - month * 2.5, "mg/dL", 70, 99));
            entries.add(lab("2160-0", "Creatinine", day, 0.8 + month % 5 * 0.04, "mg/dL", 0.6, 1.1));
            entries.add(lab("777-3", "Platelets", day, 210 + month % 7 * 9, "10*3/uL", 150, 400));
            entries.add(vital(day, 92 - month * 0.4));
        }
        return bundle(entries);
    }

    static byte[] clinic() {
        return bundle(List.of(
                PATIENT,
                allergy("inactive", "refuted"),
                lab("14749-6", "Glucose", "2025-02-10T08:00:00Z", 5.4, "mmol/L", 3.9, 5.5)));
    }

    private static byte[] bundle(List<String> entries) {
        return ("{\"resourceType\": \"Bundle\", \"type\": \"collection\", \"entry\": [" + String.join(",\n", entries)
                        + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String condition(String code, String name, String status, String onset) {
        return """
                {"resource": {"resourceType": "Condition", "subject": {"reference": "Patient/p"},
                  "clinicalStatus": {"coding": [{"code": "%s"}]}, "verificationStatus": {"coding": [{"code": "confirmed"}]},
                  "code": {"coding": [{"system": "http://snomed.info/sct", "code": "%s", "display": "%s"}]},
                  "onsetDateTime": "%s"}}""".formatted(status, code, name, onset);
    }

    private static String allergy(String status, String verification) {
        return """
                {"resource": {"resourceType": "AllergyIntolerance", "patient": {"reference": "Patient/p"},
                  "clinicalStatus": {"coding": [{"code": "%s"}]}, "verificationStatus": {"coding": [{"code": "%s"}]},
                  "code": {"coding": [{"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "7980",
                    "display": "Penicillin G"}]}}}""".formatted(status, verification);
    }

    private static String medicine(String code, String name, String status, String from) {
        return """
                {"resource": {"resourceType": "MedicationRequest", "status": "%s", "intent": "order",
                  "subject": {"reference": "Patient/p"}, "authoredOn": "%s",
                  "medicationCodeableConcept": {"coding": [{"system": "http://www.nlm.nih.gov/research/umls/rxnorm",
                    "code": "%s", "display": "%s"}]},
                  "dosageInstruction": [{"text": "1 with breakfast"}]}}""".formatted(status, from, code, name);
    }

    private static String lab(
            String code, String name, String when, double value, String unit, double low, double high) {
        return """
                {"resource": {"resourceType": "Observation", "status": "final", "subject": {"reference": "Patient/p"},
                  "category": [{"coding": [{"code": "laboratory"}]}],
                  "code": {"coding": [{"system": "http://loinc.org", "code": "%s", "display": "%s"}]},
                  "effectiveDateTime": "%s", "valueQuantity": {"value": %s, "unit": "%s"},
                  "referenceRange": [{"text": "%s-%s"}]}}""".formatted(code, name, when, Math.round(value * 100) / 100.0, unit, low, high);
    }

    private static String vital(String when, double kilograms) {
        return """
                {"resource": {"resourceType": "Observation", "status": "final", "subject": {"reference": "Patient/p"},
                  "category": [{"coding": [{"code": "vital-signs"}]}],
                  "code": {"coding": [{"system": "http://loinc.org", "code": "29463-7", "display": "Body weight"}]},
                  "effectiveDateTime": "%s", "valueQuantity": {"value": %s, "unit": "kg"}}}""".formatted(when, Math.round(kilograms * 10) / 10.0);
    }
}
