package org.consilium.records.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Value;
import org.consilium.prose.Line;
import org.consilium.prose.Plain;

/**
 * Laboratory values in tables and lines: by the headings of the columns where there are some, else by a known name followed by a
 * value. A row is proposed only when its name and its value were both surely read.
 */
final class LabTables {
    private static final Pattern STOP = Pattern.compile(
            "\\b(?:age|edad|phone|tel|telefono|page|pagina|fax|account|patient|paciente|date|fecha|time|hora|dob|zip|address|specimen|muestra n|order|npi|"
                    + "clia|id|number|numero|route|height|weight|peso|talla|room|bed|cama|dose|dosis|mg tablet|invoice|total pages|version|note|nota|comment)\\b");
    private static final Pattern URINE =
            Pattern.compile("\\b(?:urine|urinalysis|orina|urianalisis|sedimento|csf|lcr|liquido|fluid|stool|heces)\\b");
    private static final Pattern BLOOD = Pattern.compile(
            "\\b(?:serum|blood|plasma|suero|sangre|hematology|hematologia|hemograma|cbc|bioquimica|chemistry|metabolic|lipid|perfil lipidico|coagula|thyroid|tiroid|hormon)");
    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_LINE = 300;

    private final Context context;
    private final List<Fact> found = new ArrayList<>();
    private Columns columns = Columns.NONE;
    private boolean otherFluid;
    private String page = "";

    private LabTables(Context context) {
        this.context = context;
    }

    static List<Fact> of(Context context) {
        var tables = new LabTables(context);
        for (var line : context.lines()) {
            tables.line(line);
            if (tables.found.size() > Proposals.MOST) {
                break;
            }
        }
        return tables.found;
    }

    private void line(Line line) {
        var text = line.text();
        if (line.isBlank() || text.length() > LONGEST_LINE) {
            return;
        }
        if (!line.page().equals(page)) {
            page = line.page();
            otherFluid = false;
        }
        var plain = Plain.of(text);
        var heading = Columns.of(line, context.dates());
        if (heading.isPresent()) {
            columns = heading.get();
            return;
        }
        if (text.length() < 60 && !text.matches(".*\\d.*")) {
            otherFluid = URINE.matcher(plain).find()
                    || (otherFluid && !BLOOD.matcher(plain).find());
        }
        if (!row(line)) {
            if (context.kind() == DocumentKind.LAB || line.cells().size() > 1) {
                named(line, text, plain);
            } else {
                inSentence(line, text);
            }
        }
    }

    /** By the columns of the table. */
    private boolean row(Line line) {
        if (columns.isNone() || line.cells().size() < 2) {
            return false;
        }
        var cells = columns.sort(line);
        var name = cells.get(Columns.Column.NAME);
        if (name == null || !isName(name.text())) {
            return false;
        }
        if (columns.hasDates()) {
            return byDate(line, name, cells);
        }
        var result = cells.get(Columns.Column.RESULT);
        if (result == null || !name.sure() || !result.sure()) {
            return result != null;
        }
        var joined = joined(result, cells);
        var measured = Measured.of(joined, context.numbers());
        if (measured.isEmpty() || !isResult(measured.get(), name, cells)) {
            return false;
        }
        add(line, name.text(), measured.get(), context.when().ofPage(line.page()));
        return true;
    }

    private static String joined(Line.Cell result, Map<Columns.Column, Line.Cell> cells) {
        var joined = new StringBuilder(result.text());
        for (var column : List.of(Columns.Column.FLAG, Columns.Column.UNIT, Columns.Column.RANGE)) {
            var cell = cells.get(column);
            if (cell != null) {
                joined.append("  ").append(cell.text());
            }
        }
        return joined.toString();
    }

    /** An unknown test needs a unit, a range, or an answer in words. */
    private boolean isResult(Measured measured, Line.Cell name, Map<Columns.Column, Line.Cell> cells) {
        return Analytes.at(Plain.of(name.text())).isPresent()
                || measured.unit() != null
                || measured.range() != null
                || (measured.value() instanceof Value.Words
                        && (measured.flag() != null || cells.containsKey(Columns.Column.RANGE)));
    }

    private boolean byDate(Line line, Line.Cell name, Map<Columns.Column, Line.Cell> cells) {
        var unit = cells.get(Columns.Column.UNIT);
        var range = cells.get(Columns.Column.RANGE);
        var any = false;
        for (var dated : columns.dated(line)) {
            var rest = dated.cell().text()
                    + (unit == null ? "" : "  " + unit.text())
                    + (range == null ? "" : "  " + range.text());
            var measured = Measured.of(rest, context.numbers());
            if (measured.isPresent() && name.sure() && dated.cell().sure()) {
                add(line, name.text(), measured.get(), Optional.of(dated.date()));
                any = true;
            }
        }
        return any;
    }

