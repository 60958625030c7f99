package org.consilium.records;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Small synthetic FHIR bundles. */
final class Bundles {
    private Bundles() {}

    static String of(String patient, String... resources) {
        var entries = new StringBuilder("{\"resource\":" + patient + "}");
        for (var resource : resources) {
            entries.append(",{\"resource\":").append(resource).append('}');
        }
        return "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" + entries + "]}";
    }

    static String patient(String given, String family, String born, String gender) {
        return """
                {"resourceType":"Patient","id":"p","name":[{"given":["%s"],"family":"%s"}],"birthDate":"%s","gender":"%s"}\
                """.formatted(given, family, born, gender);
    }

    static String ada() {
        return patient("Ada", "Quintana", "1961-04-09", "female");
    }

    static String condition(String code, String words) {
        return """
                {"resourceType":"Condition","clinicalStatus":{"coding":[{"system":\
                "http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},"code":{"coding":[{"system":\
                "http://hl7.org/fhir/sid/icd-10-cm","code":"%s","display":"%s"}]},"subject":{"reference":"Patient/p"},\
                "onsetDateTime":"2024-03-05"}""".formatted(code, words);
    }

    static String lab(int number) {
        return """
                {"resourceType":"Observation","id":"o%d","status":"final","category":[{"coding":[{"system":\
                "http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],"code":{"coding":[{\
                "system":"http://loinc.org","code":"718-7","display":"Hemoglobin"}],"text":"Hemoglobin"},"subject":{\
                "reference":"Patient/p"},"effectiveDateTime":"20%02d-%02d-%02d","valueQuantity":{"value":%d.5,"unit":"g/dL",\
                "system":"http://unitsofmeasure.org","code":"g/dL"}}\
                """.formatted(number, number % 25, number % 12 + 1, number / 300 % 28 + 1, number % 18);
    }

    static Incoming file(String name, String content) {
        return new Incoming(name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }
}
