package org.consilium.records.words;

import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.Fact;
import org.consilium.records.Identity;
import org.jspecify.annotations.Nullable;

/**
 * What the words of one document say.
 *
 * @param document the document itself as one fact, not proposed: its title, its date, its words
 * @param proposals for the person to confirm or correct; each has the status {@link Fact#PROPOSED}
 * @param patient whose document it says it is
 */
public record Found(
        DocumentKind kind,
        Fact document,
        List<Fact> proposals,
        @Nullable Identity patient) {
    public Found {
        proposals = List.copyOf(proposals);
    }

    /** The document first, then the proposals. */
    public List<Fact> facts() {
        var all = new ArrayList<Fact>(proposals.size() + 1);
        all.add(document);
        all.addAll(proposals);
        return all;
    }
}
