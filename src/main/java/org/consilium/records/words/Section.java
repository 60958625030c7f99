package org.consilium.records.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.prose.Line;
import org.consilium.prose.Plain;

/** A part of a report under one heading. */
record Section(Kind kind, List<Line> lines) {
    Section {
        lines = List.copyOf(lines);
    }

    /** What the part is about, by its heading; the first that fits. */
    enum Kind {
        /** What was thought before the examination: never proposed. */
        QUESTION(
                "(?:clinical|admi(?:tting|ssion)|pre-?operative|preop|referral|provisional|working|presumptive|differential) diagnos[ie]s|"
                        + "clinical (?:history|information|data|indication|details|impression)|indications?(?: for .{3,30})?|reason for (?:exam(?:ination)?|study|referral|visit|consultation)|"
                        + "history|diagnostico (?:clinico|presuntivo|de presuncion|diferencial|preoperatorio|de ingreso|al ingreso)|sospecha diagnostica|"
                        + "(?:datos|historia|informacion) clinic[oa]s?|motivo (?:de (?:consulta|la consulta|ingreso|estudio|exploracion))|indicacion(?: clinica)?|chief complaint|"
                        + "enfermedad actual|history of (?:the )?present illness|hpi|clinical diagnosis/history"),
        DIAGNOSIS(
                "(?:final |main |principal |primary |secondary |discharge |post-?operative |other |additional |current |definitive )?(?:(?:pathologic(?:al)?|histologic(?:al)?|"
                        + "histopathologic(?:al)?|anatomic(?:al)?|microscopic|surgical pathology|cytologic(?:al)?|integrated|tissue) )?diagnos[ie]s(?: \\(?(?:es|list)\\)?)?|diagnostic summary|"
                        + "(?:cytologic(?:al)? |pathologist'?s? )?interpretation(?:/result)?|results?/interpretation|final interpretation|"
                        + "diagnosticos?(?: (?:final|anatomopatologico|anatomo-patologico|histologico|histopatologico|patologico|citologico|principal(?:es)?|secundarios?|definitivo|de alta|al alta|"
                        + "postoperatorio|actual(?:es)?|integrado))?|juicio (?:clinico|diagnostico)|impresion diagnostica|interpretacion|conclusion diagnostica"),
        IMPRESSION(
                "(?:overall |final )?impressions?(?: and recommendations?)?|conclusions?|opinion|summary|impresion(?: radiologica)?|conclusion(?:es)?|resumen|assessment|"
                        + "assessment (?:and|&|/) plan|valoracion|in summary"),
        PROBLEMS(
                "(?:active |current )?(?:medical )?problems?(?: list)?|past (?:medical|surgical) history|pmh|medical history|comorbidities|active diagnoses|"
                        + "antecedentes(?: (?:personales|patologicos|medicos|de interes|medico-quirurgicos))*|problemas(?: activos)?|lista de problemas"),
        FAMILY("family (?:medical )?history|antecedentes (?:heredo-?)?familiares|historia familiar|fh"),
        MEDICINES(
                "(?:current |discharge |home |active |prescribed |regular )?medications?(?: list| on discharge| at discharge)?|medicines|drugs|rx|prescriptions?|treatment on discharge|medication orders?|"
                        + "medicacion(?: (?:actual|habitual|al alta|previa))?|tratamiento(?: (?:actual|habitual|al alta|farmacologico|prescrito|medico))?|medicamentos?|farmacos|prescripcion(?:es)?"),
        ALLERGIES(
                "(?:drug |known )?allerg(?:y|ies)(?: and intolerances)?|alergias?(?: (?:medicamentosas|conocidas))?|reacciones adversas"),
        SYNOPTIC(
                "synoptic (?:report|summary|data)|(?:cap )?cancer (?:case )?(?:summary|protocol|checklist)|tumou?r (?:summary|characteristics|data)|protocolo(?: cap)?|resumen sinoptico|datos del tumor"),
        MICROSCOPIC(
                "microscopic(?: description| examination| findings)?|microscopy|histology|(?:descripcion|estudio|examen) (?:microscopic[oa]|histologic[oa])|microscopia|"
                        + "immunohistochemistry|immunohistochemical (?:stains?|studies|findings)|special (?:stains|studies)|ihc|ancillary studies|biomarkers?(?: results?)?|receptors?(?: status)?|"
                        + "inmunohistoquimica|estudio inmunohistoquimico|receptores hormonales|biomarcadores"),
        GROSS(
                "gross(?: description| examination| findings)?|macroscopic(?: description| examination)?|macroscopy|(?:descripcion|estudio|examen) macroscopic[oa]|macroscopia"),
        SPECIMEN(
                "specimens?(?:\\(?s\\)?)?(?: submitted| received| source| type| type and site|/source| site)?|material (?:submitted|received|remitido|enviado)|source of specimen|tissue|procedure|"
                        + "(?:tipo de )?muestras?(?: (?:remitida|recibida|enviada)s?)?|tipo de (?:muestra|especimen)|especimen|procedencia|organo|pieza"),
        RESULT("results?|resultados?(?: \\(.*\\))?"),
        FINDINGS("findings|hallazgos|descripcion|report|body|informe radiologico"),
        PLAN(
                "plan|recommendations?|recomendacion(?:es)?|follow-?up|seguimiento|plan (?:terapeutico|de tratamiento)|tratamiento propuesto|instructions|instrucciones"),
        OTHER(
                "comments?|notes?|comentarios?|notas?|observaciones|technique|tecnica|comparison|comparacion|estudios? previos?|social history|antecedentes sociales|habitos|"
                        + "review of systems|revision por sistemas|(?:physical )?exam(?:ination)?|exploracion(?: fisica)?|vital signs|constantes|signos vitales|labs?|laboratory|analitica|hospital course|evolucion|"
                        + "procedures?(?: performed)?|procedimientos?|addendum|adenda|references|disclaimer|electronically signed.*|signed.*|firmado.*|fdo.*|attending.*|disposition|specimen adequacy|adequacy|"
                        + "idoneidad(?: de la muestra)?|general categor(?:y|ization)|intraoperative (?:consultation|diagnosis)|frozen section(?: diagnosis)?|biopsia intraoperatoria|external labs|reason for visit|"
                        + "narrative history|immunizations|vacunas|cc|copies to|sincerely.*|atentamente.*");

