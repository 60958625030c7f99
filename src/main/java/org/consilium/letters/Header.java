package org.consilium.letters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.clinical.PartialDate;
import org.consilium.prose.Dates;
import org.consilium.prose.Line;
import org.consilium.prose.Plain;

/** Who wrote the letter, where and when: its head and its signature. */
final class Header {
    private static final int TOP = 14;
    private static final int BOTTOM = 12;
    private static final String NAME =
            "\\p{Lu}[\\p{L}.'\u2019-]*(?:\\s+(?:de(?: la| los)?|del|van|von|y|la|\\p{Lu}[\\p{L}.'\u2019-]*)){1,4}";
    private static final Pattern LABELLED = Pattern.compile(
            "(?i:^\\s*(?:consultant|consulting (?:physician|doctor)|author|reviewer|reviewed by|reviewing (?:physician|doctor)|second opinion by|opinion (?:by|of)|physician|doctor|specialist|signed|electronically signed by|dictated by|provider|expert|fdo\\.?|firmado(?: por)?|autor[a]?|m[e\u00e9]dic[oa](?: responsable| consultor[a]?)?|especialista|facultativo|revisor[a]?|dr\\. responsable)\\s*[:.]\\s*)(?:(?i:(?:prof(?:essor)?|dr|dra|mr|mrs|ms)\\.?\\s+)*)(?<name>"
                    + NAME + ")");
    private static final Pattern TITLED = Pattern.compile(
            "^\\s*(?:(?i:(?:prof(?:essor|\\.)?|dr\\.?|dra\\.?|mr\\.?|mrs\\.?|ms\\.?)\\s+)+)(?<name>" + NAME + ")");
    private static final Pattern DEGREE = Pattern.compile("^\\s*(?:(?:Prof\\.?|Dr\\.?|Dra\\.?)\\s+)*(?<name>" + NAME
            + "),?\\s+(?:M\\.?D\\.?|D\\.?O\\.?|MBBS|MBChB|FRCS|FRCP|PhD|FACS|MRCP|MRCPsych|FRCR)\\b");
    private static final Pattern DEGREES =
            Pattern.compile("[, ]+(?:M\\.?D\\.?|D\\.?O\\.?|MBBS|MBChB|FRCS|FRCP|Ph\\.?D\\.?|FACS|MRCP)\\b.*");
    private static final Pattern PATIENT = Pattern.compile(
            "\\b(?:patient|paciente|re|dear|estimad[oa]|to|para|a la atencion|cc|asunto|born|dob|name|nombre|referring|referred)\\b.{0,3}[:\\s].*|^dear .*|^estimad[oa].*");
    private static final Pattern PLACE = Pattern.compile(
            "\\b(?:hospital|clinic|clinica|centre|center|centro|institute|instituto|associates|group|university|universidad|universitari[oa]|medical (?:practice|partners)|practice|foundation|fundacion|orthop[a]?edics|health (?:system|care)|policlinic[oa]|consultorio|complejo hospitalario|sanatorio|infirmary|surgery center|partners|physicians|unidad de|specialists|psychiatry|neurology|pediatrics)\\b");
    private static final Pattern SPECIALTY = Pattern.compile(
            "\\b(?:(?:breast |colorectal |paediatric |pediatric |spine |orthop[a]?edic |vascular |cardiothoracic |cardiac |thoracic |general |hand |plastic |consultant |medical |radiation |surgical |gyn[a]?ecologic |gynaecological |child and adolescent |child |clinical |interventional |endocrine |upper limb |hip and knee |knee |shoulder |head and neck |transplant )*"
                    + "(?:oncolog(?:y|ist)|surgeon|surgery|urolog(?:y|ist)|endocrinolog(?:y|ist)|cardiolog(?:y|ist)|psychiatr(?:y|ist)|neurolog(?:y|ist)|neurosurg(?:ery|eon)|hepatolog(?:y|ist)|gastroenterolog(?:y|ist)|rheumatolog(?:y|ist)|h[a]?ematolog(?:y|ist)|dermatolog(?:y|ist)|nephrolog(?:y|ist)|gyn[a]?ecolog(?:y|ist)|p[a]?ediatric(?:s|ian)|pulmonolog(?:y|ist)|ophthalmolog(?:y|ist)|otolaryngolog(?:y|ist)|radiolog(?:y|ist)|(?:dermato)?patholog(?:y|ist)|geneticist|genetics|orthop[a]?edics|orthop[a]?edist|internist|internal medicine|physiatrist|immunolog(?:y|ist)|allergist|geriatrician|psychologist|ent surgeon|pain medicine)"
                    + "|(?:cirugia|cirujan[oa])(?: (?:ortopedica(?: y traumatologia)?|general|de (?:columna|mama|torax|rodilla)|vascular|cardiaca|oncologica|pediatrica|plastica|toracica|maxilofacial))?|neurocirug(?:ia|ian[oa]|an[oa])|neurocirujan[oa]|(?:oncolog(?:ia|[oa])|onc[oó]log[oa])(?: (?:medic[ao]|radioterapic[oa]))?|urolog(?:ia|[oa])|endocrin(?:ologia|olog[oa]|[oa])|cardiolog(?:ia|[oa])|psiquiatr(?:ia|a)(?: infantil)?|neurolog(?:ia|[oa])(?: infantil| pediatrica)?|neuropediatr(?:ia|a)|hepatolog(?:ia|[oa])|gastroenterolog(?:ia|[oa])|aparato digestivo|reumatolog(?:ia|[oa])|hematolog(?:ia|[oa])|dermatolog(?:ia|[oa])|nefrolog(?:ia|[oa])|ginecolog(?:ia|[oa])|pediatr(?:ia|a)|neumolog(?:ia|[oa])|oftalmolog(?:ia|[oa])|otorrinolaringolog(?:ia|[oa])|traumatolog(?:ia|[oa])|medicina interna|internista|genetista|rehabilitacion)\\b");

