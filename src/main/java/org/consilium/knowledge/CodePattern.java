package org.consilium.knowledge;

import org.consilium.clinical.Code;

/**
 * A code with everything below it: {@code C50} covers {@code C50.911}. For systems without a hierarchy in their codes
 * (SNOMED CT, LOINC, CPT) only the very code matches.
 *
 * @param system FHIR URI
 */
public record CodePattern(String system, String code) {
    public boolean covers(Code candidate) {
        if (!candidate.in(system)) {
            return false;
        }
        return system.contains("icd-10")
                ? flat(candidate.code()).startsWith(flat(code))
                : candidate.code().equals(code);
    }

    private static String flat(String icd) {
        return icd.replace(".", "").toUpperCase(java.util.Locale.ROOT);
    }
}
