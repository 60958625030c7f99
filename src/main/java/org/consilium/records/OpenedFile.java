package org.consilium.records;

import java.io.IOException;
import java.io.InputStream;

/**
 * A stored file, ready to be read as it was received.
 *
 * @param bytes decrypted while they are read; reading fails with an {@link IOException} when the stored file was altered
 *     or damaged, and never gives altered bytes
 */
public record OpenedFile(StoredFile file, InputStream bytes) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
