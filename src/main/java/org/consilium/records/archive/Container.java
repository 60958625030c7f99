package org.consilium.records.archive;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An archive, opened: the files in it, one after the other, in the order in which they lie there. */
interface Container extends AutoCloseable {
    /**
     * The next file, or null after the last. The bytes of the file before it must not be read any more.
     *
     * @throws IOException when the archive is damaged or ends here too soon
     */
    @Nullable
    Packed next() throws IOException;

    /** What the names in the archive tell about it as a whole. */
    default Setting setting() {
        return Setting.UNKNOWN;
    }

    /** True when the list of files at the end is missing, so that only what is whole can be read. */
    default boolean isCut() {
        return false;
    }

    @Override
    void close() throws IOException;
}
