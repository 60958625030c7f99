package org.consilium.clinical;

/** The FHIR URIs of the code systems the program knows by name (hl7.org/fhir/R4/terminologies-systems.html). */
public final class CodeSystems {
    public static final String ICD10CM = "http://hl7.org/fhir/sid/icd-10-cm";
    public static final String ICD10 = "http://hl7.org/fhir/sid/icd-10";
    public static final String ICD10PCS = "http://www.cms.gov/Medicare/Coding/ICD10";
    public static final String ICD9CM = "http://hl7.org/fhir/sid/icd-9-cm";
    public static final String SNOMED = "http://snomed.info/sct";
    public static final String LOINC = "http://loinc.org";
    public static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
    public static final String CPT = "http://www.ama-assn.org/go/cpt";
    public static final String HCPCS = "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets";
    public static final String CVX = "http://hl7.org/fhir/sid/cvx";
    public static final String NDC = "http://hl7.org/fhir/sid/ndc";
    public static final String ATC = "http://www.whocc.no/atc";
    public static final String UCUM = "http://unitsofmeasure.org";
    public static final String ORPHA = "http://www.orpha.net";
    public static final String NUCC = "http://nucc.org/provider-taxonomy";
    public static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";

    private CodeSystems() {}
}
