package org.consilium.records.words;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.clinical.PartialDate;
import org.consilium.prose.Dates;
import org.consilium.prose.Line;
import org.consilium.prose.Plain;
import org.jspecify.annotations.Nullable;

/** The columns of a table, by their headings. */
record Columns(List<Heading> headings) {
    static final Columns NONE = new Columns(List.of());

    enum Column {
        NAME(
                "(?:tests?|test name|analytes?|component|examen|prueba|determinacion(?:es)?|parametro|analisis|name|procedure|estudio|investigation|magnitud)"),
        PREVIOUS("(?:previous.*|prior.*|(?:resultado )?anterior.*|last result.*|date|fecha|lab)"),
        RESULT(
                "(?:(?:current |your |in range )?results?(?: value)?|resultados?(?: actual)?|value|valor|observed value|current result.*|hallazgo)"),
        FLAG("(?:flags?|abn(?:ormal)?|indicador|alerta|h/l|status|out of range)"),
        UNIT("(?:units?|unidad(?:es)?|uom)"),
        RANGE(
                "(?:(?:biological )?ref(?:erence)?\\.?(?: ?(?:range|interval|values?))?.*|normal(?: range| values?)?|(?:valores?|rango|intervalo)s? (?:de )?(?:referencia|normal(?:es)?|ref\\.?).*|v\\.? ?ref.*|rango|range|standard range)"),
        DATED("(?!)");

        private final Pattern words;

        Column(String words) {
            this.words = Pattern.compile(words);
        }
    }

    record Heading(
            Column column,
            float left,
            float right,
            @Nullable PartialDate date) {}

    record Dated(Line.Cell cell, PartialDate date) {}

    /** A line of at least two headings, one of them that of the results or the names. */
    static Optional<Columns> of(Line line, Dates dates) {
        if (line.cells().size() < 2) {
            return Optional.empty();
        }
        var headings = new ArrayList<Heading>();
        for (var cell : line.cells()) {
            var plain = Plain.of(cell.text()).replaceAll("[:.()]+$", "").strip();
            Column column = null;
            for (var each : Column.values()) {
                if (each.words.matcher(plain).matches()) {
                    column = each;
                    break;
                }
            }
            var date = column == null && Dates.isDateAlone(cell.text())
                    ? dates.first(cell.text())
                    : Optional.<PartialDate>empty();
            if (column != null || date.isPresent()) {
                headings.add(new Heading(
                        column == null ? Column.DATED : column, cell.left(), cell.right(), date.orElse(null)));
            }
        }
        var columns = new Columns(List.copyOf(headings));
        var enough = headings.size() >= 2 && headings.size() * 2 >= line.cells().size();
        var tells = columns.has(Column.RESULT)
                && (columns.has(Column.NAME) || columns.has(Column.UNIT) || columns.has(Column.RANGE));
        var cumulative = columns.has(Column.NAME) && columns.hasDates();
        return enough && (tells || cumulative) ? Optional.of(columns) : Optional.empty();
    }

    /** True when no table has begun. */
    boolean isNone() {
        return headings.isEmpty();
    }

    boolean has(Column column) {
        return headings.stream().anyMatch(heading -> heading.column == column);
    }

    boolean hasDates() {
        return has(Column.DATED) && !has(Column.RESULT);
    }

    /** Each cell to the heading it stands under; the leftmost cell is the name. */
    Map<Column, Line.Cell> sort(Line line) {
        var sorted = new EnumMap<Column, Line.Cell>(Column.class);
        for (var index = 0; index < line.cells().size(); index++) {
            var cell = line.cells().get(index);
            var column = index == 0 ? Column.NAME : under(cell).column;
            var before = sorted.get(column);
            sorted.put(
                    column,
                    before == null || column == Column.NAME
                            ? cell
                            : new Line.Cell(
                                    before.text() + "  " + cell.text(),
                                    before.left(),
                                    cell.right(),
                                    before.sure() && cell.sure()));
        }
        return sorted;
    }

    List<Dated> dated(Line line) {
        var all = new ArrayList<Dated>();
        for (var cell : line.cells().subList(1, line.cells().size())) {
            var date = under(cell).date;
            if (date != null) {
                all.add(new Dated(cell, date));
            }
        }
        return all;
    }

    private Heading under(Line.Cell cell) {
        var best = headings.getFirst();
        var nearest = Float.MAX_VALUE;
        for (var heading : headings) {
            var shared = Math.min(cell.right(), heading.right) - Math.max(cell.left(), heading.left);
            var apart = shared > 0
                    ? -shared
                    : Math.min(
                            Math.abs(cell.left() - heading.left),
                            Math.abs((cell.left() + cell.right() - heading.left - heading.right) / 2));
            if (heading.column != Column.NAME && apart < nearest) {
                nearest = apart;
                best = heading;
            }
        }
        return best;
    }
}
