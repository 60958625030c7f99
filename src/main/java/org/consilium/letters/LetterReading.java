package org.consilium.letters;

import java.util.List;

/** A letter and what it seems to say. */
public record LetterReading(LetterText text, List<Proposal> proposals) {
    public LetterReading {
        proposals = List.copyOf(proposals);
    }

    /** The sentence a proposal comes from, lines put together. */
    public String sentence(Proposal proposal) {
        return text.text().substring(proposal.start(), proposal.end()).replace('\n', ' ');
    }
}
