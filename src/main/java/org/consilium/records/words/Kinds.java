package org.consilium.records.words;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.consilium.prose.Line;
import org.consilium.prose.Plain;
import org.jspecify.annotations.Nullable;

/**
 * What kind of document a text is, by its headings. A heading that names the kind counts most; words that only one kind of
 * document has in its body count a little; without enough of them the kind stays open.
 *
 * @param title the heading that names it, as written; absent when none does
 */
record Kinds(DocumentKind kind, @Nullable String title) {
    private static final int TOP = 40;
    private static final int LONGEST_TITLE = 90;
    private static final int NAMED = 5;
    private static final int ENOUGH = 3;

    private static final Map<DocumentKind, Pattern> TITLES = new EnumMap<>(Map.of(
            DocumentKind.PATHOLOGY,
            Pattern.compile(
                    "\\b(?:(?:surgical |anatomic(?:al)? )?patholog(?:y|ic|ical) (?:report|consultation|diagnosis)"
                            + "|surgical pathology|anatomic pathology|cytolog(?:y|ical) report|cytopathology|biopsy report|"
                            + "histopathology(?: report)?|dermatopathology|(?:informe|estudio|resultado|diagnostico) "
                            + "(?:de |del? )?(?:anatomia patologica|anatomopatologico|histopatologico|patologia|citologia|"
                            + "biopsia|histologico|citologico)|anatomia patologica)\\b"),
            DocumentKind.RADIOLOGY,
            Pattern.compile(
                    "\\b(?:(?:radiology|imaging|diagnostic imaging|x-?ray|ultrasound|sonogram|mammogra(?:m|phy)|"
                            + "mri|ct|pet(?:/ct)?|dexa|dxa|bone density|echocardiogra(?:m|phy)|scan) (?:[a-z]+ ){0,4}(?:report|study|"
                            + "examination|scan|results?)|(?:ct|mri|pet(?:/ct)?|mr) (?:of (?:the )?)?(?:head|brain|neck|chest|"
                            + "abdomen|pelvis|spine|knee|breasts?|whole body|lumbar|cervical|thorax)\\b.*|(?:dexa|dxa) .*|"
                            + "(?:informe|estudio) (?:de |del? )?(?:radiologi[ac]o?|imagen(?:es)?|tomografia|resonancia|ecografia|"
                            + "mamografia|tac|radiografia|ecografico)|diagnostico por imagen(?:es)?|radiologia|"
                            + "(?:tomografia|resonancia|ecografia|mamografia|radiografia|tac|tc|rm)"
                            + " (?:computa[a-z]+|magnetica|de|del|bilateral|abdominal|toraco[a-z]*|cerebral)\\b.*)"),
            DocumentKind.LAB,
            Pattern.compile("\\b(?:lab(?:oratory)? (?:report|results?|test results?|data)|test results?|"
                    + "blood test(?: results)?|(?:complete blood count|comprehensive metabolic panel|lipid panel|urinalysis)|"
                    + "(?:informe|resultados?) (?:de |del? )?(?:laboratorio|analitica|analisis(?: clinicos?)?)|"
                    + "analitica(?: de sangre)?|hemograma|bioquimica)\\b"),
            DocumentKind.PRESCRIPTION,
            Pattern.compile(
                    "\\b(?:prescription|medication order|receta(?: medica| electronica)?|prescripcion(?: medica)?|"
                            + "hoja de medicacion|plan de medicacion|medication list|lista de medicamentos)\\b|^rx\\b"),
            DocumentKind.DISCHARGE,
            Pattern.compile("\\b(?:discharge (?:summary|letter|report|instructions)|hospital discharge|informe de alta|"
                    + "epicrisis|alta hospitalaria|resumen de alta)\\b"),
            DocumentKind.OPERATION,
            Pattern.compile("\\b(?:operative (?:report|note)|operation note|procedure (?:report|note)|"
                    + "surgical report|informe (?:quirurgico|operatorio)|protocolo (?:quirurgico|operatorio)|"
                    + "hoja (?:quirurgica|operatoria)|nota operatoria|parte operatorio)\\b"),
            DocumentKind.LETTER,
            Pattern.compile(
                    "\\b(?:consult(?:ation)? (?:letter|note|report)|referral letter|clinic letter|progress note|"
                            + "informe (?:clinico|de consulta|medico)|carta de derivacion|nota de (?:consulta|evolucion)|"
                            + "interconsulta)\\b|^(?:dear (?:dr|doctor|colleague|mr|mrs|ms)\\b.*|estimad[oa]s? .*)")));

