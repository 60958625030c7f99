package org.consilium.records.ccda;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a section is about, by its LOINC code or else, when the code is another, its template (C-CDA R2.1, section 2; CCD; IHE PCC). */
enum SectionKind {
    PROBLEMS(true),
    MEDICATIONS(true),
    ALLERGIES(true),
    RESULTS(true),
    VITALS(true),
    PROCEDURES(true),
    IMMUNIZATIONS(true),
    ENCOUNTERS(true),
    PLAN(false),
    FAMILY(true),
    SOCIAL(true),
    DEVICES(true),
    OTHER(false);

    private static final String CCDA = "2.16.840.1.113883.10.20.22.2.";
    private static final String CCD = "2.16.840.1.113883.10.20.1.";
    private static final Map<String, SectionKind> BY_LOINC = new HashMap<>();
    private static final Map<String, SectionKind> BY_TEMPLATE = new HashMap<>();

    static {
        known(
                PROBLEMS,
                "11450-4 11348-0 46241-6 11535-2 29308-4 10219-4 10218-6 75310-3 59769-0 78375-3",
                "5 5.1 20 43 24 34 58 35 36",
                "11");
        known(MEDICATIONS, "10160-0 29549-3 42346-7 10183-2 75311-1 8677-7 57828-6 18610-6", "1 1.1 38 44", "8");
        known(ALLERGIES, "48765-2", "6 6.1", "2");
        known(RESULTS, "30954-2 26436-6 18725-2 11502-2", "3 3.1", "14");
        known(VITALS, "8716-3", "4 4.1", "16");
        known(PROCEDURES, "47519-4 29554-3 10167-5 10185-7", "7 7.1", "12");
        known(IMMUNIZATIONS, "11369-6", "2 2.1", "6");
        known(ENCOUNTERS, "46240-8", "22 22.1", "3");
        known(PLAN, "18776-5 59772-4", "10 30 9", "10");
        known(FAMILY, "10157-6", "15", "4");
        known(SOCIAL, "29762-2", "17", "15");
        known(DEVICES, "46264-8", "23", "7");
    }

    private final boolean coded;

    /** @param coded true when this kind of section is of little use without coded entries */
    SectionKind(boolean coded) {
        this.coded = coded;
    }

    private static void known(SectionKind kind, String loinc, String ccdaTemplates, String ccdTemplate) {
        for (var code : loinc.split(" ")) {
            BY_LOINC.put(code, kind);
        }
        for (var template : ccdaTemplates.split(" ")) {
            BY_TEMPLATE.put(CCDA + template, kind);
        }
        BY_TEMPLATE.put(CCD + ccdTemplate, kind);
    }

    boolean coded() {
        return coded;
    }

    static SectionKind of(Element section) {
        var byCode = section.first("code")
                .flatMap(element -> element.attribute("code"))
                .flatMap(code -> Optional.ofNullable(BY_LOINC.get(code)));
        return byCode.orElseGet(() -> section.all("templateId").stream()
                .flatMap(template -> template.attribute("root").stream())
                .flatMap(root -> Optional.ofNullable(BY_TEMPLATE.get(root)).stream())
                .findFirst()
                .orElse(OTHER));
    }
}
