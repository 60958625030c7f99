package org.consilium.records.hl7v2;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.consilium.clinical.CodeSystems;
import org.consilium.terminology.Icd10;
import org.consilium.terminology.Oids;
import org.jspecify.annotations.Nullable;

/**
 * Code systems by their names in HL7 table 0396.
 *
 * @param facility the registered number (OID) of the place that sent the message, whose own codes then have a system; or null
 */
record Systems(@Nullable String facility) {
    private static final Map<String, String> TABLE_0396 = Map.ofEntries(
            entry("LN", CodeSystems.LOINC),
            entry("SCT", CodeSystems.SNOMED),
            entry("SCT2", CodeSystems.SNOMED),
            entry("SNOMED-CT", CodeSystems.SNOMED),
            entry("SNM", "http://terminology.hl7.org/CodeSystem/SNM"),
            entry("SNM3", "http://terminology.hl7.org/CodeSystem/SNM"),
            entry("SNT", "http://terminology.hl7.org/CodeSystem/SNM"),
            entry("I10", CodeSystems.ICD10),
            entry("I10C", CodeSystems.ICD10CM),
            entry("I10P", CodeSystems.ICD10PCS),
            entry("I9", CodeSystems.ICD9CM),
            entry("I9C", CodeSystems.ICD9CM),
            entry("I9CDX", CodeSystems.ICD9CM),
            entry("I9CP", CodeSystems.ICD9CM),
            entry("I9M", CodeSystems.ICD9CM),
            entry("I9DX", CodeSystems.ICD9CM),
            entry("C4", CodeSystems.CPT),
            entry("CPTM", CodeSystems.CPT),
            entry("C5", CodeSystems.CPT),
            entry("HPC", CodeSystems.HCPCS),
            entry("HCPT", CodeSystems.HCPCS),
            entry("CVX", CodeSystems.CVX),
            entry("NDC", CodeSystems.NDC),
            entry("RXN", CodeSystems.RXNORM),
            entry("RXNORM", CodeSystems.RXNORM),
            entry("ATC", CodeSystems.ATC),
            entry("WC", CodeSystems.ATC),
            entry("MVX", "http://terminology.hl7.org/CodeSystem/MVX"),
            entry("DCM", CodeSystems.DICOM),
            entry("UCUM", CodeSystems.UCUM),
            entry("UNII", "http://fdasis.nlm.nih.gov"),
            entry("FDAUNII", "http://fdasis.nlm.nih.gov"),
            entry("NCI", "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl"),
            entry("CDCREC", "urn:oid:2.16.840.1.113883.6.238"),
            entry("ICDO3", "http://terminology.hl7.org/CodeSystem/icd-o-3"),
            entry("ORPHA", CodeSystems.ORPHA));

    private static final Pattern HL7_TABLE = Pattern.compile("HL7(\\d{4})");
    private static final Pattern OWN = Pattern.compile("L|LOCAL|99\\w{1,10}");
    private static final Pattern LOINC_CODE = Pattern.compile("\\d{1,5}-\\d");
    /** A LOINC name is five or six parts with colons; version 2.2 wrote it where later versions name the code system. */
    private static final Pattern LOINC_NAME = Pattern.compile("[^:]*(:[^:]+){4,5}");

    static Systems of(Segment header) {
        var oid = header.value(4, 2).filter(id -> id.matches("[0-2](\\.\\d+)+"));
        return new Systems(oid.orElse(null));
    }

    /** The system's URI; empty when the message does not say which it is: the code then says nothing beyond its words. */
    String of(@Nullable String named, @Nullable String oid, String code) {
        if (oid != null && oid.matches("[0-2](\\.\\d+)+")) {
            return Oids.uri(oid);
        }
        if (named == null) {
            return "";
        }
        var name = named.toUpperCase(Locale.ROOT).strip();
        var known = TABLE_0396.get(name);
        if (known != null) {
            return known;
        }
        var table = HL7_TABLE.matcher(name);
        if (table.matches()) {
            return "http://terminology.hl7.org/CodeSystem/v2-" + table.group(1);
        }
        if (OWN.matcher(name).matches()) {
            return facility == null ? "" : "urn:oid:" + facility;
        }
        if (LOINC_NAME.matcher(name).matches() && LOINC_CODE.matcher(code).matches()) {
            return CodeSystems.LOINC;
        }
        return Oids.uri(named);
    }

    /** ICD-10 with the dot that messages often leave out. */
    String written(String system, String code) {
        return system.equals(CodeSystems.ICD10CM) || system.equals(CodeSystems.ICD10) ? Icd10.normalise(code) : code;
    }
}
