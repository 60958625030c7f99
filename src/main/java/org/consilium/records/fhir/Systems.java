package org.consilium.records.fhir;

import static java.util.Map.entry;

import java.util.Map;
import org.consilium.clinical.CodeSystems;
import org.jspecify.annotations.Nullable;

/** Code systems under the URI that FHIR R4 gives them, whatever a file calls them. */
final class Systems {
    private static final Map<String, String> BY_OTHER_NAME = Map.ofEntries(
            entry("urn:oid:2.16.840.1.113883.6.96", CodeSystems.SNOMED),
            entry("urn:oid:2.16.840.1.113883.6.1", CodeSystems.LOINC),
            entry("urn:oid:2.16.840.1.113883.6.88", CodeSystems.RXNORM),
            entry("urn:oid:2.16.840.1.113883.6.90", CodeSystems.ICD10CM),
            entry("urn:oid:2.16.840.1.113883.6.3", CodeSystems.ICD10),
            entry("urn:oid:2.16.840.1.113883.6.4", CodeSystems.ICD10PCS),
            entry("urn:oid:2.16.840.1.113883.6.103", CodeSystems.ICD9CM),
            entry("urn:oid:2.16.840.1.113883.6.104", CodeSystems.ICD9CM),
            entry("urn:oid:2.16.840.1.113883.6.12", CodeSystems.CPT),
            entry("urn:oid:2.16.840.1.113883.6.285", CodeSystems.HCPCS),
            entry("urn:oid:2.16.840.1.113883.12.292", CodeSystems.CVX),
            entry("urn:oid:2.16.840.1.113883.6.59", CodeSystems.CVX),
            entry("urn:oid:2.16.840.1.113883.6.69", CodeSystems.NDC),
            entry("urn:oid:2.16.840.1.113883.6.73", CodeSystems.ATC),
            entry("urn:oid:2.16.840.1.113883.6.8", CodeSystems.UCUM),
            entry("urn:oid:2.16.840.1.113883.6.101", CodeSystems.NUCC),
            entry("urn:oid:1.2.840.10008.2.16.4", CodeSystems.DICOM),
            entry("http://hl7.org/fhir/sid/icd-10-us", CodeSystems.ICD10CM),
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
        return BY_OTHER_NAME.getOrDefault(plain, plain);
    }
}
