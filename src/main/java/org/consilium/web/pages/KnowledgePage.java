package org.consilium.web.pages;

import java.util.List;
import org.consilium.knowledge.Holdings;
import org.consilium.language.Message;
import org.consilium.terminology.LoadedVocabulary;

/**
 * What the program knows, with the source of each entry.
 *
 * @param first when the first version was made
 * @param steps what each later version changed, the newest first
 * @param loaded official files that somebody loaded
 */
public record KnowledgePage(
        Frame frame,
        Holdings holdings,
        String first,
        List<Step> steps,
        List<Section> sections,
        List<LoadedVocabulary> loaded) {
    /** What one version changed. */
    public record Step(String since, String date, List<Changes> kinds) {}

    /** What changed in one kind of entry. */
    public record Changes(Message kind, List<Message> changes) {}

    /** All entries of one kind. */
    public record Section(String word, List<Row> rows) {}

    /**
     * One entry.
     *
     * @param source as the knowledge base names it; empty when it has none
     * @param trust tag, grade and when it must be looked at again, or that it claims nothing
     * @param reviewed who checked it, or that nobody did; empty for what claims nothing
     */
    public record Row(String id, String text, String source, String trust, String reviewed) {}
}
