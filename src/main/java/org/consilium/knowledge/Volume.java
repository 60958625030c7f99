package org.consilium.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many operations of a kind a year are asked of those who do them.
 *
 * @param hospital the least number a year in a hospital; absent when none is named
 * @param surgeon the least number a year for each surgeon; absent when none is named
 * @param countries ISO 3166 codes of two letters where it holds; none where it holds anywhere
 * @param more what else belongs to the number; blank when nothing does
 */
public record Volume(
        String id,
        Words name,
        @Nullable Integer hospital,
        @Nullable Integer surgeon,
        List<String> countries,
        Words more,
        Provenance provenance) {
    public Volume {
        countries = List.copyOf(countries);
    }

    /** The name with both numbers, a dash for none. */
    Words withNumbers() {
        var numbers = ": " + (hospital == null ? "–" : hospital) + " / " + (surgeon == null ? "–" : surgeon);
        return new Words(name.en() + numbers + after(more.en()), name.es() + numbers + after(more.es()));
    }

    private static String after(String more) {
        return more.isBlank() ? "" : ". " + more;
    }
}
