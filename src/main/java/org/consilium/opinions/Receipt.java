package org.consilium.opinions;

import java.util.List;
import org.consilium.opinions.OpinionJson.Problem;

/** What came of changing the opinions of a case. */
public sealed interface Receipt {
    /** Done; this is how the opinion now stands. */
    record Kept(Filed filed) implements Receipt {}

    /** Nothing was changed: this is no whole opinion yet. */
    record Rejected(List<Problem> problems) implements Receipt {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }

    /** There is no such opinion for this actor, or the actor may only look, or there is nothing to undo. */
    record NotFound() implements Receipt {}
}
