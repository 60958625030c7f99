package org.consilium.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.consilium.prose.Dates;
import org.consilium.prose.Plain;

/** What the doctor had before them: records seen, with their dates, and whether the person was examined. */
final class Basis {
    private static final Pattern REVIEWED = Pattern.compile(
            "\\b(?:review(?:ed|ing)?|looked (?:at|through)|(?:have |also )?read|i (?:have )?seen|saw|examined|was sent|received|studied|available to me|records?:|before me|"
                    + "revisad[oa]s?|reviso|revise|he (?:visto|leido|revisado|estudiado|recibido|valorado)|vi|lei|estudie|recibi|documentos|aportad[oa]s?|dispongo de)\\b");
    private static final Pattern KIND = Pattern.compile(
            "\\b(?<slides>(?:pathology |biopsy )?slides?|tissue blocks?|laminillas|laminas(?: de (?:la )?biopsia)?|preparaciones histologicas|cristales)\\b|\\b(?<pathology>(?:[a-z]+ )?(?:pathology|biopsy|cytology|histology)(?: (?:report|result)s?)?(?! slides?)|(?:informe (?:de |del )?(?:la )?)?(?:anatomia patologica|biopsia|citologia|histologia))\\b"
                    + "|\\b(?<genetics>genetic(?:s)?(?: test(?:ing)?)?(?: (?:report|results?|panel))?|(?:estudio |informe |test )?genetic[oa])\\b|\\b(?<labs>lab(?:oratory)?(?: (?:results?|tests?|reports?|values))?|blood (?:tests?|results?|work)|(?:resultados de )?laboratorio|urinalysis|urine (?:tests?|culture)|analiticas?|analisis(?: de sangre)?)\\b"
                    + "|\\b(?<operative>(?:operat(?:ive|ion)|surgical|procedure) (?:note|report)s?|informe (?:quirurgico|de (?:la )?operacion)|hoja operatoria)\\b|\\b(?<medicines>medication lists?|list of (?:medicines|medications)|lista de (?:medicamentos|medicinas|medicacion))\\b"
                    + "|\\b(?<note>(?:clinic(?:al)?|consultation|office|progress|discharge|visit|referral|hospital|school|earlier|[a-z]+ clinic) (?:notes?|letters?|summar(?:y|ies)|reports?)|notes? of dr|(?:his|her|their) letters?|letters? (?:of|from) dr|(?:informes? (?:clinico|de (?:la )?(?:consulta|alta))|notas? de(?: la)? consulta|carta de(?:l)? dr))\\b"
                    + "|\\b(?<imaging>(?:[a-z]+ )?(?:mri|ct|pet(?:[-/ ](?:ct|tc))?|mammogra(?:m|phy)|x-?rays?|radiographs?|ultrasound|sonogram|echocardiogra(?:m|phy)|echo|angiogra(?:m|phy)|scans?|dexa|scintigraphy|bone scan)(?: scan)?|(?:[a-z]+ )?(?:resonancia(?: magnetica)?|tac|tc|pet(?:-tc)?|mamografia|radiografias?|ecografia|ecocardiograma|gammagrafia|angiografia|coronariografia|arteriografia))\\b"
                    + "|\\b(?<other>colonoscopy(?: report)?|endoscopy(?: report)?|catheterization(?: report)?|ecg|eeg|emg|spirometry|sleep study|cateterismo|colonoscopia|endoscopia|gastroscopia|electrocardiograma|electroencefalograma|electromiograma|espirometria|polisomnografia)\\b");
    private static final Pattern IMAGES =
            Pattern.compile("\\b(?:images?|x-?rays|films?|pictures|discs?|cd|imagenes|placas|radiografias)\\b");
    private static final Pattern REPORT = Pattern.compile("\\b(?:reports?|informes?)\\b");
    private static final Pattern DAY = Pattern.compile("\\d");
    private static final Pattern EXAMINED = Pattern.compile(
            "\\b(?:i (?:have )?(?:examined|saw|have seen|met and examined) (?:him|her|you|the patient|mrs?\\.?|ms\\.?|this|[a-z]+ (?:with|in|on|at|today|for))|(?:on|my|physical) examination(?: today)?|i saw [a-z.]+ [a-z]* ?(?:with|in|on|at|today)|(?:was|were) (?:examined|seen) (?:by me|in (?:my |our )?clinic|in person|in my office)|i examined|"
                    + "(?:he |hemos )(?:explorado|examinado|visto) (?:al? |a la |en consulta|en persona|personalmente)|explore (?:al|a la|a [a-z]+)|(?:fue|ha sido) (?:explorad|examinad|vist)[oa]|a la exploracion|exploracion fisica:)");
    private static final Pattern NOT_EXAMINED = Pattern.compile(
            "\\b(?:(?:did|have|could) not (?:examine|examined|see|seen|meet|met)|not (?:been )?(?:examined|seen)|without (?:examining|seeing)|records? (?:alone|only|review\\b)|(?:based|rests?) (?:only |solely )?on (?:the )?(?:records|documents)|"
                    + "no (?:la |lo |le )?(?:he|hemos) (?:visto|explorado|examinado)|no (?:ha sido|fue) (?:explorad|examinad|vist)[oa]|sin (?:explorar|examinar|ver)|solo (?:los |sobre los |con los )?(?:informes|documentos))");

