package org.consilium.records;

import org.consilium.language.Message;

/** What became of a file that was handed in. Filed and NeedsReview mean: it is stored and stays, whatever happens. */
public sealed interface Receipt {
    /**
     * It belongs to the case.
     *
     * @param alreadyThere true when the case had this very file before; nothing was changed
     */
    record Filed(StoredFile file, boolean alreadyThere) implements Receipt {}

    /** It is stored; its facts wait until a person says whose record it is. */
    record NeedsReview(StoredFile file, Message why) implements Receipt {}

    /** Nothing was stored. */
    record Refused(Message why) implements Receipt {}
}
