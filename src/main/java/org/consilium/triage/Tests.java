package org.consilium.triage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;

/** Tells biopsies and scans by their code, their category or their name. */
final class Tests {
    /** SNOMED CT codes of biopsies that records often carry without a name. */
    private static final Set<String> BIOPSIES =
            Set.of("86273004", "122548005", "65575008", "76164006", "432231006", "44578009");

    /** CPT codes of biopsies: breast, skin, thyroid, prostate, lung, pancreas, liver, lymph node. */
    private static final Set<String> CPT_BIOPSIES = Set.of(
            "10021", "19081", "19083", "19085", "19100", "19101", "11102", "11104", "11106", "60100", "55700", "32408",
            "48102", "47000", "38500", "38505", "20206", "20225");

    /** ICD-10-PCS: taken out for diagnosis, from any part of the body. */
    private static final Pattern PCS_BIOPSY = Pattern.compile("0.[BD9]...X");

    /** LOINC codes for reports of any imaging study. */
    private static final Set<String> IMAGING_REPORTS = Set.of("18748-4", "68604-8");

    /** Category codes: LOINC part of US Core, HL7 v2 table 0074. */
    private static final Set<String> IMAGING_CATEGORIES =
            Set.of("LP29684-5", "RAD", "IMG", "RUS", "CUS", "VUS", "OUS", "NMR", "CT", "NMS", "XRC", "imaging");

    private static final WordIndex<Boolean> BIOPSY = new WordIndex<>();
    private static final WordIndex<String> SCAN = new WordIndex<>();
    private static final Map<String, List<String>> SCANS = Map.of(
            "CT",
            List.of("ct", "cat scan", "computed tomography", "tomografia computada", "tomografia computarizada", "tac"),
            "MR",
            List.of("mri", "mr", "mrcp", "magnetic resonance", "resonancia"),
            "US",
            List.of("ultrasound", "ultrasonography", "sonogram", "echocardiogram", "ecografia", "us"),
            "MG",
            List.of("mammogram", "mammography", "mg breast", "mamografia"),
            "PT",
            List.of("pet", "positron"),
            "DX",
            List.of("xray", "x ray", "xr", "radiograph", "plain film", "radiografia"),
            "NM",
            List.of("bone scan", "scintigraphy", "nm", "gammagrafia"),
            "XA",
            List.of("angiogram", "angiography", "angiografia"));

    static {
        for (var word :
                List.of("biopsy", "biopsia", "turbt", "fine needle aspiration", "aspiration cytology", "puncion")) {
            BIOPSY.add(word, true);
        }
        SCANS.forEach((modality, names) -> names.forEach(name -> SCAN.add(name, modality)));
    }

    /** What names say; a record repeats the same few names. */
    private final Map<String, Boolean> biopsyNames = new HashMap<>();

    private final Map<String, Boolean> scanNames = new HashMap<>();

    /** For one assessment: what was read once is not read again. */
    Tests() {}

    boolean isBiopsy(Fact procedure) {
        return biopsyNames.computeIfAbsent(procedure.text(), BIOPSY::isIn)
                || procedure.codes().stream()
                        .anyMatch(code -> (code.in(CodeSystems.SNOMED) && BIOPSIES.contains(code.code()))
                                || (code.in(CodeSystems.CPT) && CPT_BIOPSIES.contains(code.code()))
                                || (code.in(CodeSystems.ICD10PCS)
                                        && PCS_BIOPSY.matcher(code.code()).matches()));
    }

    /** A scan, or a report of one. */
    boolean isImaging(Fact fact) {
        return fact.kind() == FactKind.IMAGING
                || fact.detail(Detail.MODALITY).isPresent()
                || fact.detail(Detail.CATEGORY)
                        .filter(IMAGING_CATEGORIES::contains)
                        .isPresent()
                || fact.codes().stream()
                        .anyMatch(code -> code.in(CodeSystems.LOINC) && IMAGING_REPORTS.contains(code.code()))
                || (fact.kind() != FactKind.LAB
                        && !isBiopsy(fact)
                        && scanNames.computeIfAbsent(fact.text(), SCAN::isIn));
    }

    /** The DICOM modality, as the record codes it or its name tells. */
    static Optional<String> modality(Fact fact) {
        return fact.detail(Detail.MODALITY)
                .or(() -> SCAN.find(Text.of(fact.text())).stream()
                        .map(WordIndex.Hit::what)
                        .findFirst());
    }
}
