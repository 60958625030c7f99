package org.consilium.terminology;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.consilium.language.Messages;

/**
 * Where a code stands in ICD-10.
 *
 * @param block the same as the category when a block has only this one category
 */
public record Icd10Place(Chapter chapter, Icd10Title block, Icd10Title category) {
    /** The titles from the chapter down to the category, none twice in a row. */
    public List<String> path(Locale locale) {
        var chapterTitle = Messages.in(locale).say(chapter.title());
        return Stream.of(chapterTitle, block.in(locale), category.in(locale))
                .distinct()
                .toList();
    }
}
