package org.consilium.records;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;

/**
 * Sorts facts into the piles a person gathers. A matter of where to find a thing, never of what it means. The first rule that
 * fits wins:
 *
 * <ol>
 *   <li>a medication is a prescription; the words of a part of a document are history;
 *   <li>a report, document, laboratory value or procedure is pathology when its category is one of pathology (HL7 table 0074:
 *       PAT, SP, CP), its code is a LOINC pathology or cytology report or the SNOMED CT procedure biopsy, or its name says
 *       biopsy, pathology, histology or cytology in English or Spanish;
 *   <li>an imaging study is imaging; so is a report, document or procedure whose category is one of imaging (HL7 table 0074:
 *       RAD, RX, CT, NMR, and so on; FHIR: imaging), which has a modality, whose code is a LOINC imaging report, or whose
 *       name says a kind of picture in English or Spanish;
 *   <li>a laboratory value is a lab result; so is a report whose category is one of the laboratory (HL7 table 0074: LAB, CH,
 *       HM, MB and so on; FHIR: laboratory) or whose LOINC code is a laboratory report;
 *   <li>all else is history.
 * </ol>
 */
public final class Piles {
    private static final Set<String> PATHOLOGY_CATEGORIES = Set.of("PAT", "SP", "CP", "PATHOLOGY", "LP7839-6");
    private static final Set<String> IMAGING_CATEGORIES = Set.of(
            "RAD",
            "RX",
            "RUS",
            "CT",
            "NMR",
            "NMS",
            "CUS",
            "OUS",
            "VUS",
            "XRC",
            "IMG",
            "IMAGING",
            "RADIOLOGY",
            "LP29684-5",
            "363679005");
    private static final Set<String> LAB_CATEGORIES = Set.of(
            "LAB",
            "LABORATORY",
            "CH",
            "HM",
            "MB",
            "MCB",
            "MYC",
            "VR",
            "SR",
            "TX",
            "IMM",
            "BLB",
            "GE",
            "CG",
            "PAR",
            "OSL",
            "LP29693-6");
    /** Pathology study; surgical pathology study; cytology study; final diagnosis; synoptic and molecular reports. */
    private static final Set<String> PATHOLOGY_LOINC = Set.of(
            "11526-1", "11529-5", "47526-9", "47527-7", "22634-0", "22635-7", "22636-5", "22637-3", "22638-1",
            "22639-9", "33717-0", "33718-8", "33746-9", "60567-5", "60568-3", "60569-1", "60570-9", "60571-7",
            "60572-5", "60573-3", "65754-2", "65756-7", "65757-5");
    /** Diagnostic imaging study; radiology, CT, MRI, nuclear medicine, PET and ultrasound studies. */
    private static final Set<String> IMAGING_LOINC = Set.of(
            "18748-4", "18726-0", "18745-0", "18747-6", "18755-9", "18756-7", "18757-5", "18758-3", "18759-1",
            "18760-9", "18761-7", "25045-6", "25056-3", "25061-3", "24606-6", "68604-8", "55113-5");

    private static final Set<String> LAB_LOINC =
            Set.of("11502-2", "26436-6", "18719-5", "18723-7", "18725-2", "30954-2");
    private static final String BIOPSY = "86273004";

