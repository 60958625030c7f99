package org.consilium.records.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.jspecify.annotations.Nullable;

/**
 * Common laboratory tests by their English and Spanish names. A LOINC code is given only where the unit tells that the code's
 * property is measured (LOINC Users' Guide: mass and substance concentration are different tests).
 *
 * @param codes LOINC code by what is measured
 */
record Analytes(Map<String, String> codes) {
    private static final int LONGEST_NAME = 60;
    private static final Map<String, Analytes> BY_NAME = load();
    private static final Pattern MASS = Pattern.compile("(?:k|m|u|n|p)?g/(?:d|m|u)?L");
    private static final Pattern MOLES = Pattern.compile("(?:m|u|n|p)?(?:mol|eq)/(?:d|m)?L");
    private static final Pattern ACTIVITY = Pattern.compile("(?:m|k)?(?:U|\\[iU\\]|\\[IU\\]|kat)/(?:m)?L|ukat/L");
    private static final Pattern CELLS = Pattern.compile("(?:10\\*\\d+)?/[um]?L|\\{[a-z]+}/[um]?L|/mm3|10\\*\\d+/mm3");
    private static final Pattern UNITS = Pattern.compile("(?:m|u|k)?(?:\\[iU\\]|\\[IU\\]|U)/(?:m|d)?L|\\[arb'U\\]/mL");

    /** A known name at the beginning of some words. */
    record Named(Analytes analyte, int end) {}

    /** The longest known name with which these words begin, as a whole word. */
    static Optional<Named> at(String plain) {
        Named longest = null;
        var most = Math.min(plain.length(), LONGEST_NAME);
        for (var end = 1; end <= most; end++) {
            var whole = end == plain.length() || !isOfWord(plain.charAt(end)) || !isOfWord(plain.charAt(end - 1));
            var known = whole ? BY_NAME.get(key(plain.substring(0, end))) : null;
            if (known != null && !goesOn(plain, end)) {
                longest = new Named(known, end);
            }
        }
        return Optional.ofNullable(longest);
    }

    /** {@code Ca 15-3} is not calcium of 15. */
    private static boolean goesOn(String plain, int end) {
        return end < plain.length()
                && (plain.charAt(end) == '-' || plain.charAt(end) == '/' || plain.charAt(end) == '+');
    }

    private static boolean isOfWord(char character) {
        return Character.isLetterOrDigit(character);
    }

    /** The code that fits a unit in UCUM; absent when it is not certain. */
    Optional<Code> code(@Nullable String unit) {
        var measured = measured(unit);
        return Optional.ofNullable(codes.get(measured))
                .or(() -> measured.equals("cat") ? Optional.ofNullable(codes.get("arb")) : Optional.empty())
                .map(code -> Code.of(CodeSystems.LOINC, code));
    }

    /** Every code of the table. */
    static java.util.Set<String> allCodes() {
        return BY_NAME.values().stream()
                .flatMap(analyte -> analyte.codes().values().stream())
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private static String measured(@Nullable String unit) {
        if (unit == null) {
            return "none";
        }
        if (unit.equals("pg")) {
            return "pg";
        }
        if (unit.equals("fL")) {
            return "len";
        }
        if (unit.equals("%")) {
            return "pct";
        }
        if (unit.equals("s")) {
            return "sec";
        }
        if (unit.equals("mm/h")) {
            return "rate";
        }
        return MASS.matcher(unit).matches()
                ? "mass"
                : MOLES.matcher(unit).matches()
                        ? "mol"
                        : CELLS.matcher(unit).matches()
                                ? "num"
                                : ACTIVITY.matcher(unit).matches()
                                        ? "cat"
                                        : UNITS.matcher(unit).matches() ? "arb" : "";
    }

    private static String key(String name) {
        return name.replaceAll("[\\s,.:*]+", " ").strip();
    }

    private static Map<String, Analytes> load() {
        var byName = new HashMap<String, Analytes>();
        var file = Objects.requireNonNull(Analytes.class.getResourceAsStream("/records/analytes.txt"));
        try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.startsWith("#") && line.contains("|"))
                    .forEach(line -> {
                        var codes = new HashMap<String, String>();
                        for (var code :
                                line.substring(0, line.indexOf('|')).strip().split("\\s+")) {
                            if (!code.isEmpty()) {
                                codes.put(code.substring(code.indexOf(':') + 1), code.substring(0, code.indexOf(':')));
                            }
                        }
                        var analyte = new Analytes(Map.copyOf(codes));
                        for (var name : line.substring(line.indexOf('|') + 1).split(",")) {
                            byName.put(key(name.strip()), analyte);
                        }
                    });
        } catch (IOException ourOwnFile) {
            throw new UncheckedIOException(ourOwnFile);
        }
        return Map.copyOf(byName);
    }
}
