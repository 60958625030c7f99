package org.consilium.terminology;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;

/**
 * A test that laboratories report by mass in one place and in moles or equivalents in another. Table:
 * {@code terminology/analytes.txt}.
 *
 * @param name a name for the program, not for people
 * @param gramsPerMole molar mass as laboratories count it
 * @param charges equivalents per mole; 0 when it is not reported in equivalents
 * @param loinc codes of this one test in this one specimen
 */
public record Analyte(String name, BigDecimal gramsPerMole, int charges, List<String> loinc) {
    private static final Map<String, Analyte> BY_LOINC = table();

    public Analyte {
        loinc = List.copyOf(loinc);
    }

    /** The substance of a test by its LOINC codes, if it is on the list. */
    public static Optional<Analyte> of(Collection<Code> codes) {
        for (var code : codes) {
            if (code.in(CodeSystems.LOINC)) {
                var known = BY_LOINC.get(code.code());
                if (known != null) {
                    return Optional.of(known);
                }
            }
        }
        return Optional.empty();
    }

    /** A unit of moles or equivalents of this substance as one of grams. */
    Unit byMass(Unit unit) {
        var moles = unit.dimensions().getOrDefault("mol", 0);
        var equivalents = charges == 0 ? 0 : unit.dimensions().getOrDefault("eq", 0);
        var mass = unit;
        if (moles != 0) {
            var mole = new Unit("mol", gramsPerMole, BigDecimal.ONE, BigDecimal.ZERO, Map.of("g", 1, "mol", -1));
            mass = mass.times(mole.power(Math.abs(moles)), moles > 0 ? 1 : -1);
        }
        if (equivalents != 0) {
            var equivalent = new Unit(
                    "eq", gramsPerMole, BigDecimal.valueOf(charges), BigDecimal.ZERO, Map.of("g", 1, "eq", -1));
            mass = mass.times(equivalent.power(Math.abs(equivalents)), equivalents > 0 ? 1 : -1);
        }
        return mass;
    }

    private static Map<String, Analyte> table() {
        var table = new HashMap<String, Analyte>();
        Lines.of("/terminology/analytes.txt").forEach(line -> {
            var words = line.split(" ");
            var charges = words[2].equals("-") ? 0 : Integer.parseInt(words[2]);
            var codes = List.of(words).subList(3, words.length);
            var analyte = new Analyte(words[0], new BigDecimal(words[1]), charges, codes);
            codes.forEach(code -> table.put(code, analyte));
        });
        return Map.copyOf(table);
    }
}