    private final List<Line> lines;
    private final List<Integer> starts = new ArrayList<>();
    private final Harvest harvest;
    private final Dates dates;

    private Header(List<Line> lines, Dates dates, Harvest harvest) {
        this.lines = lines;
        this.dates = dates;
        this.harvest = harvest;
        var start = 0;
        for (var line : lines) {
            starts.add(start);
            start += line.text().length() + 1;
        }
    }

    static void read(List<Line> lines, Dates dates, Harvest harvest) {
        var header = new Header(lines, dates, harvest);
        var author = header.author();
        author.ifPresent(found -> harvest.add("/author/name", found.name, found.sure, header.passage(found.line)));
        header.specialty(author.map(Author::line).orElse(lines.size() - 1));
        header.organisation();
        header.date();
    }

    private record Author(String name, int line, Confidence sure) {}

    private Passage passage(int line) {
        var text = lines.get(line).text();
        return new Passage(Topic.OTHER, text, Plain.of(text), starts.get(line), false, 0);
    }

    private Optional<Author> author() {
        var found = byLabel();
        return found.isPresent() ? found : bySignature();
    }

    private Optional<Author> byLabel() {
        for (var index = 0; index < lines.size(); index++) {
            var label = LABELLED.matcher(lines.get(index).text());
            if (label.find()) {
                return Optional.of(new Author(clean(label.group("name")), index, Confidence.SAID));
            }
        }
        return Optional.empty();
    }

    /** A name with a title or a degree on one of the last lines, else on one of the first. */
    private Optional<Author> bySignature() {
        var written = 0;
        for (var index = lines.size() - 1; index >= 0 && written < BOTTOM; index--) {
            written += lines.get(index).isBlank() ? 0 : 1;
            var name = named(index);
            if (name.isPresent()) {
                return Optional.of(new Author(name.get(), index, Confidence.SAID));
            }
        }
        for (var index = 0; index < Math.min(TOP, lines.size()); index++) {
            var name = named(index);
            if (name.isPresent()) {
                return Optional.of(new Author(name.get(), index, Confidence.UNSURE));
            }
        }
        return Optional.empty();
    }

