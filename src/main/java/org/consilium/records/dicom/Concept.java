package org.consilium.records.dicom;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.terminology.Oids;

/**
 * A coded entry (PS3.3 section 8).
 *
 * @param meaning its words; empty when it gives none
 */
record Concept(Optional<Code> code, String meaning) {
    /** The designators of PS3.16 section 8 that name a code system the program knows. */
    private static final Map<String, String> SCHEMES = Map.ofEntries(
            entry("SCT", CodeSystems.SNOMED),
            entry("SNM3", "http://terminology.hl7.org/CodeSystem/SNM"),
            entry("99SDM", "http://terminology.hl7.org/CodeSystem/SNM"),
            entry("LN", CodeSystems.LOINC),
            entry("DCM", CodeSystems.DICOM),
            entry("UCUM", CodeSystems.UCUM),
            entry("I10", CodeSystems.ICD10),
            entry("I10C", CodeSystems.ICD10CM),
            entry("I10P", CodeSystems.ICD10PCS),
            entry("I9", CodeSystems.ICD9CM),
            entry("I9C", CodeSystems.ICD9CM),
            entry("C4", CodeSystems.CPT),
            entry("HCPCS", CodeSystems.HCPCS),
            entry("RXNORM", CodeSystems.RXNORM),
            entry("CVX", CodeSystems.CVX),
            entry("NDC", CodeSystems.NDC),
            entry("RADLEX", "http://radlex.org"),
            entry("UMLS", "http://terminology.hl7.org/CodeSystem/umls"),
            entry("FMA", "http://terminology.hl7.org/CodeSystem/FMA"),
            entry("NCIt", "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl"));

    static Concept of(Dataset item) {
        var meaning = Words.first(item, Tag.CodeMeaning).orElse("");
        var code = Words.first(item, Tag.CodeValue, Tag.LongCodeValue, Tag.URNCodeValue)
                .map(value -> new Code(system(item, value), value, meaning.isEmpty() ? null : meaning));
        return new Concept(code, meaning.isEmpty() ? code.map(Code::code).orElse("") : meaning);
    }

    static List<Concept> all(Dataset dataset, int sequence) {
        return dataset.items(sequence).stream()
                .limit(20)
                .map(Concept::of)
                .filter(concept -> !concept.meaning().isEmpty())
                .toList();
    }

    static Optional<Concept> first(Dataset dataset, int sequence) {
        return all(dataset, sequence).stream().findFirst();
    }

    /** Empty for a code of the maker or the hospital, which says nothing beyond its words. */
    private static String system(Dataset item, String value) {
        var scheme = item.string(Tag.CodingSchemeDesignator);
        var known = SCHEMES.get(scheme);
        if (known != null) {
            return known;
        }
        if (scheme.equals("SRT")) {
            // the older identifiers of the same concepts have letters in them (PS3.16 section 8.1)
            return value.matches("\\d+") ? CodeSystems.SNOMED : "http://terminology.hl7.org/CodeSystem/SNM";
        }
        var uid = item.string(Tag.CodingSchemeUID);
        return uid.matches("[0-2](\\.\\d+)+") ? Oids.uri(uid) : "";
    }
}
