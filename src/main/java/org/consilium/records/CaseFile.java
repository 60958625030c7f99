package org.consilium.records;

import java.util.List;
import org.consilium.clinical.Fact;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Sex;
import org.jspecify.annotations.Nullable;

/**
 * All that the records of one case say, as one immutable value.
 *
 * @param facts merged, in a fixed order
 * @param hash of the content: the same facts give the same hash, in whatever order the files came
 */
public record CaseFile(
        List<Fact> facts,
        @Nullable PartialDate birthDate,
        @Nullable Sex sex,
        String hash) {
    public CaseFile {
        facts = List.copyOf(facts);
    }
}
