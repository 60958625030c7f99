package org.consilium.opinions;

import java.util.List;
import org.consilium.opinions.OpinionJson.Problem;

/** What came of a reviewer's step. */
public sealed interface ReviewStep {
    /** Done; this is how the review now stands. */
    record Done(Review review) implements ReviewStep {}

    /** Nothing was changed: this is missing or wrong. */
    record Incomplete(List<Problem> problems) implements ReviewStep {
        public Incomplete {
            problems = List.copyOf(problems);
        }
    }

    /** The link has ended, or this step is not the one to take now. */
    record NotNow() implements ReviewStep {}
}
