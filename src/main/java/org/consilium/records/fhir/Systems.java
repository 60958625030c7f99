package org.consilium.records.fhir;

import static java.util.Map.entry;

import java.util.Map;
import org.consilium.clinical.CodeSystems;
import org.consilium.terminology.Oids;
import org.jspecify.annotations.Nullable;

/** Code systems under the URI that FHIR R4 gives them, whatever a file calls them. */
final class Systems {
    private static final Map<String, String> BY_OTHER_NAME = Map.ofEntries(
            entry("http://hl7.org/fhir/sid/icd-10-us", CodeSystems.ICD10CM),
            // the same words for the same system: a large record holds each system once
            entry(CodeSystems.SNOMED, CodeSystems.SNOMED),
            entry(CodeSystems.LOINC, CodeSystems.LOINC),
            entry(CodeSystems.RXNORM, CodeSystems.RXNORM),
            entry(CodeSystems.ICD10CM, CodeSystems.ICD10CM),
            entry(CodeSystems.CVX, CodeSystems.CVX),
            entry(CodeSystems.CPT, CodeSystems.CPT),
            entry("http://www.icd10data.com/icd10pcs", CodeSystems.ICD10PCS),
            entry("http://hl7.org/fhir/sid/icd-10-pcs", CodeSystems.ICD10PCS),
            entry("http://www.nlm.nih.gov/research/umls/hcpcs", CodeSystems.HCPCS),
            entry("https://snomed.info/sct", CodeSystems.SNOMED),
            entry("https://loinc.org", CodeSystems.LOINC));

    private Systems() {}

    /** Empty when the file names no system: a code without one is kept, but says nothing beyond its words. */
    static String uri(@Nullable String named) {
        if (named == null) {
            return "";
        }
        var plain = named.endsWith("/") ? named.substring(0, named.length() - 1) : named;
        if (plain.startsWith(CodeSystems.SNOMED + "/")) {
            return CodeSystems.SNOMED;
        }
        return plain.contains("//") ? BY_OTHER_NAME.getOrDefault(plain, plain) : Oids.uri(plain);
    }
}
