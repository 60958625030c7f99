package org.consilium.knowledge;

import java.util.List;

/**
 * How long a treatment is usually tried, or how many of them, before it counts as not helping (trigger T4).
 *
 * @param drugs so many kinds of medicine that did not help are enough, however long they were tried; 0 where nobody counts them
 * @param together true when they count only while they are taken at the same time
 * @param medicines the kinds that count
 */
public record FailedTrial(
        String id,
        List<CodePattern> codes,
        Words name,
        int days,
        int drugs,
        boolean together,
        List<Medicine> medicines,
        Provenance provenance) {
    /**
     * One kind of medicine.
     *
     * @param codes ATC
     * @param words beginnings of the names that records use
     */
    public record Medicine(List<CodePattern> codes, List<String> words) {
        public Medicine {
            codes = List.copyOf(codes);
            words = List.copyOf(words);
        }
    }

    public FailedTrial {
        codes = List.copyOf(codes);
        medicines = List.copyOf(medicines);
    }
}
