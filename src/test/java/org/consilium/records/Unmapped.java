package org.consilium.records;

import java.util.List;
import org.consilium.records.PlainTrees.Resource;

/** Why an entry has no fact: each reason is one that the reading itself tells the person. */
record Unmapped(List<Resource> resources, Reading reading) {
    static final String UNSAID = "no stated reason";

    String reason(Expected expected) {
        var tree = expected.from().tree();
        if (expected.codes().stream().anyMatch(code -> code.startsWith("no-") && code.endsWith("-info"))
                && tells("records.fhir.no-information")) {
            return "says that nothing is known, told as such";
        }
        if (expected.from().type().equals("Device")) {
            if (!tree.has("patient") && tells("records.fhir.administrative")) {
                return "equipment of no patient, told as administrative";
            }
            if (resources.stream().anyMatch(other -> other.type().startsWith("DeviceUse"))) {
                return "shown by the statement of its use";
            }
        }
        if (expected.at().contains(".contained[")) {
            return "completes the resource around it";
        }
        return UNSAID;
    }

    private boolean tells(String key) {
        return reading.problems().stream()
                .anyMatch(problem -> problem.message().key().equals(key));
    }
}
