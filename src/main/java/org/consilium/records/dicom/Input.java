package org.consilium.records.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Bytes read forward, with a look ahead; what is passed over is not read when the stream can seek. */
final class Input {
    private final InputStream in;
    private final byte[] buffer = new byte[8192];
    private int next;
    private int filled;
    private long passed;

    Input(InputStream in) {
        this.in = in;
    }

    /** How many bytes were read or passed over. */
    long position() {
        return passed;
    }

    /** The next bytes without reading past them; fewer at the end. */
    byte[] peek(int count) throws IOException {
        fill(count);
        var found = new byte[Math.min(count, filled - next)];
        System.arraycopy(buffer, next, found, 0, found.length);
        return found;
    }

    boolean isAtEnd() throws IOException {
        fill(1);
        return next == filled;
    }

    private void fill(int wanted) throws IOException {
        if (filled - next >= wanted) {
            return;
        }
        System.arraycopy(buffer, next, buffer, 0, filled - next);
        filled -= next;
        next = 0;
        while (filled < wanted) {
            var count = more(buffer, filled, buffer.length - filled);
            if (count < 0) {
                return;
            }
            filled += count;
        }
    }

    /** A damaged compressed stream ends where it is damaged. */
    private int more(byte[] into, int from, int count) throws IOException {
        try {
            return in.read(into, from, count);
        } catch (EOFException | java.util.zip.ZipException damaged) {
            return -1;
        }
    }

    /** Reads into the array; fewer than its length only at the end. */
    int read(byte[] into) throws IOException {
        var done = Math.min(into.length, filled - next);
        System.arraycopy(buffer, next, into, 0, done);
        next += done;
        while (done < into.length) {
            var count = more(into, done, into.length - done);
            if (count < 0) {
                break;
            }
            done += count;
        }
        passed += done;
        return done;
    }

    /** Passes over bytes and says how many there were. */
    long skip(long count) throws IOException {
        var buffered = (int) Math.min(count, filled - next);
        next += buffered;
        long done = buffered;
        while (done < count) {
            long step;
            try {
                step = in.skip(count - done);
            } catch (EOFException | java.util.zip.ZipException damaged) {
                break;
            }
            if (step <= 0) {
                fill(1);
                if (next == filled) {
                    break;
                }
                step = Math.min(filled - next, count - done);
                next += (int) step;
            }
            done += step;
        }
        passed += done;
        return done;
    }
}