        private final Pattern heading;

        Kind(String heading) {
            this.heading = Pattern.compile("(?:[ivx]{1,4}[.)]\\s+|\\d{1,2}[.)]\\s*|[*#\u2022-]+\\s*)?(?:" + heading
                    + ")\\s*(?:\\([^)]{0,60}\\))?\\s*(?:[:*#]+\\s*|-\\s*$|$|\\.\\s*$)");
        }
    }

    private static final Pattern UNKNOWN = Pattern.compile("[\\p{Lu}\\d /&()'-]{4,50}:\\s*");
    private static final Pattern SPECIMEN_WORDS = Pattern.compile(
            "\\b(?:biops|excision|resect|core|mastectom|lumpectom|prostat|lobectom|hysterectom|colectom|node|ganglio|nodul|left|right|izquierd|derech|mama|breast|colon|skin|piel|lung|pulmon|curettage|polyp|needle|aspirat|puncion|escision|reseccion)");

    /** The parts of a text in their order; a question or a specimen said on the line of its heading ends with a blank line; what stands before the first heading is {@link Kind#OTHER}. */
    static List<Section> of(List<Line> lines) {
        var sections = new ArrayList<Section>();
        var kind = Kind.OTHER;
        var inside = new ArrayList<Line>();
        var onlyHere = false;
        for (var line : lines) {
            if (line.isBlank() && onlyHere && !inside.isEmpty()) {
                sections.add(new Section(kind, inside));
                inside = new ArrayList<>();
                kind = Kind.OTHER;
                onlyHere = false;
            }
            var heading = heading(line, kind);
            if (heading.isPresent()) {
                sections.add(new Section(kind, inside));
                inside = new ArrayList<>();
                kind = heading.get().kind();
                onlyHere = !heading.get().rest().isBlank() && (kind == Kind.QUESTION || kind == Kind.SPECIMEN);
                if (!heading.get().rest().isBlank()) {
                    inside.add(Line.of(heading.get().rest(), line.at(), line.isSure()));
                }
            } else {
                inside.add(line);
            }
        }
        sections.add(new Section(kind, inside));
        return sections.stream().filter(section -> !section.lines().isEmpty()).toList();
    }

    private record Heading(Kind kind, String rest) {}

    private static Optional<Heading> heading(Line line, Kind inside) {
        if (line.isBlank()) {
            return Optional.empty();
        }
        var text = line.text().strip();
        var plain = Plain.of(text);
        for (var kind : Kind.values()) {
            var found = kind.heading.matcher(plain);
            if (found.lookingAt()
                    && (found.end() == plain.length()
                            || plain.substring(0, found.end()).contains(":"))) {
                if (found.end() == plain.length() && !text.contains(":") && Character.isLowerCase(text.charAt(0))) {
                    continue;
                }
                return Optional.of(new Heading(kind, text.substring(found.end())));
            }
        }
        var specimen = inside == Kind.DIAGNOSIS
                && (text.contains(",") || SPECIMEN_WORDS.matcher(plain).find());
        return UNKNOWN.matcher(text).matches() && !specimen
                ? Optional.of(new Heading(Kind.OTHER, ""))
                : Optional.empty();
    }
}