    private Basis() {}

    static void read(List<Passage> passages, Dates dates, Harvest harvest) {
        examined(passages, harvest);
        var seen = new ArrayList<String>();
        for (var passage : passages) {
            var told = passage.topic() == Topic.OTHER
                    || passage.topic() == Topic.HISTORY
                    || passage.topic() == Topic.DIAGNOSIS;
            if (passage.topic() == Topic.RECORDS
                    || (told && REVIEWED.matcher(passage.plain()).find())) {
                seen(passage, dates, seen, harvest);
            }
        }
    }

    private static void examined(List<Passage> passages, Harvest harvest) {
        for (var passage : passages) {
            var isNot = NOT_EXAMINED.matcher(passage.plain()).find();
            var opens = passage.topic() == Topic.EXAMINATION;
            if (isNot || opens || EXAMINED.matcher(passage.plain()).find()) {
                harvest.add(
                        "/basis/examinedPatient",
                        String.valueOf(!isNot),
                        opens ? Confidence.IMPLIED : Confidence.SAID,
                        passage);
                return;
            }
        }
    }

    private static void seen(Passage passage, Dates dates, List<String> seen, Harvest harvest) {
        var plain = passage.plain();
        var kinds = KIND.matcher(plain).results().toList();
        for (var index = 0; index < kinds.size() && seen.size() < 40; index++) {
            var match = kinds.get(index);
            var end = index + 1 < kinds.size() ? kinds.get(index + 1).start() : plain.length();
            var from = index == 0
                    ? Math.max(0, match.start() - 40)
                    : Math.max(kinds.get(index - 1).end(), match.start() - 40);
            var around = plain.substring(from, end);
            var kind = kind(
                    match.namedGroups().keySet().stream()
                            .filter(name -> match.start(name) >= 0)
                            .findFirst()
                            .orElseThrow(),
                    around);
            var behind = passage.text().substring(match.end(), end);
            var date = DAY.matcher(behind).find()
                    ? dates.first(behind)
                    : dates.first(index == 0 ? passage.text().substring(0, match.start()) : "");
            var what = what(passage, match.start(), match.end(), end);
            var key = kind + "|" + date.map(Object::toString).orElse(Plain.of(what));
            if (seen.contains(key)) {
                continue;
            }
            var path = "/basis/saw/" + seen.size();
            seen.add(key);
            harvest.add(path + "/kind", kind, Confidence.SAID, passage);
            harvest.add(path + "/what", what, Confidence.SAID, passage);
            date.ifPresent(day -> harvest.add(path + "/date", day.toString(), Confidence.SAID, passage));
        }
    }

    private static String kind(String group, String around) {
        return switch (group) {
            case "slides" -> "pathology-slides";
            case "pathology" -> "pathology-report";
            case "genetics" -> "genetics";
            case "labs" -> "labs";
            case "operative" -> "operative-note";
            case "medicines" -> "medication-list";
            case "note" -> "clinic-note";
            case "imaging" ->
                IMAGES.matcher(around).find() || (!REPORT.matcher(around).find() && around.contains("x-rays"))
                        ? "images"
                        : "imaging-report";
            default -> "other";
        };
    }

    /** The record by its words, up to its date or the next mark. */
    private static String what(Passage passage, int start, int end, int limit) {
        var rest = passage.text().substring(end, limit);
        var stop = Pattern.compile(
                        "\\d|[,;:.(]|\\b(?:from|dated|of the date|on|del? \\d|and|y|de fecha|con fecha|of (?=\\p{Lu}|\\d))")
                .matcher(rest);
        var to = stop.find() ? end + stop.start() : limit;
        return passage.text().substring(start, to).strip().replaceAll("\\s+(?:of|del?|the|from|el|la|and|y)$", "");
    }
}
