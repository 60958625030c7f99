package org.consilium.letters;

import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.prose.Plain;

/** What a part of a letter is about, by its heading; the first that fits. */
enum Topic {
    FAMILY("family (?:medical )?history|antecedentes (?:heredo-?)?familiares|historia familiar"),
    RECORDS(
            "(?:records?|documents?|documentation|materials?|imaging|studies|reports?|investigations|results)(?: (?:that i )?(?:reviewed|seen|received|examined|available|considered))|"
                    + "(?:review of|i reviewed|reviewed)(?: (?:the )?(?:records?|documents?|imaging|outside records))?|imaging|outside records|sources|"
                    + "(?:documentos|documentacion|informes|pruebas|estudios|material)(?: (?:revisad[oa]s?|aportad[oa]s?|recibid[oa]s?|consultad[oa]s?|vist[oa]s?|complementarias))|pruebas complementarias"),
    HISTORY(
            "(?:clinical |past |present |medical |brief )*history(?: of (?:the )?present illness)?|background|reason for (?:the )?(?:opinion|consultation|referral|visit|request|second opinion)|the question|question|course(?: so far)?|"
                    + "previous (?:treatment|opinion|advice)|first opinion|past medical history|medications?|current medications?|allergies|social history|story|what happened|"
                    + "(?:datos|historia|resumen) clinic[oa]s?|historia(?: clinica| actual)?|antecedentes(?: (?:personales|medicos|de interes))*|motivo(?: de (?:la )?(?:consulta|solicitud|segunda opinion))?|enfermedad actual|"
                    + "evolucion|primera opinion|opinion previa|medicacion(?: (?:actual|habitual))?|tratamiento (?:actual|previo)|alergias|la pregunta|pregunta"),
    EXAMINATION(
            "(?:physical |clinical )?exam(?:ination)?(?: findings)?|on examination|exploracion(?: fisica| clinica)?|examen fisico"),
    EVIDENCE(
            "evidence|references?|literature|bibliograph?y|sources cited|evidencia|referencias|bibliografia|literatura|fuentes"),
    OUTCOMES(
            "outcomes?|expected outcomes?|risks?(?: and benefits?)?|benefits?(?: and risks?)?|what to expect|prognosis|numbers|complications|what the numbers say|"
                    + "resultados(?: esperados)?|riesgos?(?: y beneficios?)?|beneficios?(?: y riesgos?)?|que esperar|pronostico|cifras|complicaciones"),
    TESTS(
            "(?:further |additional |recommended |requested )?(?:tests?|investigations|work-?up|studies)(?: (?:requested|needed|recommended|i would ask for))?|pruebas (?:solicitadas|pendientes|que pido|recomendadas)|estudios (?:solicitados|pendientes)"),
    PLAN(
            "(?:my |our )?(?:treatment |management )?(?:plan|recommendations?|advice|suggestions?|proposal|options?|treatment options|management|treatment|proposed treatment|what i (?:would )?(?:recommend|advise|do|suggest|propose))|"
                    + "(?:your )?options|next steps|opinion and plan|(?:mi |nuestra )?(?:recomendacion(?:es)?|consejo|propuesta|plan(?: (?:terapeutico|de tratamiento))?|opciones(?: de tratamiento)?|tratamiento(?: propuesto| recomendado)?|conducta|actitud|sugerencias?|lo que (?:yo )?(?:recomiendo|haria|propongo))"),
    DIAGNOSIS(
            "(?:overall |final |clinical |diagnostic |my |our )*(?:impressions?|assessment|diagnos[ie]s|opinion|conclusions?|summary|findings|interpretation|working diagnosis|second opinion)(?: and (?:opinion|plan|recommendations?))?|"
                    + "(?:mi |nuestra )?(?:impresion(?: diagnostica| clinica)?|valoracion|diagnosticos?(?: (?:principal|final|actual|definitivo))?|juicio (?:clinico|diagnostico)|conclusion(?:es)?|opinion|resumen|segunda opinion)"),
    /** Everything without a heading that tells. */
    OTHER("comments?|notes?|discussion|comentarios?|notas?|discusion|observaciones");

    private static final Pattern LONE = Pattern.compile("[\\p{Lu}][\\p{L}'’ /&-]{3,45}:?");

    private final Pattern heading;

    Topic(String heading) {
        this.heading = Pattern.compile(
                "(?:[ivx]{1,4}[.)]\\s+|\\d{1,2}[.)]\\s*|[*#-]+\\s*)?(?:" + heading + ")\\s*(?::\\s*|$|\\.?\\s*$)");
    }

    /** @param rest what stands on the line behind the heading */
    record Heading(Topic topic, int rest) {}

    /** The heading that a line is or begins with. */
    static Optional<Heading> of(String line) {
        var plain = Plain.of(line);
        for (var topic : values()) {
            var found = topic.heading.matcher(plain);
            if (found.lookingAt()
                    && (found.end() == plain.length() || found.group().contains(":"))
                    && (line.contains(":")
                            || Character.isUpperCase(line.charAt(0))
                            || !Character.isLetter(line.charAt(0)))) {
                return Optional.of(new Heading(topic, found.end()));
            }
        }
        return Optional.empty();
    }

    /** A short line that looks like a heading but is none of those known. */
    static boolean looksLikeHeading(String line) {
        return LONE.matcher(line).matches()
                && line.equals(line.toUpperCase(java.util.Locale.ROOT))
                && line.length() > 5;
    }
}
