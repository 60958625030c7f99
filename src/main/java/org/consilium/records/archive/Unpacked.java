package org.consilium.records.archive;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.consilium.language.Message;
import org.consilium.records.Unpacking;
import org.jspecify.annotations.Nullable;

/** The bytes of a packed file while they are read; remembers why they ended too soon. */
final class Unpacked extends FilterInputStream {
    private static final int HEAD = 8192;

    private final LongSupplier packed;
    private final Unpacking unpacking;
    private long count;
    private @Nullable Message trouble;

    private Unpacked(InputStream bytes, LongSupplier packed, Unpacking unpacking) {
        super(bytes);
        this.packed = packed;
        this.unpacking = unpacking;
    }

    static Unpacked open(Packed file, Unpacking unpacking) throws IOException {
        return new Unpacked(file.opening().open(), file.packed(), unpacking);
    }

    /** Why reading failed, or null when it did not. */
    @Nullable
    Message trouble() {
        return trouble;
    }

    /** The first bytes of a stream that are then read again. */
    static byte[] head(BufferedInputStream bytes) throws IOException {
        bytes.mark(HEAD);
        var head = bytes.readNBytes(HEAD);
        bytes.reset();
        return head;
    }

    BufferedInputStream buffered() {
        return new BufferedInputStream(this, HEAD);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (unpacking.isBomb()) {
            throw fail(Message.of("archive.bomb"), null);
        }
        int read;
        try {
            read = super.read(into, from, length);
        } catch (IOException damaged) {
            if (Trouble.isBomb(damaged)) {
                unpacking.suspect();
            }
            throw fail(Trouble.of(damaged), damaged);
        } catch (RuntimeException unforeseen) {
            throw fail(Message.of("archive.damaged"), unforeseen);
        }
        count += Math.max(0, read);
        if (Unfolding.isTooMuch(count, packed.getAsLong())) {
            unpacking.suspect();
            throw fail(Message.of("archive.bomb"), null);
        }
        return read;
    }

    private IOException fail(Message why, @Nullable Exception cause) {
        trouble = why;
        return new IOException("a packed file could not be unpacked", cause);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
