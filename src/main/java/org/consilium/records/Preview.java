package org.consilium.records;

import java.io.IOException;
import java.io.InputStream;
import org.consilium.language.Message;

/** A small picture of what a file shows, or why there is none. It is to recognise the file by, not to read a finding from. */
public sealed interface Preview {
    /** @param bytes a JPEG of at most 1,024 points on each side; never changed */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Shown(byte[] bytes) implements Preview {}

    /** There is no picture here. */
    record None(Message why) implements Preview {}

    /** Opens the bytes of a file from their beginning, as often as asked. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }
}
