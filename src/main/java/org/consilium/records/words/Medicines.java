package org.consilium.records.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.prose.Line;
import org.consilium.prose.Plain;

/** Medicines of a prescription or of the list of medicines in a letter: the name with its strength, and dose and frequency as written. */
final class Medicines {
    private static final Pattern STRENGTH = Pattern.compile(
            "(?<![\\w.,])(?<strength>\\d[\\d.,]*(?:\\s?-\\s?\\d[\\d.,]*)?\\s?(?:mg|mcg|\u00b5g|ug|g|gr|ml|mL|UI|IU|units?|unidades|mEq|%)(?:\\s?/\\s?(?:\\d+[.,]?\\d*\\s?)?(?:mg|ml|mL|h|hr|inh|dose|dosis|g|tab|puff|actuation|day|dia))?(?:\\s?[-/]\\s?\\d[\\d.,]*\\s?(?:mg|mcg|g)(?:\\s?/\\s?(?:\\d+\\s?)?(?:ml|mL))?)?)(?![\\w])");
    private static final Pattern FREQUENCY = Pattern.compile(
            "\\b(?:once|twice|three times|four times|\\d times|daily|every|each|bid|b\\.i\\.d\\.?|tid|t\\.i\\.d\\.?|qid|qd|q\\.d\\.|od|bd|tds|qhs|hs|qam|qpm|prn|q\\d{1,2}h|q \\d{1,2} h|weekly|monthly|at bedtime|in the (?:morning|evening)|as needed|nightly|by mouth|orally|po|"
                    + "cada|diari[oa]|al dia|una vez|dos veces|tres veces|por la (?:manana|noche)|si precisa|en (?:desayuno|comida|cena)|semanal|c/ ?\\d{1,2} ?h|antes de|despues de|con las comidas|\\d(?:/2)?\\s?-\\s?\\d(?:/2)?\\s?-\\s?\\d(?:/2)?|al acostarse|via oral|v\\.?o\\.?)\\b");
    private static final Pattern NAME = Pattern.compile(
            "^(?:(?:rx|r/|medication|medicine|drug|medicamento|farmaco|principio activo|1\\.)\\s*[:.]\\s*)?(?<name>\\p{L}[\\p{L}\\d'/ +.-]{2,60}?)(?=[\\s,:(]+\\d|\\s{2,}|\\s*[,(:]|\\s+(?:tab|tablet|cap|comp|compr|inhal|solu|susp|crema|cream|ointment|gotas|drops|inject|inyec|patch|parche|spray|once|twice|daily|every|cada|bid|tid|po)\\b|$)");
    private static final Pattern STOPPED = Pattern.compile(
            "\\b(?:stop(?:ped)?|discontinued?|d/c|hold|held|suspend(?:er|ido|ida)|retirar|dejar de|no (?:longer )?tak(?:e|es|ing)|not taking|do not take|no tomar|avoid|evitar|allerg|alerg|intoleran)");
    private static final Pattern NO_NAME = Pattern.compile(
            "^(?:sig|take|tome|tomar|dispense|disp|refills?|quantity|qty|cantidad|dosis|dose|posologia|duration|duracion|date|fecha|patient|paciente|name|nombre|dr|dra|doctor|medico|physician|prescriber|address|age|edad|dob|phone|weight|peso|height|blood|pressure|pulse|temp|"
                    + "diagnosis|diagnostico|each|every|cada|one|two|una?|dos|apply|aplicar|use|usar|inject|inhale|via|total|number|instructions|page|pagina|license|dea|npi|tel|substitution|signature|firma|with|con|sin|no|increase|decrease|continue|continuar|iniciar|start)\\b");

    private Medicines() {}

    static List<Fact> of(Context context, List<Section> sections) {
        var found = new LinkedHashMap<String, Fact>();
        for (var section : sections) {
            var listed = section.kind() == Section.Kind.MEDICINES;
            var prescribed = context.kind() == DocumentKind.PRESCRIPTION
                    && (section.kind() == Section.Kind.OTHER || section.kind() == Section.Kind.PLAN);
            if (listed || prescribed) {
                lines(context, section.lines(), listed, found);
            }
        }
        return List.copyOf(found.values());
    }

    private static void lines(Context context, List<Line> lines, boolean listed, Map<String, Fact> found) {
        for (var index = 0; index < lines.size(); index++) {
            var line = lines.get(index);
            if (line.isBlank() || !line.isSure() || found.size() >= 100) {
                continue;
            }
            var text = line.text().strip().replaceFirst("^(?:\\(?\\d{1,2}[.)](?!\\d)\\s*|[-\u2022*\u25cf]+\\s*)", "");
            var medicine = name(text, listed);
            if (medicine.isEmpty()) {
                continue;
            }
            var dose = dose(
                    text, index + 1 < lines.size() ? lines.get(index + 1).text().strip() : "");
            new Draft(FactKind.MEDICATION, medicine.get())
                    .when(
                            context.kind() == DocumentKind.PRESCRIPTION
                                    ? context.when().ofPage(line.page())
                                    : Optional.empty())
                    .detail(Detail.DOSE, dose)
                    .at(context.file(), line.at())
                    .ifPresent(fact -> found.putIfAbsent(Plain.of(fact.text()), fact));
        }
    }

    /** Name and strength; a line without a strength needs a frequency and to stand in a list of medicines. */
    private static Optional<String> name(String text, boolean listed) {
        var plain = Plain.of(text);
        if (text.length() > 200
                || NO_NAME.matcher(plain).find()
                || STOPPED.matcher(plain).find()) {
            return Optional.empty();
        }
        var named = NAME.matcher(text);
        if (!named.find() || NO_NAME.matcher(Plain.of(named.group("name"))).find()) {
            return Optional.empty();
        }
        var name = named.group("name").strip();
        var strength = STRENGTH.matcher(text);
        if (strength.find() && strength.start() <= 70) {
            return Optional.of((name + " " + strength.group("strength")).replaceAll("\\s+", " "));
        }
        return listed && FREQUENCY.matcher(plain).find() && name.split(" ").length <= 4
                ? Optional.of(name)
                : Optional.empty();
    }

    /** How it is to be taken: on the line itself, else on the next one when that says so. */
    private static Optional<String> dose(String text, String next) {
        var strength = STRENGTH.matcher(text);
        var rest = strength.find() ? text.substring(strength.end()) : text;
        if (FREQUENCY.matcher(Plain.of(rest)).find()) {
            return Optional.of(rest.replaceFirst("^[\\s,;:.)-]+", "").strip());
        }
        var plain = Plain.of(next);
        var instructs = plain.matches(
                        "^(?:sig|take|tome|tomar|posologia|dosis|dose|apply|aplicar|use|usar|inject|inhale|instructions|one|two|una?|dos|\\d).*")
                && FREQUENCY.matcher(plain).find();
        return instructs
                ? Optional.of(next.replaceFirst(
                        "(?i)^(?:sig|posolog\u00eda|posologia|dosis|dose|instructions)\\s*[:.]\\s*", ""))
                : Optional.empty();
    }
}
