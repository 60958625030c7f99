package org.consilium.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The specialties that the name of a doctor or a service carries («Dr. Rivera, Medical Oncology»), and for which groups of
 * conditions each is an expert. After the specialties of the NUCC provider taxonomy; which group needs which is a proposal of
 * this project.
 */
final class Specialties {
    private static final WordIndex<Set<String>> EXPERTS = new WordIndex<>();
    private static final WordIndex<Boolean> GENERALISTS = new WordIndex<>();

    /** Beginnings of group ids by the words of the specialty, English and Spanish. */
    private static final Map<Set<String>, Set<String>> GROUPS = Map.ofEntries(
            Map.entry(Set.of("oncolog", "tumor board", "comite de tumores"), Set.of("CA-")),
            Map.entry(Set.of("hematolog", "haematolog"), Set.of("CA-LEUK", "CA-LYMPH", "CA-MYEL", "HEME", "RARE")),
            Map.entry(Set.of("urolog"), Set.of("CA-PROST", "CA-BLAD", "CA-KID", "CA-UTUC", "CA-TESTIS")),
            Map.entry(Set.of("dermatolog"), Set.of("CA-MELANOMA", "CA-MERKEL")),
            Map.entry(Set.of("endocrin"), Set.of("CA-THYROID", "CA-NET", "ENDO")),
            Map.entry(Set.of("neurosurg", "neurological surgery", "neurocirug"), Set.of("CA-CNS", "NE-", "CV-CAROTID")),
            Map.entry(Set.of("neurolog"), Set.of("CA-CNS", "NE-", "AI-MS", "AI-NMO", "AI-MG", "AI-GBS", "CV-CAROTID")),
            Map.entry(
                    Set.of("pulmon", "neumolog", "thoracic surgery", "cirugia toracica"),
                    Set.of("CA-LUNG", "CA-MESO", "CA-ESO", "LUNG", "CV-PH")),
            Map.entry(Set.of("otolaryng", "otorrino", "head and neck"), Set.of("CA-HN", "CA-THYROID", "ENT")),
            Map.entry(Set.of("colorectal", "coloproct"), Set.of("CA-CRC", "AI-IBD")),
            Map.entry(
                    Set.of("gastroenterolog", "hepatolog", "digestivo"),
                    Set.of(
                            "CA-CRC",
                            "CA-PANC",
                            "CA-BILI",
                            "CA-LIVER",
                            "CA-GASTRIC",
                            "CA-ESO",
                            "AI-IBD",
                            "AI-HEP",
                            "AI-CELIAC",
                            "LIVER")),
            Map.entry(Set.of("breast surg", "cirugia de mama", "mastolog"), Set.of("CA-BREAST", "CA-DCIS")),
            Map.entry(Set.of("orthop", "ortoped", "traumatolog"), Set.of("CA-SARC")),
            Map.entry(
                    Set.of("cardiolog", "cardiac", "cardiothoracic", "electrophysiolog", "cardiaca"),
                    Set.of("CV-CAD", "CV-ACS", "CV-VALVE", "CV-HF", "CV-ARR", "CV-AORTA", "CV-CHD", "CV-PH")),
            Map.entry(Set.of("vascular"), Set.of("CV-AORTA", "CV-CAROTID", "CV-PAD")),
            Map.entry(Set.of("rheumatolog", "reumatolog"), Set.of("AI-RA", "AI-CTD", "AI-VASC")),
            Map.entry(Set.of("nephrolog", "nefrolog", "transplant"), Set.of("RENAL", "AI-VASC", "AI-CTD")),
            Map.entry(Set.of("psychiatr", "psiquiatr"), Set.of("PSY")),
            Map.entry(Set.of("genetic", "genetica"), Set.of("RARE")),
            Map.entry(Set.of("geriatr"), Set.of("NE-DEM")),
            Map.entry(Set.of("ophthalmolog", "oftalmolog", "retina"), Set.of("EYE")));

    private static final List<String> GENERAL = List.of(
            "family medicine",
            "family practice",
            "general practice",
            "general practitioner",
            "primary care",
            "internal medicine",
            "emergency medicine",
            "urgent care",
            "medicina familiar",
            "medicina de familia",
            "medico de cabecera",
            "atencion primaria",
            "medicina general",
            "medicina interna",
            "urgencias");

    static {
        GROUPS.forEach((words, groups) -> words.forEach(word -> EXPERTS.add(word, groups)));
        GENERAL.forEach(word -> GENERALISTS.add(word, true));
    }

    private Specialties() {}

    /**
     * What a name says.
     *
     * @param groups beginnings of the ids of the groups it is an expert for
     * @param isSpecialty whether it names any specialty, a general one too
     */
    record Named(List<String> groups, boolean isSpecialty) {
        boolean isExpertFor(String group) {
            return groups.stream().anyMatch(group::startsWith);
        }
    }

    static Named named(String name) {
        var text = Text.of(name);
        var groups = new ArrayList<>(EXPERTS.find(text).stream()
                .flatMap(hit -> hit.what().stream())
                .distinct()
                .sorted()
                .toList());
        var general = GENERALISTS.find(text).stream();
        return new Named(
                List.copyOf(groups),
                Stream.concat(groups.stream(), general).findAny().isPresent());
    }
}