    private static final Map<DocumentKind, Pattern> BODY = new EnumMap<>(
            Map.of(
                    DocumentKind.PATHOLOGY,
                    Pattern.compile(
                            "\\b(?:gross(?: description)?:|grossly|microscop(?:ic|ically)|immunohistochem|formalin|"
                                    + "specimens? (?:submitted|received|a:)|tumou?r cells|macroscopic|mitotic|descripcion macroscopica|"
                                    + "descripcion microscopica|inmunohistoquimic|formol|margenes de reseccion|histolog|bethesda)"),
                    DocumentKind.RADIOLOGY,
                    Pattern.compile("\\b(?:impression:|findings:|technique:|comparison:|exam(?:ination)?:|contrast|"
                            + "hallazgos:|impresion(?: diagnostica)?:|tecnica:|axial|hounsfield|bi-?rads)"),
                    DocumentKind.LAB,
                    Pattern.compile("\\b(?:reference (?:range|interval)|ref\\.? range|specimen (?:collected|number)|"
                            + "valores? de referencia|rango de referencia|g/dl|mmol/l|mg/dl|date collected)"),
                    DocumentKind.PRESCRIPTION,
                    Pattern.compile("\\b(?:refills?|dispense|disp:|sig:|posologia|dosis:|tome )|^rx:?"),
                    DocumentKind.DISCHARGE,
                    Pattern.compile(
                            "\\b(?:date of (?:admission|discharge)|admission date|discharge (?:date|diagnos[ie]s|medications)|"
                                    + "hospital course|fecha de (?:ingreso|alta)|motivo de ingreso|diagnostico (?:al|de) alta)"),
                    DocumentKind.OPERATION,
                    Pattern.compile(
                            "\\b(?:preoperative diagnosis|postoperative diagnosis|anesthesia:|estimated blood loss|"
                                    + "diagnostico (?:pre|post)operatorio|procedure performed|anestesia:|hallazgos operatorios)"),
                    DocumentKind.LETTER,
                    Pattern.compile(
                            "\\b(?:chief complaint|history of present illness|thank you for referring|review of systems|"
                                    + "motivo de consulta|enfermedad actual|sincerely|kind regards|atentamente|assessment and plan)")));

    static Kinds of(List<Line> lines) {
        var scores = new EnumMap<DocumentKind, Integer>(DocumentKind.class);
        var titles = new EnumMap<DocumentKind, String>(DocumentKind.class);
        var seen = 0;
        for (var line : lines) {
            if (line.isBlank()) {
                continue;
            }
            if (seen++ < TOP) {
                line.cells().forEach(cell -> title(cell.text(), scores, titles));
            }
            var plain = Plain.of(line.text());
            BODY.forEach((kind, words) -> {
                if (words.matcher(plain).find()) {
                    scores.merge(kind, 1, (before, one) -> before >= NAMED + 6 ? before : before + one);
                }
            });
        }
        return best(scores, titles);
    }

    private static void title(String text, Map<DocumentKind, Integer> scores, Map<DocumentKind, String> titles) {
        if (text.length() > LONGEST_TITLE) {
            return;
        }
        var plain = Plain.of(text);
        TITLES.forEach((kind, names) -> {
            var found = names.matcher(plain);
            if (!titles.containsKey(kind) && found.find() && isHeading(plain, found.start(), found.end())) {
                titles.put(kind, text.strip());
                scores.merge(kind, NAMED + (titles.size() == 1 ? 1 : 0), Integer::sum);
            }
        });
    }

    /** A heading is little more than its name: no sentence that mentions another document. */
    private static boolean isHeading(String plain, int start, int end) {
        return start <= 45 && plain.length() - end <= 45 && !plain.strip().endsWith(".") && !plain.contains(" see ");
    }

    private static Kinds best(Map<DocumentKind, Integer> scores, Map<DocumentKind, String> titles) {
        var best = DocumentKind.OTHER;
        var most = ENOUGH - 1;
        for (var score : scores.entrySet()) {
            if (score.getValue() > most) {
                best = score.getKey();
                most = score.getValue();
            }
        }
        return new Kinds(best, titles.get(best));
    }
}
