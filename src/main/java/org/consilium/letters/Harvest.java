package org.consilium.letters;

import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.Code;

/** Collects the proposals of one letter. */
final class Harvest {
    private static final int MOST = 400;
    private static final int LONGEST = 400;

    private final LetterText text;
    private final List<Proposal> found = new ArrayList<>();

    Harvest(LetterText text) {
        this.text = text;
    }

    void add(String path, String value, Confidence confidence, Passage passage) {
        add(path, value, List.of(), confidence, passage);
    }

    void add(String path, String value, List<Code> codes, Confidence confidence, Passage passage) {
        var clean = value.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ")
                .replaceAll("\\s+", " ")
                .strip();
        if (clean.isEmpty() || found.size() >= MOST) {
            return;
        }
        found.add(new Proposal(
                found.size() + 1,
                path,
                clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean,
                codes,
                confidence,
                passage.start(),
                passage.end(),
                text.at(passage.start())));
    }

    LetterReading reading() {
        return new LetterReading(text, found);
    }
}
