package org.consilium.records;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * XML of which no single piece (a text, the value of an attribute, a name, a comment) is longer than can be held: the rest of a
 * longer one is left out and its end marked, so that what follows it is still read. A mark of byte order in front is left out.
 */
public final class BoundedXml extends FilterReader {
    /** Stands at the end of what was cut: no text of a record uses it (U+FFFC, object replacement). */
    public static final char CUT = '\ufffc';

    private static final int LONGEST = 32_000_000;

    private static final long COMMENT = window("<!--");
    private static final long DATA = window("<![");
    private static final long INSTRUCTION = window("<?");
    private static final long COMMENT_END = window("-->");
    private static final long DATA_END = window("]]>");
    private static final long INSTRUCTION_END = window("?>");
    private static final long THREE = 0xffff_ffff_ffffL;
    private static final long TWO = 0xffff_ffffL;

    private enum Inside {
        TEXT,
        TAG,
        VALUE,
        COMMENT,
        DATA,
        INSTRUCTION
    }

    private final int longest;
    private Inside inside = Inside.TEXT;
    private char quote;
    private int length;
    private int tails;
    private boolean begun;

    /** The last four characters. */
    private long window;

    /** Pieces of at most 32 million characters. */
    public BoundedXml(Reader text) {
        this(text, LONGEST);
    }

    /** @param longest the most characters of one piece */
    public BoundedXml(Reader text, int longest) {
        super(text);
        this.longest = longest;
    }

    private static long window(String characters) {
        return characters.chars().asLongStream().reduce(0, (all, next) -> all << 16 | next);
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
        var from = offset;
        if (!begun) {
            begun = true;
            from += buffer[offset] == '\ufeff' ? 1 : 0;
        }
        var to = offset;
        for (; from < offset + count; from++) {
            var next = buffer[from];
            var before = inside;
            window = window << 16 | next;
            step(next);
            if (inside != before) {
                length = 0;
                tails = 0;
                buffer[to++] = next;
            } else if (length < longest - 1) {
                length++;
                buffer[to++] = next;
            } else if (length == longest - 1) {
                length++;
                buffer[to++] = CUT;
            } else if (mayEnd(next) && tails < longest) {
                tails++;
                buffer[to++] = next;
            }
        }
        return to - offset;
    }

    private void step(char next) {
        switch (inside) {
            case TEXT -> inside = next == '<' ? Inside.TAG : Inside.TEXT;
            case TAG -> inTag(next);
            case VALUE -> inside = next == quote ? Inside.TAG : Inside.VALUE;
            case COMMENT -> end(THREE, COMMENT_END);
            case DATA -> end(THREE, DATA_END);
            case INSTRUCTION -> end(TWO, INSTRUCTION_END);
        }
    }

    private void inTag(char next) {
        if (next == '"' || next == '\'') {
            quote = next;
            inside = Inside.VALUE;
        } else if (next == '>') {
            inside = Inside.TEXT;
        } else if (next == '<') {
            length = 0;
        } else if (window == COMMENT) {
            inside = Inside.COMMENT;
        } else if ((window & THREE) == DATA) {
            inside = Inside.DATA;
        } else if ((window & TWO) == INSTRUCTION) {
            inside = Inside.INSTRUCTION;
        }
    }

    private void end(long mask, long characters) {
        if ((window & mask) == characters) {
            inside = Inside.TEXT;
        }
    }

    /** What may belong to the end of a piece that ends with more than one character. */
    private boolean mayEnd(char next) {
        return switch (inside) {
            case COMMENT -> next == '-';
            case DATA -> next == ']';
            case INSTRUCTION -> next == '?';
            case TEXT, TAG, VALUE -> false;
        };
    }
}
