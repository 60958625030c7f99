package org.consilium.records.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/** Reads small pieces anywhere in an archive, little endian, through one buffer. */
final class Window {
    private final SeekableByteChannel channel;
    private final long size;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private long start;

    Window(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
        buffer.limit(0);
    }

    long size() {
        return size;
    }

    /**
     * The bytes from this position on, valid until the next call.
     *
     * @param count at most 65,536
     * @throws EOFException when the archive ends before that
     */
    ByteBuffer at(long position, int count) throws IOException {
        if (position < 0 || position + count > size) {
            throw new EOFException("the archive ends before byte " + (position + count));
        }
        if (position < start || position + count > start + buffer.limit()) {
            fill(position, count);
        }
        return buffer.slice((int) (position - start), count).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void fill(long position, int count) throws IOException {
        buffer.clear();
        start = position;
        channel.position(position);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // until the buffer is full or the archive ends
        }
        buffer.flip();
        if (buffer.limit() < count) {
            throw new EOFException("the archive ends before byte " + (position + count));
        }
    }

    /** The bytes from a position to another, one after the other. One at a time may be in use. */
    InputStream slice(long from, long to) {
        return new Slice(from, to);
    }

    private final class Slice extends InputStream {
        private final long end;
        private long position;

        Slice(long from, long to) {
            this.position = from;
            this.end = Math.min(to, size);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            if (position >= end) {
                return -1;
            }
            channel.position(position);
            var read = channel.read(ByteBuffer.wrap(into, from, (int) Math.min(count, end - position)));
            position += Math.max(0, read);
            return read;
        }
    }
}
