package org.consilium.web.pages;

import java.util.List;
import org.consilium.language.Message;
import org.consilium.opinions.OpinionJson.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A whole opinion on one page.
 *
 * @param blind the first opinion is not shown yet: the next step is to commit
 * @param committed a first read is stored
 * @param amending why the signed opinion is being changed
 * @param diagnoses how many there is room for
 * @param options how many there is room for
 */
public record ReviewFormPage(
        Frame frame,
        boolean blind,
        boolean committed,
        @Nullable String amending,
        List<Part> parts,
        int diagnoses,
        int options,
        ConceptHits search,
        String words,
        List<Problem> problems) {
    /** A part of the page; a folded one is open from the start when {@code open}. */
    public record Part(
            String id, Message title, List<OpinionFormPage.Section> sections, boolean folded, boolean open) {}

    /** The field a problem is about: the place itself, or the first field of what it lies in. */
    public String field(Problem problem) {
        var fields = parts.stream()
                .flatMap(part -> part.sections().stream())
                .flatMap(section -> section.fields().stream())
                .toList();
        return fields.stream()
                .filter(field -> field.pointer().equals(problem.at()))
                .findFirst()
                .or(() -> fields.stream()
                        .filter(field -> field.pointer().startsWith(problem.at()))
                        .findFirst())
                .map(OpinionFormPage.Field::id)
                .orElse("main");
    }
}
