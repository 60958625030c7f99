package org.consilium.records.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/**
 * A file in an archive.
 *
 * @param name as it stands there: hostile
 * @param plain false for folders, links and devices
 * @param obstacle why its bytes cannot be had, absent when they can
 * @param packed how many bytes of the archive were used for what was read of it so far; for the bound on how much bigger a
 *     file may get
 */
record Packed(String name, boolean plain, @Nullable Message obstacle, Opening opening, LongSupplier packed) {
    /** How to come to the bytes. They are checked while they are read: damage shows as an exception. */
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }

    static Packed obstructed(String name, Message obstacle) {
        return new Packed(name, true, obstacle, InputStream::nullInputStream, () -> 0);
    }

    static Packed notPlain(String name) {
        return new Packed(name, false, null, InputStream::nullInputStream, () -> 0);
    }
}