    private Optional<String> named(int index) {
        var text = lines.get(index).text();
        if (text.length() > 90
                || PATIENT.matcher(Plain.of(text)).matches()
                || text.matches(".*[.?!]\\s+\\p{Lu}\\p{Ll}+ \\p{Ll}+ .*")) {
            return Optional.empty();
        }
        var degree = DEGREE.matcher(text);
        if (degree.find()) {
            return Optional.of(clean(degree.group("name")));
        }
        var titled = TITLED.matcher(text);
        if (!titled.find()) {
            return Optional.empty();
        }
        var rest = text.substring(titled.end()).strip();
        return rest.isEmpty() || rest.startsWith(",") || rest.matches("(?:FRCS|MD|M\\.D|PhD|FACS|\\(|-).*")
                ? Optional.of(clean(titled.group("name")))
                : Optional.empty();
    }

    private static String clean(String name) {
        return DEGREES.matcher(name)
                .replaceFirst("")
                .replaceAll("[.,\\s]+$", "")
                .replaceAll("^(?i:(?:dr|dra|prof|mr|mrs|ms)\\.?\\s+)+", "");
    }

    /** On the author's line or one of the next three; else on a line of the head. */
    private void specialty(int author) {
        var near = new ArrayList<Integer>();
        for (var index = author; index <= author + 3 && index < lines.size(); index++) {
            near.add(Math.max(0, index));
        }
        var signed = near.size();
        for (var index = 0; index < Math.min(TOP, lines.size()); index++) {
            near.add(index);
        }
        for (var place = 0; place < near.size(); place++) {
            var text = lines.get(near.get(place)).text();
            var found = SPECIALTY.matcher(Plain.of(text));
            if (text.length() <= 90
                    && found.find()
                    && !PATIENT.matcher(Plain.of(text)).matches()) {
                harvest.add(
                        "/author/specialty",
                        text.substring(found.start(), found.end()),
                        place < signed ? Confidence.SAID : Confidence.IMPLIED,
                        passage(near.get(place)));
                return;
            }
        }
    }

    private void organisation() {
        for (var index = 0; index < lines.size(); index++) {
            var isHead = index < 8 || index >= lines.size() - 6;
            var text = lines.get(index).text().strip();
            if (isHead
                    && text.length() >= 6
                    && text.length() <= 80
                    && !text.matches(".*[.:;]$|.*[:].*|.*\\d{3}.*")
                    && Character.isUpperCase(text.charAt(0))
                    && PLACE.matcher(Plain.of(text)).find()
                    && !PATIENT.matcher(Plain.of(text)).matches()
                    && !Plain.of(text)
                            .matches(".*\\b(?:opinion|report|informe|consultation for|was|is|the|of your)\\b.*")) {
                harvest.add("/author/organisation", text, Confidence.IMPLIED, passage(index));
                return;
            }
        }
    }

    private static final Pattern DATE_LABEL = Pattern.compile(
            "\\b(?:date(?: of (?:report|letter|visit|service|consultation|opinion))?|report date|dated|fecha(?: (?:del? )?(?:informe|consulta|emision|la carta))?|visit date|signed on)\\s*:");
    private static final Pattern NOT_ITS_DATE = Pattern.compile(
            "\\b(?:born|dob|birth|nacid[oa]|nacimiento|reviewed|received|mri|ct|scan|biopsy|report of|print|impres|collected|records|of birth|examined|saw|from|revisad|resonancia|exploré|explore)\\b");

    private void date() {
        for (var labelled : List.of(true, false)) {
            for (var index = 0; index < lines.size(); index++) {
                var plain = Plain.of(lines.get(index).text());
                var label = DATE_LABEL.matcher(plain);
                var fits = labelled
                        ? label.find()
                        : (index < TOP || index >= lines.size() - 6)
                                && plain.length() <= 60
                                && !NOT_ITS_DATE.matcher(plain).find();
                if (!fits) {
                    continue;
                }
                var words = lines.get(index).text();
                var day = dates.first(labelled ? words.substring(label.end()) : words)
                        .flatMap(Header::whole);
                if (day.isPresent()) {
                    harvest.add(
                            "/date",
                            day.get().toString(),
                            labelled ? Confidence.SAID : Confidence.IMPLIED,
                            passage(index));
                    return;
                }
            }
        }
    }

    private static Optional<LocalDate> whole(PartialDate date) {
        var text = date.toString();
        return text.length() >= 10 ? Optional.of(LocalDate.parse(text.substring(0, 10))) : Optional.empty();
    }
}
