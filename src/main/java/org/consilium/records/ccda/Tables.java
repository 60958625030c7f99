package org.consilium.records.ccda;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.Value;

/**
 * The rows of the tables of a section that has no coded entries, as facts of words only. Such a fact has no codes, its category is
 * {@link #FROM_WORDS}, and it cites the row. Tables without heads, with cells over several rows, and rows that do not fit the heads
 * stay words; so does what a row says beside the columns that are known.
 */
final class Tables {
    /** {@link Detail#CATEGORY} of what was read from a table for people, not from coded entries. */
    static final String FROM_WORDS = "narrative";

    private static final int MOST_ROWS = 5000;
    private static final Pattern NO_NEWS = Pattern.compile(
            "|-+|n/?a|none|unknown|null|not (available|recorded|on file|applicable)|no (data|information|info)( available)?|"
                    + "ninguno?a?|desconocido");
    private static final Pattern NEGATED = Pattern.compile(
            "(no|not) (known|active|current|recorded|documented|reported|history|significant|past|prior|allerg|medic|problem|"
                    + "immuni|vaccin|procedure|surger|encounter|family).*|nkd?a\\b.*|denies .*|none known.*|sin .*|niega .*",
            Pattern.DOTALL);
    private static final Pattern QUANTITY = Pattern.compile(
            "([<>]=?)?\\s*(-?(?:\\d{1,12}(?:\\.\\d{1,8})?|\\.\\d{1,8}))\\s*((?:[\\p{L}%°\\[]|/(?!\\d)).{0,24})?");
    private static final Pattern FIGURE = Pattern.compile("[<>]?=?\\s*\\.?\\d.*", Pattern.DOTALL);
    private static final Set<SectionKind> MEASURED = Set.of(SectionKind.VITALS, SectionKind.RESULTS);

    private final Section section;
    private final boolean monthFirst;
    private final List<Fact> facts = new ArrayList<>();

    private Tables(Section section, boolean monthFirst) {
        this.section = section;
        this.monthFirst = monthFirst;
    }

    /** @param monthFirst how the document writes dates in numbers */
    static List<Fact> facts(Section section, boolean monthFirst) {
        var tables = new Tables(section, monthFirst);
        section.element().all("text").forEach(tables::search);
        return tables.facts;
    }

    private void search(Element element) {
        for (var child : element.elements()) {
            if (child.is("table")) {
                table(child);
            } else {
                search(child);
            }
        }
    }

    private void table(Element table) {
        var rows = new ArrayList<Element>();
        for (var part : table.elements()) {
            if (part.is("tr")) {
                rows.add(part);
            } else if (Set.of("thead", "tbody").contains(part.name())) {
                rows.addAll(part.all("tr"));
            }
        }
        if (rows.stream()
                .flatMap(row -> cells(row).stream())
                .anyMatch(cell -> cell.attribute("rowspan")
                        .filter(span -> !span.equals("1"))
                        .isPresent())) {
            return;
        }
        List<String> heads = List.of();
        for (var row : rows.subList(0, Math.min(rows.size(), MOST_ROWS))) {
            var cells = cells(row);
            var isHead = cells.size() > 1 && cells.stream().allMatch(cell -> cell.is("th"));
            if (isHead
                    || (cells.size() == 1 && heads.isEmpty() && cells.getFirst().is("th"))) {
                heads = words(cells);
            } else if (heads.isEmpty()) {
                pair(row, cells);
            } else if (cells.size() == heads.size()) {
                row(row, heads, cells);
            }
        }
    }

    private static List<Element> cells(Element row) {
        return row.elements().stream()
                .filter(cell -> cell.is("td") || cell.is("th"))
                .toList();
    }

    private static List<String> words(List<Element> cells) {
        return cells.stream().map(Tables::words).toList();
    }

    private static String words(Element cell) {
        return Narrative.plain(cell).replace("\n", "; ");
    }

    /** Without heads only a name beside a measurement is understood. */
    private void pair(Element row, List<Element> cells) {
        if (MEASURED.contains(section.kind())
                && cells.size() == 2
                && QUANTITY.matcher(words(cells.getLast())).matches()) {
            measured(row, words(cells.getFirst()), Span.UNKNOWN, words(cells.getLast()));
        }
    }

    private void row(Element row, List<String> heads, List<Element> cells) {
        if (isByDate(heads)) {
            for (var i = 1; i < heads.size(); i++) {
                measured(
                        cells.get(i),
                        words(cells.getFirst()),
                        WrittenDate.span(heads.get(i), monthFirst),
                        words(cells.get(i)));
            }
            return;
        }
        var said = new EnumMap<Column, String>(Column.class);
        var columns = Column.of(heads, section.kind());
        for (var i = 0; i < columns.size(); i++) {
            var words = words(cells.get(i));
            if (!isNoNews(words)) {
                said.merge(columns.get(i), words, (one, other) -> one + ", " + other);
            }
        }
        if (MEASURED.contains(section.kind())
                && FIGURE.matcher(said.getOrDefault(Column.NAME, "")).matches()) {
            byTest(heads, cells, columns, WrittenDate.span(said.getOrDefault(Column.DATE, ""), monthFirst));
            return;
        }
        fact(row, said).ifPresent(facts::add);
    }

