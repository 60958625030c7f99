package org.consilium.records.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes that come out of a packing; they end with an exception when they are far more than went in. */
final class Unfolding extends FilterInputStream {
    /** Bytes that may come out of one packed byte, once they are many. Text and images stay far below. */
    private static final int HIGHEST_RATIO = 200;

    /** Up to this many bytes nothing is too much, however well it was packed. */
    private static final long HARMLESS = 50L << 20;

    private final Counted source;
    private long count;

    Unfolding(InputStream bytes, Counted source) {
        super(bytes);
        this.source = source;
    }

    static boolean isTooMuch(long unpacked, long packed) {
        return unpacked > HARMLESS && unpacked / HIGHEST_RATIO > packed;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        var read = super.read(into, from, length);
        count += Math.max(0, read);
        if (isTooMuch(count, source.count())) {
            throw new IOException(Trouble.BOMB);
        }
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        var buffer = new byte[Math.clamp(wanted, 0, 1 << 15)];
        return Math.max(0, read(buffer, 0, buffer.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
