package org.consilium.records;

import org.consilium.language.Message;

/** What became of a file that was handed in. All but Refused mean: it is stored and stays, whatever happens. */
public sealed interface Receipt {
    /**
     * It belongs to the case.
     *
     * @param alreadyThere true when the case had this very file before; nothing was changed
     */
    record Filed(StoredFile file, boolean alreadyThere) implements Receipt {}

    /** It is stored; its facts wait until a person says whose record it is. */
    record NeedsReview(StoredFile file, Message why) implements Receipt {}

    /** It is stored and being read, which takes a while; its facts count from then on. */
    record BeingRead(StoredFile file) implements Receipt {}

    /** Nothing was stored. */
    record Refused(Message why) implements Receipt {}
}
