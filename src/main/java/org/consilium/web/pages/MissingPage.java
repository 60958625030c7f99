package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;

/**
 * What a specialist needs to see, and what of it is there.
 *
 * @param score 0 to 100, by weight
 * @param gaps how many things a letter can ask for
 * @param repeats recent tests that need not be done again, with their files
 */
public record MissingPage(
        Frame frame,
        UUID id,
        String group,
        int score,
        List<Item> items,
        String source,
        int gaps,
        List<AssessmentPage.Because> repeats) {
    /** One item: what it is, whether it is there, and what says so. */
    public record Item(
            String id, String name, String status, String colour, int weight, List<AssessmentPage.Because> because) {}
}
