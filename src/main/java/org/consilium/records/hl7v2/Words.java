package org.consilium.records.hl7v2;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.consilium.records.hl7v2.Segment.Field;

/** The meanings of HL7's short codes, in the words of the standard. */
final class Words {
    /** Diagnostic services whose results are told in words (table 0074). */
    static final Set<String> TOLD_IN_WORDS = Set.of(
            "RAD", "RX", "RUS", "CT", "NMR", "NMS", "CUS", "OUS", "VUS", "XRC", "IMG", "CTH", "PAT", "SP", "CP", "EC",
            "EN", "ICU", "NRS", "OT", "PHR", "PT", "PHY", "PF", "RC", "RT");

    private static final Map<String, String> MODALITIES = Map.of(
            "CT", "CT", "NMR", "MR", "NMS", "NM", "RUS", "US", "CUS", "US", "OUS", "US", "VUS", "US", "CTH", "XA");

    private static final Map<Pattern, String> MODALITY_WORDS = modalityWords();

    /** Table 0270, document types. */
    private static final Map<String, String> DOCUMENTS = Map.ofEntries(
            Map.entry("AR", "Autopsy report"),
            Map.entry("CD", "Cardiodiagnostics"),
            Map.entry("CN", "Consultation"),
            Map.entry("DI", "Diagnostic imaging"),
            Map.entry("DS", "Discharge summary"),
            Map.entry("ED", "Emergency department report"),
            Map.entry("HP", "History and physical examination"),
            Map.entry("OP", "Operative report"),
            Map.entry("PC", "Psychiatric consultation"),
            Map.entry("PH", "Psychiatric history and physical examination"),
            Map.entry("PN", "Procedure note"),
            Map.entry("PR", "Progress note"),
            Map.entry("SP", "Surgical pathology"),
            Map.entry("TS", "Transfer summary"));

    /** Table 0004, patient classes. */
    private static final Map<String, String> VISITS = Map.of(
            "E",
            "Emergency",
            "I",
            "Inpatient",
            "O",
            "Outpatient",
            "P",
            "Preadmit",
            "R",
            "Recurring patient",
            "B",
            "Obstetrics");

    private Words() {}

    /** The DICOM modality of a service (OBR-24), or that the name of an examination speaks of. */
    static Optional<String> modality(String service, String name) {
        var known = MODALITIES.get(service);
        if (known != null) {
            return Optional.of(known);
        }
        var words = name.toLowerCase(Locale.ROOT);
        return MODALITY_WORDS.entrySet().stream()
                .filter(each -> each.getKey().matcher(words).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<Pattern, String> modalityWords() {
        var words = new java.util.LinkedHashMap<Pattern, String>();
        words.put(Pattern.compile("\\bmri\\b|magnetic resonance"), "MR");
        words.put(Pattern.compile("\\bpet\\b|positron"), "PT");
        words.put(Pattern.compile("\\bct\\b|computed tomograph|\\bcat scan"), "CT");
        words.put(Pattern.compile("mammogra"), "MG");
        words.put(Pattern.compile("ultraso|sonogra|echo ?cardi?ogra|\\becho\\b"), "US");
        words.put(Pattern.compile("angiogra"), "XA");
        words.put(Pattern.compile("scintigra|bone scan"), "NM");
        words.put(Pattern.compile("\\bx-? ?rays?\\b|radiograph|\\bxr\\b|\\bxray\\b"), "DX");
        return words;
    }

    static Optional<String> document(String code) {
        return Optional.ofNullable(DOCUMENTS.get(code));
    }

    static Optional<String> visit(String code) {
        return Optional.ofNullable(VISITS.get(code));
    }

    /** v3 ActCode classes of an encounter for table 0004. */
    static Optional<String> visitClass(String code) {
        return switch (code) {
            case "I", "B" -> Optional.of("IMP");
            case "O", "R" -> Optional.of("AMB");
            case "E" -> Optional.of("EMER");
            case "P" -> Optional.of("PRENC");
            default -> Optional.empty();
        };
    }

    /** An amount with its unit and further words, in one line. */
    static Optional<String> together(Optional<String> amount, Optional<String> unit) {
        return amount.map(number -> unit.map(word -> number + " " + word).orElse(number));
    }

    /** UCUM as given; the commonest other spellings as UCUM writes them. */
    static Optional<String> unit(Segment segment, int number) {
        return segment.field(number)
                .flatMap(field -> Optional.of(field.component(1).filter(code -> !code.matches("\\d+")))
                        .filter(Optional::isPresent)
                        .orElseGet(() -> field.component(2))
                        .map(Words::ucum));
    }

    /** The words of a coded element, else its code. */
    static Optional<String> told(Field field) {
        return field.component(9)
                .or(() -> field.component(2))
                .or(() -> field.component(5))
                .or(() -> field.component(1));
    }

    private static String ucum(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "mmhg", "mm(hg)", "mm hg", "mm_hg" -> "mm[Hg]";
            case "beats/min", "bpm", "/minute" -> "/min";
            case "lb", "lbs" -> "[lb_av]";
            case "degf", "deg f" -> "[degF]";
            case "degc", "deg c" -> "Cel";
            default -> unit;
        };
    }
}
