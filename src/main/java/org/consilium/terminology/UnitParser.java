package org.consilium.terminology;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a unit written in UCUM: parts joined by points and strokes, whole powers, brackets, remarks in braces. Units above kilo
 * ({@code Mg}, {@code Gm}) are not read, because records write them for milligram and gram.
 */
final class UnitParser {
    private static final Map<String, BigDecimal> PREFIXES = Map.of(
            "k", new BigDecimal("1000"),
            "h", new BigDecimal("100"),
            "d", new BigDecimal("0.1"),
            "c", new BigDecimal("0.01"),
            "m", new BigDecimal("0.001"),
            "u", new BigDecimal("0.000001"),
            "n", new BigDecimal("0.000000001"),
            "p", new BigDecimal("0.000000000001"),
            "f", new BigDecimal("0.000000000000001"));
    private static final Map<String, Unit> ATOMS = new HashMap<>();
    private static final Map<String, Unit> METRIC = new HashMap<>();
    private static final Pattern POWER_OF_TEN = Pattern.compile("10[*^]([+-]?\\d{1,2})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern RAISED = Pattern.compile("(.*?[^\\d+-])([+-]?\\d)");
    private static final int LONGEST = 80;
    private static final int DEEPEST = 4;

    static {
        Lines.of("/terminology/units.txt").forEach(UnitParser::learn);
    }

    private final String text;
    private int at;
    private int depth;

    private UnitParser(String text) {
        this.text = text;
    }

    private static void learn(String line) {
        var words = line.split(" ");
        var powers = new TreeMap<String, Integer>();
        var metric = false;
        for (var i = 2; i < words.length; i++) {
            var colon = words[i].indexOf(':');
            metric |= words[i].equals("metric");
            if (colon > 0) {
                powers.put(words[i].substring(0, colon), Integer.valueOf(words[i].substring(colon + 1)));
            }
        }
        var unit = new Unit(words[0], new BigDecimal(words[1]), BigDecimal.ONE, BigDecimal.ZERO, powers);
        ATOMS.put(words[0], unit);
        if (metric) {
            METRIC.put(words[0], unit);
        }
    }

    /** Empty when it is no unit this program knows. */
    static Optional<Unit> parse(String code) {
        if (code.isBlank() || code.length() > LONGEST) {
            return Optional.empty();
        }
        if (code.equals("Cel")) {
            return Optional.of(Unit.CELSIUS);
        }
        if (code.equals("[degF]")) {
            return Optional.of(Unit.FAHRENHEIT);
        }
        var parser = new UnitParser(code);
        var unit = parser.expression();
        return unit == null || parser.at < code.length() ? Optional.empty() : Optional.of(unit.named(code));
    }

    private @Nullable Unit expression() {
        var product = Unit.ONE;
        var sign = 1;
        if (at < text.length() && text.charAt(at) == '/') {
            sign = -1;
            at++;
        }
        while (true) {
            var factor = factor();
            if (factor == null) {
                return null;
            }
            product = product.times(factor, sign);
            if (at >= text.length() || text.charAt(at) == ')') {
                return product;
            }
            sign = text.charAt(at) == '/' ? -1 : 1;
            at++;
        }
    }

    private @Nullable Unit factor() {
        if (at < text.length() && text.charAt(at) == '(') {
            if (++depth > DEEPEST) {
                return null;
            }
            at++;
            var inner = expression();
            if (inner == null || at >= text.length()) {
                return null;
            }
            at++;
            depth--;
            return inner;
        }
        var from = at;
        while (at < text.length() && "./()".indexOf(text.charAt(at)) < 0) {
            var closing = text.charAt(at) == '[' ? ']' : text.charAt(at) == '{' ? '}' : 0;
            if (closing != 0) {
                at = text.indexOf(closing, at);
                if (at < 0) {
                    at = text.length();
                    return null;
                }
            }
            at++;
        }
        return simple(text.substring(from, at));
    }

    private static @Nullable Unit simple(String part) {
        var brace = part.indexOf('{');
        if (brace >= 0 && !part.endsWith("}")) {
            return null;
        }
        var bare = brace < 0 ? part : part.substring(0, brace);
        if (bare.isEmpty()) {
            return brace < 0 ? null : Unit.ONE;
        }
        var ten = POWER_OF_TEN.matcher(bare);
        if (ten.matches()) {
            return Unit.ONE.scaled(BigDecimal.ONE.scaleByPowerOfTen(Integer.parseInt(ten.group(1))));
        }
        if (NUMBER.matcher(bare).matches()) {
            var number = new BigDecimal(bare);
            return number.signum() == 0 ? null : Unit.ONE.scaled(number);
        }
        var atom = atom(bare);
        if (atom != null) {
            return atom;
        }
        var raised = RAISED.matcher(bare);
        if (!raised.matches()) {
            return null;
        }
        var base = atom(raised.group(1));
        return base == null ? null : base.power(Integer.parseInt(raised.group(2)));
    }

    private static @Nullable Unit atom(String name) {
        var plain = ATOMS.get(name);
        if (plain != null) {
            return plain;
        }
        if (name.length() < 2) {
            return null;
        }
        var factor = PREFIXES.get(name.substring(0, 1));
        var metric = METRIC.get(name.substring(1));
        return factor == null || metric == null ? null : metric.scaled(factor);
    }
}
