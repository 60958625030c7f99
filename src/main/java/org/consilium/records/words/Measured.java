package org.consilium.records.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consilium.clinical.Value;
import org.consilium.prose.Numbers;
import org.consilium.terminology.Units;
import org.jspecify.annotations.Nullable;

/**
 * The result part of a row: value, unit, range and flag, in whatever order they stand.
 *
 * @param unit in UCUM when it is known, else as written
 * @param flag an HL7 interpretation code: H, L, HH, LL, A or N
 */
record Measured(
        Value value,
        @Nullable String unit,
        @Nullable String range,
        @Nullable String flag) {
    private static final String NUMBER = "\\d[\\d.,]*\\d|\\d";
    private static final Pattern RANGE =
            Pattern.compile("[(\\[]?\\s*(?:(?:" + NUMBER + ")\\s*(?:-|\u2013|\u2212|\\ba\\b|\\bto\\b|hasta)\\s*(?:"
                    + NUMBER
                    + ")|(?:<=?|>=?|\u2264|\u2265|up to|hasta|less than|greater than|menor (?:de|que|a)|mayor (?:de|que|a)|inferior a|superior a)\\s*:?\\s*(?:"
                    + NUMBER
                    + "))(?![\\d/:])\\s*[)\\]]?");
    private static final Pattern BETWEEN = Pattern.compile("[(\\[]?\\s*(?:" + NUMBER
            + ")\\s*(?:-|\u2013|\u2212|\\ba\\b|\\bto\\b|hasta)\\s*(?:" + NUMBER + ")(?![\\d/:])\\s*[)\\]]?");
    private static final Pattern QUANTITY =
            Pattern.compile("(?<bound><=?|>=?|\u2264|\u2265)?\\s*(?<number>" + NUMBER + ")(?![\\d/:])");
    private static final Pattern UNIT = Pattern.compile(
            "(?:[x\u00d7*]\\s?)?10\\s?[\\^*eE]?\\s?\\d{1,2}\\s?/\\s?[\u00b5\u03bcumc]?[Ll\u00b3m3]+|%|(?:[Mm]il(?:l(?:ones|ion|\\.)?|es)?|[Tt]housand|K|M|Thous|Mill)\\s?/\\s?(?:[\u00b5\u03bcu]?[Ll]|mm3|mm\u00b3|mcL)"
                    + "|/\\s?(?:mm3|mm\u00b3|[\u00b5\u03bcu]?[Ll]|HPF|hpf|campo|LPF)|(?:[\u00b5\u03bc]|mc|[umnpfk])?(?:g|gr|mol|Eq|eq|IU|UI|U|kat|Osm)(?:\\s?/\\s?(?:[dmck\u00b5\u03bcu]?[Ll]|mm3|min(?:/1[.,]73 ?m\\S*)?|24 ?h|g|mg|mmol|kg))?"
                    + "|m[Ll]/min(?:/1[.,]73(?: ?m\\S*)?)?|fL|fl|mm/(?:1\u00aa ?)?h(?:r|ora)?|sec(?:onds)?\\.?|seg(?:undos)?\\.?|s|mmHg|mm|ratio|INR");
    private static final Pattern FLAG = Pattern.compile(
            "\\(?(?:(?<hh>HH|critical high|panic high)|(?<ll>LL|critical low|panic low)|(?<h>H|High|HIGH|Alto|ALTO|Elevado|\u2191|\\+)|(?<l>L|Low|LOW|Bajo|BAJO|Disminuido|\u2193)"
                    + "|(?<a>A|Abnormal|ABNORMAL|Anormal|\\*{1,3})|(?<n>N|Normal))\\)?(?![\\p{L}\\d/])");
    private static final Pattern TITRE = Pattern.compile("(?:[<>]=?\\s*)?1:\\d{1,6}");
    private static final Pattern WORDS = Pattern.compile(
            "(?i)(?:non[- ]?reactive|no reactivo|not detected|no detectad[oa]|no se detecta|reactive|reactivo|detected|detectad[oa]|negativ[eo]|negativa|positiv[eo]|positiva|"
                    + "trace|trazas|indicios|indeterminate|indeterminado|equivocal|none seen|absent|ausente|ausencia|clear|yellow|amarillo|normal)(?![\\p{L}])");
    private static final Pattern ONE_OF = Pattern.compile("^(?:\\s*[:=.]\\s*|\\s+)*");

    /** Reads what stands after the name of a test; the first number that is no range is the value. */
    static Optional<Measured> of(String rest, Numbers numbers) {
        return new Reader(rest, numbers).read();
    }

    /** The unit in UCUM when it is known, else as written; nothing when these words are no unit. */
    static Optional<String> unit(String written) {
        var clean = written.strip();
        var match = UNIT.matcher(clean);
        if (clean.isEmpty() || !match.matches()) {
            return Units.ucum(clean).filter(known -> clean.length() > 1);
        }
        var known = Units.ucum(clean).or(() -> Units.ucum(usual(clean)));
        return Optional.of(known.orElse(clean));
    }

    /** Spellings of laboratories that the table of units does not have. */
    private static String usual(String unit) {
        var plain = unit.replaceAll("\\s+", "")
                .replace('\u03bc', 'u')
                .replace('\u00b5', 'u')
                .replace("UI", "[iU]")
                .replace("\u00b3", "3");
        var lower = plain.toLowerCase(Locale.ROOT);
        if (lower.matches(
                "[x\u00d7*]?10[\\^*e]?9/l|mil(?:es)?/(?:ul|mm3)|thous(?:and)?/(?:ul|mm3|mcl)|k/(?:ul|mm3|mcl)|[x\u00d7*]?10[\\^*e]?3/(?:ul|mm3|mcl)")) {
            return lower.endsWith("/l") ? "10*9/L" : "10*3/uL";
        }
        if (lower.matches(
                "[x\u00d7*]?10[\\^*e]?12/l|mill?(?:ones|ion|\\.)?/(?:ul|mm3|mcl)|m/(?:ul|mm3)|[x\u00d7*]?10[\\^*e]?6/(?:ul|mm3|mcl)")) {
            return lower.endsWith("/l") ? "10*12/L" : "10*6/uL";
        }
        return switch (lower) {
            case "/mm3" -> "/mm3";
            case "sec", "sec.", "seg", "seg.", "seconds", "segundos" -> "s";
            case "mm/h", "mm/hr", "mm/hora", "mm/1\u00aah", "mm/1\u00aahora" -> "mm/h";
            case "mcg/dl" -> "ug/dL";
            case "gr/dl" -> "g/dL";
            default -> plain;
        };
    }

    /** The code of a flag word; nothing when it is none. */
    static Optional<String> flag(String written) {
        var match = FLAG.matcher(written.strip());
        return match.matches() ? Optional.of(code(match)) : Optional.empty();
    }

    private static String code(Matcher flag) {
        return flag.group("hh") != null
                ? "HH"
                : flag.group("ll") != null
                        ? "LL"
                        : flag.group("h") != null
                                ? "H"
                                : flag.group("l") != null ? "L" : flag.group("n") != null ? "N" : "A";
    }

    private static final class Reader {
        private final String text;
        private final Numbers numbers;
        private int at;
        private @Nullable String number;
        private @Nullable String bound;
        private @Nullable String words;
        private @Nullable String unit;
        private @Nullable String flag;
        private final List<String> ranges = new ArrayList<>();

        Reader(String text, Numbers numbers) {
            this.text = text;
            this.numbers = numbers;
        }

        Optional<Measured> read() {
            while (at < text.length()) {
                skip();
                if (at >= text.length() || !next()) {
                    break;
                }
            }
            return done();
        }

        private void skip() {
            var filler = ONE_OF.matcher(text).region(at, text.length());
            if (filler.lookingAt()) {
                at = filler.end();
            }
            while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == ',' || text.charAt(at) == ';')) {
                at++;
            }
        }

        private @Nullable String take(Pattern pattern) {
            var match = pattern.matcher(text).region(at, text.length());
            if (!match.lookingAt()) {
                return null;
            }
            at = match.end();
            return match.group();
        }

        private boolean next() {
            if (number == null && words == null) {
                return first();
            }
            var range = take(RANGE);
            if (range != null) {
                ranges.add(range.strip());
                return ranges.size() < 2;
            }
            return flagOrUnit();
        }

        private boolean flagOrUnit() {
            var flagged = FLAG.matcher(text).region(at, text.length());
            var isUnit = UNIT.matcher(text).region(at, text.length());
            if (flag == null && flagged.lookingAt() && !(isUnit.lookingAt() && isUnit.end() > flagged.end())) {
                flag = code(flagged);
                at = flagged.end();
                return true;
            }
            if (unit == null && isUnit.lookingAt() && ends(isUnit.end())) {
                unit = isUnit.group();
                at = isUnit.end();
                return true;
            }
            var label = Pattern.compile(
                            "(?i)\\(?(?:ref(?:erence)?\\.?|normal|rango|range|v\\.?r\\.?|valores? de referencia|vn)[\\s:.]*")
                    .matcher(text)
                    .region(at, text.length());
            if (label.lookingAt()) {
                at = label.end();
                return true;
            }
            return false;
        }

        private boolean ends(int end) {
            return end >= text.length() || !Character.isLetterOrDigit(text.charAt(end));
        }

        private boolean first() {
            var titre = take(TITRE);
            if (titre != null) {
                words = titre;
                return true;
            }
            var between = BETWEEN.matcher(text).region(at, text.length());
            if (between.lookingAt()) {
                ranges.add(between.group().strip());
                at = between.end();
                return ranges.size() < 2;
            }
            var quantity = QUANTITY.matcher(text).region(at, text.length());
            if (quantity.lookingAt()) {
                number = quantity.group("number");
                bound = quantity.group("bound");
                at = quantity.end();
                return true;
            }
            var said = WORDS.matcher(text).region(at, text.length());
            if (said.lookingAt()) {
                words = said.group();
                at = said.end();
                return true;
            }
            return flagOrUnit();
        }

        private Optional<Measured> done() {
            var range = ranges.isEmpty() ? null : ranges.getFirst().replaceAll("^[(\\[]\\s*|\\s*[)\\]]$", "");
            var known = unit == null ? null : Measured.unit(unit).orElse(unit);
            if (words != null) {
                return Optional.of(new Measured(new Value.Words(words), null, range, flag));
            }
            if (number == null) {
                return Optional.empty();
            }
            var read = numbers.read(number);
            var comparator =
                    bound == null ? null : bound.replace("\u2264", "<=").replace("\u2265", ">=");
            Value value = read.isPresent()
                    ? new Value.Quantity(read.get(), comparator, known)
                    : new Value.Words(
                            (comparator == null ? "" : comparator) + number + (unit == null ? "" : " " + unit));
            return Optional.of(new Measured(value, known, range, flag));
        }
    }
}
