package org.consilium.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a specialist needs to see for a condition group.
 *
 * @param id RC01 to RC48, {@code RC49} for a cancer without a list of its own, {@code CORE} for every case
 */
public record Checklist(String id, Words name, List<Item> items, Provenance provenance) {
    /**
     * One thing to have.
     *
     * @param id unique in the knowledge base, for example {@code RC01-HER2}
     * @param weight 3 decides the treatment, 2 important, 1 helpful
     * @param kind what sort of thing would show that it is there
     * @param codes any of these shows that it is there
     * @param words found as whole words in a report's or document's text, in any case, they show that it is there (lower case)
     * @param modalities DICOM modality codes, for images; a report alone is then «report only»
     * @param freshDays older than this is outdated; absent when it never is
     * @param regions parts of the body that images of it show; images that name only other parts do not count; none for any
     * @param onlyFor not needed when the person's conditions of the group are all others; none for every condition
     * @param fromStage not needed for a cancer of a lower or unknown stage, 1 to 4; absent when needed at any
     */
    public record Item(
            String id,
            Words name,
            int weight,
            Kind kind,
            List<CodePattern> codes,
            List<String> words,
            List<String> modalities,
            @Nullable Integer freshDays,
            List<String> regions,
            List<CodePattern> onlyFor,
            @Nullable Integer fromStage) {}

    /** What sort of thing shows that an item is there. */
    public enum Kind {
        REPORT,
        IMAGES,
        SLIDES,
        LAB,
        DOCUMENT,
        MEDICATIONS,
        HISTORY
    }
}
