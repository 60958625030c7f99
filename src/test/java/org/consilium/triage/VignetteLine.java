package org.consilium.triage;

import static org.consilium.triage.Vignette.TODAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;

/** Reads the short form that the vignettes are written in; the first lines of {@code triage/cases.txt} describe it. */
final class VignetteLine {
    private static final Pattern ICD = Pattern.compile("[A-Z]\\d[0-9A-Z](\\.[0-9A-Z]+)?");
    private static final Map<String, String> SYSTEMS = Map.of(
            "sct", CodeSystems.SNOMED,
            "loinc", CodeSystems.LOINC,
            "atc", CodeSystems.ATC,
            "cpt", CodeSystems.CPT,
            "nucc", CodeSystems.NUCC,
            "orpha", CodeSystems.ORPHA);
    private static final Map<String, FactKind> KINDS = Map.of(
            "plan", FactKind.PLANNED_PROCEDURE,
            "med", FactKind.MEDICATION,
            "visit", FactKind.ENCOUNTER,
            "family", FactKind.FAMILY_HISTORY);
    private static final Map<Character, Detail> DETAILS = Map.of(
            '~', Detail.VERIFICATION,
            '#', Detail.ENCOUNTER_CLASS,
            '%', Detail.PRIORITY,
            '&', Detail.MODALITY);

    private VignetteLine() {}

    static List<Fact> facts(String records) {
        return Stream.of(records.split(";"))
                .map(String::strip)
                .filter(record -> !record.isEmpty())
                .map(VignetteLine::fact)
                .toList();
    }

    private static Fact fact(String record) {
        var told = part(record, " = ");
        var by = part(told.first, " \\*");
        var words = new ArrayList<>(List.of(by.first.split(" ")));
        var kind = FactKind.CONDITION;
        if (words.getFirst().endsWith(":")) {
            var word = words.removeFirst();
            kind = kind(word.substring(0, word.length() - 1));
        }
        var code = words.removeFirst();
        var text = String.join(" ", words.stream().filter(word -> !isMark(word)).toList());
        var draft = Draft.of(kind, text);
        if (kind == FactKind.CONDITION) {
            draft.status("active");
        }
        code(draft, code);
        words.stream().filter(VignetteLine::isMark).forEach(mark -> mark(draft, mark));
        if (!by.second.isEmpty()) {
            draft.with(Detail.PERFORMER, by.second);
        }
        if (!told.second.isEmpty()) {
            draft.with(Detail.NARRATIVE, told.second).value(told.second);
        }
        return draft.made();
    }

    private record Parts(String first, String second) {}

    private static Parts part(String whole, String mark) {
        var parts = whole.split(mark, 2);
        return new Parts(parts[0].strip(), parts.length > 1 ? parts[1].strip() : "");
    }

    private static FactKind kind(String word) {
        var known = KINDS.get(word);
        return known == null ? FactKind.valueOf(word.toUpperCase(Locale.ROOT)) : known;
    }

    private static void code(Draft draft, String code) {
        if (ICD.matcher(code).matches()) {
            draft.icd(code);
        } else if (!code.equals("-")) {
            var slash = code.indexOf('/');
            draft.code(
                    java.util.Objects.requireNonNull(SYSTEMS.get(code.substring(0, slash)), code),
                    code.substring(slash + 1));
        }
    }

    private static boolean isMark(String word) {
        return "@!^<".indexOf(word.charAt(0)) >= 0 || DETAILS.containsKey(word.charAt(0));
    }

    private static void mark(Draft draft, String mark) {
        var rest = mark.substring(1);
        switch (mark.charAt(0)) {
            case '@' -> draft.on(day(rest));
            case '<' -> draft.until(day(rest));
            case '^' -> draft.with(Detail.RECORDED, day(rest));
            case '!' -> draft.status(rest);
            default -> draft.with(java.util.Objects.requireNonNull(DETAILS.get(mark.charAt(0))), rest);
        }
    }

    /** A year or a month as it is, else days from today. */
    private static String day(String words) {
        return words.length() >= 4 && !words.startsWith("-")
                ? words
                : TODAY.plusDays(Integer.parseInt(words)).toString();
    }

    static Answers answers(String said) {
        var answers = Said.nothing();
        for (var part : said.split(";")) {
            var words = part.strip();
            var space = words.indexOf(' ');
            var rest = space < 0 ? "" : words.substring(space + 1);
            switch (space < 0 ? words : words.substring(0, space)) {
                case "symptoms" -> answers.symptoms(rest);
                case "pregnant" -> answers.pregnant();
                case "planned" -> answers.planned(rest, null);
                case "since" -> answers.notImproving(LocalDate.parse(day(rest)));
                case "clock" -> answers.clock(LocalDate.parse(day(rest)));
                case "risk" -> answers.risk(rest);
                case "unsure" -> answers.uninformed(true);
                case "informed" -> answers.uninformed(false);
                case "condition" ->
                    answers.condition(rest.substring(0, rest.indexOf(' ')), rest.substring(rest.indexOf(' ') + 1));
                case "" -> {
                    // nothing is said
                }
                default -> throw new IllegalArgumentException(words);
            }
        }
        return answers.answers();
    }
}
