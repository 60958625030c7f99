package org.consilium.terminology;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.clinical.CodeSystems;

/**
 * The FHIR URIs of code systems that HL7 version 3 names by OID (HL7 OID registry and
 * hl7.org/fhir/R4/terminologies-systems.html).
 */
public final class Oids {
    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
    private static final String ROOT = "2.16.840.1.113883.";
    private static final Pattern OID = Pattern.compile("[0-2](\\.\\d+)+");

    private static final Map<String, String> KNOWN = Map.ofEntries(
            entry(ROOT + "6.90", CodeSystems.ICD10CM),
            entry(ROOT + "6.3", CodeSystems.ICD10),
            entry(ROOT + "6.4", CodeSystems.ICD10PCS),
            entry(ROOT + "6.103", CodeSystems.ICD9CM),
            entry(ROOT + "6.104", CodeSystems.ICD9CM),
            entry(ROOT + "6.2", CodeSystems.ICD9CM),
            entry(ROOT + "6.42", CodeSystems.ICD9CM),
            entry(ROOT + "6.96", CodeSystems.SNOMED),
            entry(ROOT + "6.5", HL7 + "SNM"),
            entry(ROOT + "6.1", CodeSystems.LOINC),
            entry(ROOT + "6.88", CodeSystems.RXNORM),
            entry(ROOT + "6.12", CodeSystems.CPT),
            entry(ROOT + "6.285", CodeSystems.HCPCS),
            entry(ROOT + "6.14", CodeSystems.HCPCS),
            entry(ROOT + "6.13", "http://www.ada.org/cdt"),
            entry(ROOT + "12.292", CodeSystems.CVX),
            entry(ROOT + "6.59", CodeSystems.CVX),
            entry(ROOT + "6.60", "http://terminology.hl7.org/CodeSystem/MVX"),
            entry(ROOT + "6.69", CodeSystems.NDC),
            entry(ROOT + "6.73", CodeSystems.ATC),
            entry(ROOT + "6.8", CodeSystems.UCUM),
            entry(ROOT + "6.101", CodeSystems.NUCC),
            entry("1.2.840.10008.2.16.4", CodeSystems.DICOM),
            entry(ROOT + "4.9", "http://fdasis.nlm.nih.gov"),
            entry(ROOT + "3.26.1.1", "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl"),
            entry(ROOT + "6.209", "http://hl7.org/fhir/ndfrt"),
            entry(ROOT + "6.345", "http://va.gov/terminology/medrt"),
            entry(ROOT + "6.43.1", HL7 + "icd-o-3"),
            entry(ROOT + "6.259", "https://www.cdc.gov/nhsn/cdaportal/terminology/codesystem/hsloc.html"),
            entry(ROOT + "6.177", HL7 + "MSH"),
            entry(ROOT + "5.1", HL7 + "v3-AdministrativeGender"),
            entry(ROOT + "5.2", HL7 + "v3-MaritalStatus"),
            entry(ROOT + "5.4", HL7 + "v3-ActCode"),
            entry(ROOT + "5.6", HL7 + "v3-ActClass"),
            entry(ROOT + "5.7", HL7 + "v3-ActPriority"),
            entry(ROOT + "5.8", HL7 + "v3-ActReason"),
            entry(ROOT + "5.14", HL7 + "v3-ActStatus"),
            entry(ROOT + "5.25", HL7 + "v3-Confidentiality"),
            entry(ROOT + "5.83", HL7 + "v3-ObservationInterpretation"),
            entry(ROOT + "5.84", HL7 + "v3-ObservationMethod"),
            entry(ROOT + "5.88", HL7 + "v3-ParticipationFunction"),
            entry(ROOT + "5.110", HL7 + "v3-RoleClass"),
            entry(ROOT + "5.111", HL7 + "v3-RoleCode"),
            entry(ROOT + "5.112", HL7 + "v3-RouteOfAdministration"),
            entry(ROOT + "5.1008", HL7 + "v3-NullFlavor"),
            entry(ROOT + "5.1076", HL7 + "v3-ReligiousAffiliation"),
            entry(ROOT + "12.112", HL7 + "v2-0112"),
            entry(ROOT + "12.443", HL7 + "v2-0443"),
            entry(ROOT + "4.1", "http://hl7.org/fhir/sid/us-ssn"),
            entry(ROOT + "4.6", "http://hl7.org/fhir/sid/us-npi"));

    /** Names as files write them, without blanks, hyphens and case. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            entry("icd10cm", CodeSystems.ICD10CM),
            entry("icd10", CodeSystems.ICD10),
            entry("icd10pcs", CodeSystems.ICD10PCS),
            entry("icd9", CodeSystems.ICD9CM),
            entry("icd9cm", CodeSystems.ICD9CM),
            entry("snomed", CodeSystems.SNOMED),
            entry("snomedct", CodeSystems.SNOMED),
            entry("loinc", CodeSystems.LOINC),
            entry("rxnorm", CodeSystems.RXNORM),
            entry("cpt", CodeSystems.CPT),
            entry("cpt4", CodeSystems.CPT),
            entry("hcpcs", CodeSystems.HCPCS),
            entry("cvx", CodeSystems.CVX),
            entry("ndc", CodeSystems.NDC),
            entry("atc", CodeSystems.ATC));

    private Oids() {}

    /** The FHIR URI for an OID; {@code urn:oid:} and the OID when none is registered; anything that is no OID as it is. */
    public static String uri(String oid) {
        var plain = oid.strip();
        if (plain.startsWith("urn:oid:")) {
            plain = plain.substring("urn:oid:".length());
        }
        var known = KNOWN.get(plain);
        if (known != null) {
            return known;
        }
        return OID.matcher(plain).matches()
                ? "urn:oid:" + plain
                : uriOfName(plain).orElse(plain);
    }

    /** The FHIR URI for the name of a code system as files write it, for example {@code SNOMED CT} or {@code ICD-10-CM}. */
    public static Optional<String> uriOfName(String name) {
        return Optional.ofNullable(NAMES.get(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "")));
    }
}