    private static final Pattern PATHOLOGY_WORDS =
            Pattern.compile("\\b(biops|patholog|histolog|histopat|cytolog|cytopat|citolog|citopat|patolog|anatomopat)");
    private static final Pattern NO_PATHOLOGY =
            Pattern.compile("\\b(language patholog|speech patholog|patologia del (habla|lenguaje))");
    private static final Pattern IMAGING_WORDS = Pattern.compile(
            "\\b(x-?ray|radiograph|radiolog|magnetic resonance|computed tomograph|ultraso|sonogra|mammogra|"
                    + "echocardiogra|scintigra|fluoroscop|angiogra|imaging|radiografia|resonancia magnetica|tomografia|"
                    + "ecografia|mamografia|ecocardiogra|gammagrafia)|\\b(mri|ct|pet|dexa|dxa)\\b");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,;|]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /**
     * {@link Detail#CATEGORY} of the words of a section of a document whose statements are facts themselves: they can be read with
     * the document, and stand in no pile.
     */
    public static final String REPEATED_WORDS = "section-of-facts";

    private static final String SECTION = "section";

    private Piles() {}

    /**
     * Every fact in exactly one pile, in the order given; a pile without facts is an empty list. Only words that repeat what other
     * facts say stand in none.
     */
    public static Map<Pile, List<Fact>> of(Collection<Fact> facts) {
        var piles = new EnumMap<Pile, List<Fact>>(Pile.class);
        for (var pile : Pile.values()) {
            piles.put(pile, List.of());
        }
        piles.putAll(facts.stream()
                .filter(fact -> !isSection(fact, REPEATED_WORDS))
                .collect(Collectors.groupingBy(Piles::pileOf, Collectors.toUnmodifiableList())));
        return Collections.unmodifiableMap(piles);
    }

    public static Pile pileOf(Fact fact) {
        return switch (fact.kind()) {
            case MEDICATION -> Pile.PRESCRIPTIONS;
            case LAB -> isPathology(fact) ? Pile.PATHOLOGY : Pile.LABS;
            case IMAGING -> Pile.IMAGING;
            case DOCUMENT -> isSection(fact, SECTION) ? Pile.HISTORY : byContent(fact);
            case REPORT, PROCEDURE, PLANNED_PROCEDURE -> byContent(fact);
            case CONDITION, ALLERGY, VITAL, IMMUNIZATION, ENCOUNTER, FAMILY_HISTORY, SOCIAL_HISTORY, DEVICE ->
                Pile.HISTORY;
        };
    }

    /** The title of a section says less than its words: a part «Results» is no result. */
    private static boolean isSection(Fact fact, String category) {
        return fact.kind() == FactKind.DOCUMENT
                && fact.detail(Detail.CATEGORY).filter(category::equals).isPresent();
    }

    private static Pile byContent(Fact fact) {
        if (isPathology(fact)) {
            return Pile.PATHOLOGY;
        }
        if (isImaging(fact)) {
            return Pile.IMAGING;
        }
        return isLab(fact) ? Pile.LABS : Pile.HISTORY;
    }

    private static boolean isPathology(Fact fact) {
        var words = words(fact);
        return hasCategory(fact, PATHOLOGY_CATEGORIES)
                || hasLoinc(fact, PATHOLOGY_LOINC)
                || fact.codes().stream().anyMatch(code -> code.sameAs(Code.of(CodeSystems.SNOMED, BIOPSY)))
                || (PATHOLOGY_WORDS.matcher(words).find()
                        && !NO_PATHOLOGY.matcher(words).find());
    }

    private static boolean isImaging(Fact fact) {
        return hasCategory(fact, IMAGING_CATEGORIES)
                || fact.detail(Detail.MODALITY).isPresent()
                || hasLoinc(fact, IMAGING_LOINC)
                || IMAGING_WORDS.matcher(words(fact)).find();
    }

    private static boolean isLab(Fact fact) {
        return hasCategory(fact, LAB_CATEGORIES) || hasLoinc(fact, LAB_LOINC);
    }

    private static boolean hasCategory(Fact fact, Set<String> wanted) {
        return fact.detail(Detail.CATEGORY).stream()
                .flatMap(SEPARATORS::splitAsStream)
                .anyMatch(word -> wanted.contains(word.toUpperCase(Locale.ROOT)));
    }

    private static boolean hasLoinc(Fact fact, Set<String> wanted) {
        return fact.codes().stream().anyMatch(code -> code.in(CodeSystems.LOINC) && wanted.contains(code.code()));
    }

    private static String words(Fact fact) {
        return MARKS.matcher(Normalizer.normalize(fact.text(), Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
