package org.consilium.knowledge;

import java.util.List;

/**
 * A condition by the names that people search for.
 *
 * @param id for example {@code breast-cancer}
 * @param english names, the plain one first
 * @param spanish names, the plain one first
 * @param codes what stands for it: the first ICD-10-CM code is its place in the classification
 */
public record NamedCondition(
        String id, List<String> english, List<String> spanish, List<CodePattern> codes, Provenance provenance) {
    public NamedCondition {
        english = List.copyOf(english);
        spanish = List.copyOf(spanish);
        codes = List.copyOf(codes);
        if (english.isEmpty() || spanish.isEmpty() || codes.isEmpty()) {
            throw new IllegalArgumentException("a named condition has names in both languages and a code");
        }
    }

    /** The plain name in both languages. */
    public Words name() {
        return new Words(english.getFirst(), spanish.getFirst());
    }
}
