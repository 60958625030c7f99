package org.consilium.records.words;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.consilium.clinical.PartialDate;
import org.consilium.prose.Dates;
import org.consilium.prose.Line;
import org.consilium.prose.Plain;

/** The dates that a document puts a label on. */
final class DocumentDates {
    /** What a labelled date is of, in the order in which they tell when something was so. */
    enum Label {
        COLLECTED(
                "(?:date (?:and time |/ ?time )?(?:of )?(?:collect(?:ed|ion)|taken|sample)|(?:specimen |sample )?collect(?:ed|ion)"
                        + "(?: on| date)?(?: ?/ ?time| and time)?|collected date(?:/time)?|drawn(?: on)?|sample date|date of (?:biopsy|specimen|procedure|surgery|operation)|"
                        + "procedure date|(?:fecha|dia)(?: y hora)? (?:de )?(?:la )?(?:toma|extraccion|obtencion|recogida|muestra|"
                        + "biopsia|intervencion|cirugia|toma de muestra)(?: de (?:la )?muestra)?|extraccion|toma de muestra)"),
        EXAMINED(
                "(?:date of (?:exam(?:ination)?|study|service|scan|visit|admission|consultation)|(?:exam|study|service|visit|scan|"
                        + "admission|encounter) date|date(?: and time)? performed|performed(?: on)?|fecha (?:de |del )?(?:la )?(?:examen|estudio|exploracion|"
                        + "realizacion|prueba|consulta|visita|ingreso|atencion)|exam date/time|prescribed on|date prescribed|date (?:written|issued)|fecha de "
                        + "(?:prescripcion|emision|expedicion))"),
        REPORTED(
                "(?:date (?:and time |of )?(?:report(?:ed)?|issued|finali[sz]ed|signed)|report(?:ed)?(?: date| on)?|reported "
                        + "date(?:/time)?|date of report|final(?:ized)?(?: date| on)|signed(?: on| out)?|dictated|discharge date|date of discharge|fecha (?:de |del "
                        + ")?(?:la )?(?:informe|resultado|validacion|firma|alta|reporte|diagnostico)|informado(?: el)?)"),
        RECEIVED(
                "(?:date (?:and time )?received|received(?: date| on)?|accession(?:ed)? date|fecha (?:de )?(?:recepcion|entrada|"
                        + "registro|solicitud))"),
        DATED("(?:date|fecha|dated)");

        private final Pattern words;

        Label(String words) {
            this.words = Pattern.compile("\\b" + words + "(?=\\s*:|\\s*$|\\s+(?=\\d))\\s*:?");
        }
    }

    private static final Pattern NO_LABEL = Pattern.compile(
            "\\b(?:birth|born|nacimiento|nac\\b|printed|impres|expir|caduc|entered|due|next|proxim|page|pagina|dob)");

    private final Map<Label, Map<String, Set<PartialDate>>> byLabel = new EnumMap<>(Label.class);

    static DocumentDates of(List<Line> lines, Dates dates) {
        var found = new DocumentDates();
        var labels = new Labels(lines);
        for (var label : Label.values()) {
            for (var each : labels.all(label.words)) {
                if (!each.sure() || NO_LABEL.matcher(Plain.of(head(each))).find()) {
                    continue;
                }
                dates.first(shortened(each.value()))
                        .ifPresent(date -> found.add(label, each.line().page(), date));
            }
        }
        if (found.byLabel.isEmpty()) {
            lines.stream()
                    .filter(line -> !line.isBlank())
                    .limit(15)
                    .filter(line -> line.isSure())
                    .flatMap(line -> line.cells().stream()
                            .filter(cell -> Dates.isDateAlone(cell.text()))
                            .flatMap(cell -> dates.first(cell.text()).stream())
                            .map(date -> Map.entry(line.page(), date)))
                    .forEach(date -> found.add(Label.DATED, date.getKey(), date.getValue()));
        }
        return found;
    }

    private static String head(Labels.Found found) {
        var text = found.line().text();
        var value = text.indexOf(found.value());
        var start = value < 0 ? 0 : Math.max(0, value - 34);
        return value < 0 ? "" : text.substring(start, value).replaceFirst(".*\\d{4}", "");
    }

    private static String shortened(String value) {
        return value.length() > 45 ? value.substring(0, 45) : value;
    }

    private void add(Label label, String page, PartialDate date) {
        byLabel.computeIfAbsent(label, first -> new LinkedHashMap<>())
                .computeIfAbsent(page, first -> new LinkedHashSet<>())
                .add(date);
    }

    /** The date of the whole document: of its first label for which it names one date only. */
    Optional<PartialDate> ofDocument(List<Label> inOrder) {
        for (var label : inOrder) {
            var days = new LinkedHashSet<PartialDate>();
            byLabel.getOrDefault(label, Map.of()).values().forEach(days::addAll);
            if (!days.isEmpty()) {
                return days.size() == 1 ? Optional.of(days.iterator().next()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** When the sample on this page was taken; else when it was reported; else what the whole document says. */
    Optional<PartialDate> ofPage(String page) {
        for (var label : List.of(Label.COLLECTED, Label.EXAMINED, Label.REPORTED, Label.RECEIVED, Label.DATED)) {
            var here = byLabel.getOrDefault(label, Map.of()).getOrDefault(page, Set.of());
            if (here.size() == 1) {
                return Optional.of(here.iterator().next());
            }
            if (here.size() > 1) {
                return Optional.empty();
            }
            var all = ofDocument(List.of(label));
            if (all.isPresent()) {
                return all;
            }
        }
        return Optional.empty();
    }
}
