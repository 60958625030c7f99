package org.consilium.terminology.loading;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;

/** The FHIR URIs of the code systems that ontologies name by a prefix (hl7.org/fhir/terminologies-systems.html, bioregistry.io). */
final class Systems {
    static final String MONDO = "http://purl.obolibrary.org/obo/mondo.owl";
    static final String DOID = "http://purl.obolibrary.org/obo/doid.owl";
    static final String HPO = "http://human-phenotype-ontology.org";

    private static final Map<String, String> BY_PREFIX = Map.ofEntries(
            entry("mondo", MONDO),
            entry("doid", DOID),
            entry("hp", HPO),
            entry("icd10cm", CodeSystems.ICD10CM),
            entry("icd10_cm", CodeSystems.ICD10CM),
            entry("icd-10-cm", CodeSystems.ICD10CM),
            entry("icd10who", CodeSystems.ICD10),
            entry("icd10", CodeSystems.ICD10),
            entry("icd-10", CodeSystems.ICD10),
            entry("icd9", CodeSystems.ICD9CM),
            entry("icd9cm", CodeSystems.ICD9CM),
            entry("sctid", CodeSystems.SNOMED),
            entry("snomedct", CodeSystems.SNOMED),
            entry("snomedct_us", CodeSystems.SNOMED),
            entry("snomed_ct", CodeSystems.SNOMED),
            entry("orphanet", CodeSystems.ORPHA),
            entry("orpha", CodeSystems.ORPHA),
            entry("ordo", CodeSystems.ORPHA),
            entry("omim", "http://www.omim.org"),
            entry("omimps", "http://www.omim.org/phenotypicSeries"),
            entry("ncit", "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl"),
            entry("nci", "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl"),
            entry("umls", "http://www.nlm.nih.gov/research/umls"),
            entry("umls_cui", "http://www.nlm.nih.gov/research/umls"),
            entry("mesh", "http://id.nlm.nih.gov/mesh"),
            entry("meddra", "https://www.meddra.org"),
            entry("efo", "http://www.ebi.ac.uk/efo/efo.owl"),
            entry("medgen", "http://www.ncbi.nlm.nih.gov/medgen"),
            entry("gard", "https://rarediseases.info.nih.gov"),
            entry("icd11.foundation", "http://id.who.int/icd/entity"));

    private Systems() {}

    /** For example {@code MONDO:0005148} or {@code Orphanet:586}; absent for a prefix that is not known here. */
    static Optional<Code> ofCurie(String curie) {
        var colon = curie.indexOf(':');
        if (colon < 1 || colon == curie.length() - 1) {
            return Optional.empty();
        }
        var prefix = curie.substring(0, colon).strip();
        var rest = curie.substring(colon + 1).strip();
        return Optional.ofNullable(BY_PREFIX.get(prefix.toLowerCase(Locale.ROOT)))
                .map(system ->
                        Code.of(system, rest.startsWith(prefix + ":") ? rest.substring(prefix.length() + 1) : rest));
    }

    /** For example {@code http://purl.obolibrary.org/obo/HP_0000118}. */
    static Optional<Code> ofIri(String iri) {
        var name = iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
        return ofCurie(name.replaceFirst("_", ":"));
    }
}