    /** A row for each day, with a column for each test. */
    private void byTest(List<String> heads, List<Element> cells, List<Column> columns, Span day) {
        for (var i = 0; i < heads.size(); i++) {
            var words = words(cells.get(i));
            if (columns.get(i) != Column.DATE && FIGURE.matcher(words).matches()) {
                measured(cells.get(i), heads.get(i), day, words);
            }
        }
    }

    /** Measurements are often written with a column for each day. */
    private boolean isByDate(List<String> heads) {
        return MEASURED.contains(section.kind())
                && heads.size() > 1
                && heads.subList(1, heads.size()).stream()
                        .allMatch(head -> WrittenDate.of(head, monthFirst).isPresent());
    }

    private void measured(Element place, String name, Span span, String value) {
        if (!isNoNews(value) && !isNoNews(name) && span.end() == null) {
            draft(name, "")
                    .when(span)
                    .value(value(value, Optional.empty()))
                    .at(section.at(place))
                    .ifPresent(facts::add);
        }
    }

    private Optional<Fact> fact(Element row, Map<Column, String> said) {
        var name = said.getOrDefault(Column.NAME, "");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        var began = WrittenDate.span(said.getOrDefault(Column.DATE, ""), monthFirst);
        var ended = WrittenDate.of(said.getOrDefault(Column.END, ""), monthFirst);
        return draft(name, said.getOrDefault(Column.STATUS, ""))
                .when(new Span(began.start(), ended.orElse(began.end()), false))
                .value(Optional.ofNullable(said.get(Column.VALUE))
                        .flatMap(words -> value(words, Optional.ofNullable(said.get(Column.UNIT)))))
                .detail(Detail.REACTION, Optional.ofNullable(said.get(Column.REACTION)))
                .detail(Detail.SEVERITY, Optional.ofNullable(said.get(Column.SEVERITY)))
                .detail(Detail.REFERENCE_RANGE, Optional.ofNullable(said.get(Column.RANGE)))
                .detail(Detail.INTERPRETATION, Optional.ofNullable(said.get(Column.INTERPRETATION)))
                .detail(Detail.RELATIVE, Optional.ofNullable(said.get(Column.RELATIVE)))
                .detail(Detail.ONSET, Optional.ofNullable(said.get(Column.AGE)))
                .detail(Detail.DOSE, Optional.ofNullable(said.get(Column.DOSE)))
                .detail(Detail.PERFORMER, Optional.ofNullable(said.get(Column.PERFORMER)))
                .at(section.at(row));
    }

    private Draft draft(String name, String status) {
        return Draft.of(kind())
                .named(Optional.of(Section.shortened(name)))
                .status(status(status))
                .negatedWhen(NEGATED.matcher(name.toLowerCase(Locale.ROOT)).matches())
                .detail(Detail.CATEGORY, FROM_WORDS);
    }

    private FactKind kind() {
        return switch (section.kind()) {
            case PROBLEMS -> FactKind.CONDITION;
            case MEDICATIONS -> FactKind.MEDICATION;
            case ALLERGIES -> FactKind.ALLERGY;
            case RESULTS -> FactKind.LAB;
            case VITALS -> FactKind.VITAL;
            case PROCEDURES -> FactKind.PROCEDURE;
            case IMMUNIZATIONS -> FactKind.IMMUNIZATION;
            case ENCOUNTERS -> FactKind.ENCOUNTER;
            case FAMILY -> FactKind.FAMILY_HISTORY;
            case SOCIAL -> FactKind.SOCIAL_HISTORY;
            case DEVICES -> FactKind.DEVICE;
            case PLAN, OTHER -> FactKind.DOCUMENT;
        };
    }

    private static String status(String words) {
        return switch (words.toLowerCase(Locale.ROOT).strip()) {
            case "active", "activo", "activa", "current" -> "active";
            case "inactive", "inactivo", "inactiva" -> "inactive";
            case "resolved", "resuelto", "resuelta" -> "resolved";
            case "completed", "complete", "done", "administered", "given", "completado" -> "completed";
            case "final", "final result" -> "final";
            case "preliminary" -> "preliminary";
            case "discontinued", "stopped", "suspendido" -> "stopped";
            case "on hold", "held" -> "on-hold";
            case "cancelled", "canceled" -> "cancelled";
            case "refused", "declined", "not given", "not done" -> "not-done";
            default -> "unknown";
        };
    }

    private static Optional<Value> value(String words, Optional<String> unit) {
        var parts = QUANTITY.matcher(words);
        if (!parts.matches()) {
            return Optional.of(
                    new Value.Words(unit.map(each -> words + " " + each).orElse(words)));
        }
        var beside = Optional.ofNullable(parts.group(3)).map(String::strip);
        return Optional.of(new Value.Quantity(
                new BigDecimal(parts.group(2)),
                parts.group(1),
                unit.or(() -> beside).orElse(null)));
    }

    /** True for words that say that there is nothing to say, such as «no data». */
    static boolean isNoNews(String words) {
        return NO_NEWS.matcher(words.toLowerCase(Locale.ROOT).strip()).matches();
    }
}
