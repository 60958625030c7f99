package org.consilium.records.dicom;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stretch of a stream; closing it closes the stream. */
final class Stretch extends FilterInputStream {
    private long left;

    /** @throws IOException when the stream cannot be read; one that ends before the offset is empty */
    Stretch(InputStream in, long offset, long length) throws IOException {
        super(in);
        left = length;
        var toPass = offset;
        while (toPass > 0) {
            var passed = in.skip(toPass);
            if (passed <= 0) {
                if (in.read() < 0) {
                    left = 0;
                    return;
                }
                passed = 1;
            }
            toPass -= passed;
        }
    }

    @Override
    public int read() throws IOException {
        if (left <= 0) {
            return -1;
        }
        left--;
        return super.read();
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        if (left <= 0) {
            return -1;
        }
        var done = super.read(into, from, (int) Math.min(count, left));
        left -= Math.max(0, done);
        return done;
    }

    @Override
    public long skip(long count) throws IOException {
        var done = super.skip(Math.min(count, left));
        left -= done;
        return done;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
