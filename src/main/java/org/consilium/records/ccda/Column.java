package org.consilium.records.ccda;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a column of a table says about its row, told by its head, in English or Spanish. */
enum Column {
    END("\\b(end|stop|resol|discontinu|through|until|fin\\b|hasta)"),
    DATE(
            "date|time|\\b(onset|start|since|when|performed on|administered on|effective|recorded|noted|year|fecha|inicio|desde)"),
    STATUS("status|\\bestado"),
    REACTION("reaction|manifest|reacci"),
    SEVERITY("severity|criticality|gravedad"),
    UNIT("^units?\\b|^unidad"),
    RANGE("range|reference|\\bnormal|rango|referencia"),
    INTERPRETATION("interpret|\\bflag|abnormal"),
    RELATIVE("relati|family member|parentesco|familiar"),
    AGE("\\bage\\b|edad"),
    DOSE("\\b(dos|sig\\b|instruct|direction|route|freq|strength|quantity|indicaciones|frecuencia)"),
    PERFORMER("provider|performer|physician|doctor|clinician|prescriber|médico"),
    /** Known, and of no use in a fact of words. */
    IGNORED("^code|^group|code system|\\b(comment|note|source|lot|manufactur|notas)"),
    NAME(""),
    VALUE(""),
    OTHER("");

    private static final Pattern VALUE_WORDS =
            Pattern.compile("value|result|reading|measure|detail|description|answer|response|valor|resultado");
    private static final Set<SectionKind> MEASURED =
            Set.of(SectionKind.RESULTS, SectionKind.VITALS, SectionKind.SOCIAL);

    private final Pattern words;

    Column(String words) {
        this.words = Pattern.compile(words.isEmpty() ? "(?!)" : words);
    }

    /** Some columns mean something only in sections of one kind. */
    private boolean fits(SectionKind kind) {
        return switch (this) {
            case REACTION -> kind == SectionKind.ALLERGIES;
            case RANGE, INTERPRETATION -> kind == SectionKind.RESULTS || kind == SectionKind.VITALS;
            case RELATIVE, AGE -> kind == SectionKind.FAMILY;
            case DOSE -> kind == SectionKind.MEDICATIONS || kind == SectionKind.IMMUNIZATIONS;
            case END, DATE, STATUS, SEVERITY, UNIT, PERFORMER, IGNORED, NAME, VALUE, OTHER -> true;
        };
    }

    /** The meaning of each head; at most one of them is the name. */
    static List<Column> of(List<String> heads, SectionKind kind) {
        var columns = new ArrayList<Column>();
        for (var head : heads) {
            columns.add(of(head.toLowerCase(Locale.ROOT), kind));
        }
        var name = name(heads, columns, kind);
        name.ifPresent(index -> columns.set(index, NAME));
        for (var i = 0; i < heads.size(); i++) {
            var head = heads.get(i).toLowerCase(Locale.ROOT);
            if (columns.get(i) == OTHER
                    && MEASURED.contains(kind)
                    && !columns.contains(VALUE)
                    && VALUE_WORDS.matcher(head).find()) {
                columns.set(i, VALUE);
            }
        }
        var only = columns.indexOf(OTHER);
        if (MEASURED.contains(kind) && !columns.contains(VALUE) && only >= 0 && only == columns.lastIndexOf(OTHER)) {
            columns.set(only, VALUE);
        }
        return columns;
    }

    private static Column of(String head, SectionKind kind) {
        if (head.equals("code description")) {
            return OTHER;
        }
        for (var column : values()) {
            if (column.fits(kind) && column.words.matcher(head).find()) {
                return column;
            }
        }
        return OTHER;
    }

    /** The head that says what the section is about, in order of how well it says so; else the first that says nothing else. */
    private static Optional<Integer> name(List<String> heads, List<Column> columns, SectionKind kind) {
        for (var word : names(kind).split("\\|")) {
            for (var i = 0; i < heads.size(); i++) {
                if (columns.get(i) == OTHER
                        && heads.get(i).toLowerCase(Locale.ROOT).contains(word)) {
                    return Optional.of(i);
                }
            }
        }
        var first = columns.indexOf(OTHER);
        return first < 0 ? Optional.empty() : Optional.of(first);
    }

    private static String names(SectionKind kind) {
        return switch (kind) {
            case PROBLEMS -> "problem|condition|diagnos|concern|problema|name|description";
            case MEDICATIONS -> "medic|drug|product|fármaco|name|description";
            case ALLERGIES -> "allergen|substance|agent|allerg|alergi|name|description";
            case RESULTS -> "test|analyte|component|observation|prueba|examen|lab|name|result|description";
            case VITALS -> "vital|sign|observation|measurement|test|name|type|description";
            case PROCEDURES -> "procedure|surger|operation|procedim|cirug|name|description";
            case IMMUNIZATIONS -> "vaccin|immuniz|vacuna|name|description";
            case ENCOUNTERS -> "encounter|visit|type|reason|description|name";
            case FAMILY -> "condition|diagnos|problem|disease|finding|enfermedad|history";
            case SOCIAL -> "code description|element|habit|question|observation|history|type|name|description";
            case DEVICES -> "device|implant|equipment|dispositivo|name|description";
            case PLAN, OTHER -> "name";
        };
    }
}
