package org.consilium.knowledge;

import java.util.Locale;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;

/**
 * A code with everything below it: {@code C50} covers {@code C50.911}; in ICD-10 a {@code ?} stands for any one character.
 * ATC and CPT codes work the same way: {@code L01} covers all below it, {@code 5815} covers 58150 to 58159. For systems without a
 * hierarchy in their codes (SNOMED CT, LOINC) only the very code matches.
 *
 * @param system FHIR URI
 */
public record CodePattern(String system, String code) {
    public boolean covers(Code candidate) {
        if (!candidate.in(system)) {
            return false;
        }
        return hierarchical()
                ? starts(flat(candidate.code()), flat(code))
                : candidate.code().equals(code);
    }

    /** How many characters are fixed: more is more specific. */
    int depth() {
        return (int) flat(code).chars().filter(letter -> letter != '?').count();
    }

    private boolean hierarchical() {
        return system.contains("icd-10") || system.equals(CodeSystems.ATC) || system.equals(CodeSystems.CPT);
    }

    static boolean starts(String candidate, String pattern) {
        if (candidate.length() < pattern.length()) {
            return false;
        }
        for (var i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) != '?' && pattern.charAt(i) != candidate.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static String flat(String code) {
        return code.replace(".", "").toUpperCase(Locale.ROOT);
    }
}
