package org.consilium.records.fhir;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * XML of which no single value is longer than can be held: the rest of a longer one is left out and its end marked, so that
 * what follows it is still read.
 */
final class BoundedText extends FilterReader {
    /** Stands at the end of what was cut: no text of a record uses it (U+FFFC, object replacement). */
    static final char CUT = '\ufffc';

    private static final int LONGEST = 32_000_000;

    private final int longest;
    private int length;

    BoundedText(Reader text) {
        this(text, LONGEST);
    }

    BoundedText(Reader text, int longest) {
        super(text);
        this.longest = longest;
    }

    @Override
    public int read() throws IOException {
        var one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int count) throws IOException {
        while (true) {
            var got = in.read(buffer, offset, count);
            if (got <= 0) {
                return got;
            }
            var kept = kept(buffer, offset, got);
            if (kept > 0) {
                return kept;
            }
        }
    }

    /** Moves what is kept to the front and tells how much it is. */
    private int kept(char[] buffer, int offset, int count) {
        if (length + count < longest) {
            length = tail(buffer, offset, count);
            return count;
        }
        var to = offset;
        for (var from = offset; from < offset + count; from++) {
            var next = buffer[from];
            length = isMark(next) ? 0 : length + (length <= longest ? 1 : 0);
            if (length < longest) {
                buffer[to++] = next;
            } else if (length == longest) {
                buffer[to++] = CUT;
            }
        }
        return to - offset;
    }

    /** The length of the value at the end of this piece. */
    private int tail(char[] buffer, int offset, int count) {
        for (var at = offset + count - 1; at >= offset; at--) {
            if (isMark(buffer[at])) {
                return offset + count - 1 - at;
            }
        }
        return length + count;
    }

    private static boolean isMark(char next) {
        return next == '<' || next == '>' || next == '"' || next == '\'';
    }
}
