package org.consilium.records.words;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Sex;
import org.consilium.prose.Dates;
import org.consilium.prose.Line;
import org.consilium.prose.Plain;
import org.consilium.records.Identity;

/** Whose document it is, by its labels. What the pages contradict each other on is left out. */
final class Person {
    private static final Pattern NAME = Pattern.compile(
            "\\b(?:(?:patient(?:'s)?|full|legal) ?name(?: \\(last, first\\))?|patient|name|re|paciente|nombre(?: y apellidos| completo|"
                    + " del paciente| de la paciente)?|apellidos y nombre)\\s*:");
    private static final Pattern BORN = Pattern.compile(
            "\\b(?:date of birth|d\\.?o\\.?b\\.?|birth ?date|born|"
                    + "fecha (?:de )?nac(?:imiento|\\.)?|f\\.? ?nac(?:imiento)?\\.?|nacid[oa](?: el)?)(?:\\s*\\([a-z/]+\\))?\\s*(?::|$|(?=\\s\\d))");
    private static final Pattern SEX = Pattern.compile("\\b(?:sex|gender|sexo|genero)\\s*(?::|$)");
    private static final Pattern NUMBER =
            Pattern.compile("\\b(?:mrn|medical record (?:number|no\\.?|#)|hospital (?:number|no\\.?)|"
                    + "nhs (?:number|no\\.?)|patient id|(?:n[u\u00ba]?m?(?:ero|\\.)? ?(?:de )?)?historia(?: clinica)?|nhc|hc|"
                    + "n\u00ba historia|record number)\\s*#?\\s*:");
    private static final Pattern NAME_END = Pattern.compile(
            "\\s{2,}|[;|(\\[]|\\b(?:dob|d\\.o\\.b|date of birth|birth|sex|gender|age|mrn|id|nhc|edad|sexo|fecha|f\\. ?nac|"
                    + "dni|nif|cip|medical|account|hc|rut|curp|tel|phone)\\b[\\s.:#]*|\\d");
    private static final Pattern NO_NAME = Pattern.compile(
            "(?i).*(?:_{2,}|\\b(?:hospital|clinic|center|laborator|department|physician|information|details|name|report|"
                    + "datos|signature|was|is|with|has)\\b).*");

    private Person() {}

    static Optional<Identity> of(List<Line> lines, Dates dates, boolean spanish) {
        var labels = new Labels(lines);
        var names = new LinkedHashMap<String, String>();
        for (var found : labels.all(NAME)) {
            if (found.sure()) {
                name(found.value()).ifPresent(name -> names.putIfAbsent(key(name), name));
            }
        }
        var born = new LinkedHashSet<PartialDate>();
        for (var found : labels.all(BORN)) {
            if (found.sure()) {
                dates.born(found.value().length() > 30 ? found.value().substring(0, 30) : found.value())
                        .ifPresent(born::add);
            }
        }
        var sexes = new LinkedHashSet<Sex>();
        for (var found : labels.all(SEX)) {
            sex(Plain.of(found.value()), spanish).ifPresent(sexes::add);
        }
        var numbers = new LinkedHashSet<String>();
        for (var found : labels.all(NUMBER)) {
            var number = found.value().split("[\\s,;)]")[0];
            if (found.sure() && number.matches("(?=.*\\d)[A-Za-z0-9./-]{3,20}")) {
                numbers.add("|" + number);
            }
        }
        if (names.isEmpty() && born.isEmpty()) {
            return Optional.empty();
        }
        if (names.size() != 1 && born.size() != 1) {
            return Optional.empty();
        }
        return Optional.of(new Identity(
                names.size() == 1 ? List.copyOf(names.values()) : List.of(),
                born.size() == 1 ? born.iterator().next() : null,
                sexes.size() == 1 ? sexes.iterator().next() : null,
                List.copyOf(numbers)));
    }

    /** Two ways to write one name are one name. */
    private static String key(String name) {
        return java.util.Arrays.stream(Plain.of(name).split("[^a-z]+"))
                .filter(part -> part.length() > 1)
                .sorted()
                .reduce("", (all, part) -> all + " " + part);
    }

    /** As «given family», without titles; empty when it is no name of a person. */
    static Optional<String> name(String value) {
        var end = NAME_END.matcher(Plain.of(value));
        var name = (end.find() ? value.substring(0, end.start()) : value)
                .replaceFirst("(?i)^(?:mr|mrs|ms|miss|dr|sr|sra|srta|do\u00f1a|don|d|d\u00aa)\\.?\\s+", "")
                .strip()
                .replaceFirst("[,:;.-]+$", "");
        if (name.length() < 3
                || name.length() > 60
                || !name.matches(".*\\p{L}{2,}.*")
                || NO_NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        var comma = name.indexOf(',');
        if (name.split("\\s+").length > 6) {
            return Optional.empty();
        }
        return Optional.of(
                comma > 0
                        ? (name.substring(comma + 1).replace(",", " ").strip() + " "
                                        + name.substring(0, comma).strip())
                                .strip()
                        : name);
    }

    /** «M» alone is male in English; in Spanish it may stand for mujer, so it tells nothing. */
    private static Optional<Sex> sex(String value, boolean spanish) {
        var word = value.strip().split("[^a-z]+")[0];
        return Optional.ofNullable(WORDS.get(word)).filter(sex -> !spanish || !word.equals("m"));
    }

    private static final Map<String, Sex> WORDS = Map.ofEntries(
            Map.entry("m", Sex.MALE),
            Map.entry("male", Sex.MALE),
            Map.entry("man", Sex.MALE),
            Map.entry("masculino", Sex.MALE),
            Map.entry("hombre", Sex.MALE),
            Map.entry("varon", Sex.MALE),
            Map.entry("h", Sex.MALE),
            Map.entry("v", Sex.MALE),
            Map.entry("f", Sex.FEMALE),
            Map.entry("female", Sex.FEMALE),
            Map.entry("woman", Sex.FEMALE),
            Map.entry("femenino", Sex.FEMALE),
            Map.entry("mujer", Sex.FEMALE));
}
