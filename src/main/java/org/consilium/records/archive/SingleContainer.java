package org.consilium.records.archive;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** One packed file that is no archive: {@code letter.pdf.gz}. */
final class SingleContainer implements Container {
    private final InputStream bytes;
    private final Counted source;
    private final String name;
    private boolean given;

    SingleContainer(InputStream bytes, Counted source, String name) {
        this.bytes = bytes;
        this.source = source;
        this.name = name;
    }

    @Override
    public @Nullable Packed next() {
        if (given) {
            return null;
        }
        given = true;
        return new Packed(name, true, null, () -> new StreamContainer.Unclosed(bytes), source::count);
    }

    @Override
    public void close() throws java.io.IOException {
        bytes.close();
    }
}