    /** A known name at the beginning of a line, then its value. */
    private void named(Line line, String text, String plain) {
        var start = 0;
        while (start < plain.length() && !Character.isLetterOrDigit(plain.charAt(start))) {
            start++;
        }
        var named = Analytes.at(plain.substring(start));
        if (named.isEmpty() || !line.isSure()) {
            return;
        }
        var end = start + named.get().end();
        var qualifier = Pattern.compile(
                        "\\s*(?:\\([^)]{1,25}\\)|,? ?(?:serum|plasma|total|en suero|s|auto))?(?=[\\s:.=])")
                .matcher(plain)
                .region(end, plain.length());
        end = qualifier.lookingAt() ? qualifier.end() : end;
        var measured = Measured.of(text.substring(end), context.numbers());
        if (measured.isEmpty()) {
            return;
        }
        var enough = measured.get().unit() != null
                || measured.get().range() != null
                || (context.kind() == DocumentKind.LAB && end - start > 3);
        var isLab = context.kind() == DocumentKind.LAB || !columns.isNone();
        if (enough
                && (isLab || named.get().analyte().code(measured.get().unit()).isPresent())) {
            add(
                    line,
                    text.substring(start, end),
                    measured.get(),
                    isLab ? context.when().ofPage(line.page()) : Optional.empty());
        }
    }

    /** {@code Labs: Hb 9.1 g/dL, creatinine 1.2 mg/dL}: only with a unit that is right for the test. */
    private void inSentence(Line line, String text) {
        if (!line.isSure()) {
            return;
        }
        var pieces = Pattern.compile("(?:[,;:(]\\s+|\\.\\s+|^|\\b(?:and|y|con|with|de|of|was|showed)\\s+)(?=\\p{L})")
                .matcher(text);
        var last = -1;
        while (pieces.find()) {
            var start = pieces.end();
            var rest = text.substring(start);
            var named = Analytes.at(Plain.of(rest));
            if (named.isEmpty() || start <= last) {
                continue;
            }
            var value = rest.substring(named.get().end()).replaceFirst("^\\s*(?:was|is|of|de|es|fue|:|=)\\s+", " ");
            var clause = value.split("[;]|,\\s+(?=\\p{L})|\\.\\s", 2)[0];
            var measured = clause.matches("\\s*[:=<>\u2264\u2265]?\\s*\\d.*")
                    ? Measured.of(clause, context.numbers())
                    : Optional.<Measured>empty();
            if (measured.isPresent()
                    && named.get().analyte().code(measured.get().unit()).isPresent()
                    && measured.get().unit() != null) {
                add(line, rest.substring(0, named.get().end()), measured.get(), Optional.empty());
                last = start;
            }
        }
    }

    private static boolean isName(String name) {
        var plain = Plain.of(name);
        return name.length() <= LONGEST_NAME
                && plain.chars().filter(Character::isLetter).count() >= 2
                && (!STOP.matcher(plain).find() || Analytes.at(plain).isPresent())
                && !name.strip().endsWith(".");
    }

    private void add(Line line, String name, Measured measured, Optional<PartialDate> date) {
        var clean =
                name.replaceAll("[\\s:.=*]+$", "").replaceAll("^[\\s*.-]+", "").strip();
        var analyte = Analytes.at(Plain.of(clean)).filter(named -> isWhole(clean, named.end()));
        var code = otherFluid || measured.value() instanceof Value.Words
                ? Optional.<org.consilium.clinical.Code>empty()
                : analyte.flatMap(named -> named.analyte().code(measured.unit()));
        new Draft(FactKind.LAB, clean)
                .codes(code.stream().toList())
                .when(date)
                .value(measured.value())
                .detail(Detail.REFERENCE_RANGE, measured.range())
                .detail(Detail.INTERPRETATION, measured.flag())
                .detail(Detail.CATEGORY, "LAB")
                .at(context.file(), line.at())
                .ifPresent(found::add);
    }

    /** A name that goes on after the known words may be another test: it then has no code. */
    private static boolean isWhole(String name, int end) {
        var more = Plain.of(name.substring(end)).strip();
        return more.isEmpty()
                || more.matches(
                        "[,(]?\\s*(?:serum|plasma|total|en suero|s|auto|automated|blood|sgpt|sgot|hgb|hct|wbc|rbc|plt|gpt|got|bun|tsh|\\*)\\s*\\)?");
    }
}
