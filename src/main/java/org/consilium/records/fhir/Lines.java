package org.consilium.records.fhir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a file with one resource per line (NDJSON, hl7.org/fhir/R4/nd-json.html), one at a time. A line longer than
 * {@link #LONGEST} is passed over.
 */
final class Lines {
    /** In bytes: room for a resource with a scanned document inside. */
    static final int LONGEST = 96 << 20;

    /** One line as it stands in the file, without its end. */
    interface Listener {
        /** @param index counts the lines that are not blank, from 0 */
        void line(byte[] line, int index, int number);

        void tooLong(int number);
    }

    /** What the first lines of a file look like. */
    private enum Shape {
        /** One whole JSON object. */
        OBJECT,
        /** Something that begins like an object and is none, or not only one. */
        BEGUN,
        OTHER,
        END
    }

    private Lines() {}

    /** True when the first or the second line is one whole object and more follows. */
    static boolean areIn(InputStream in) throws IOException {
        var first = shape(in);
        var second = shape(in);
        if (first == Shape.OBJECT) {
            return second != Shape.END;
        }
        return second == Shape.OBJECT && begins(shape(in));
    }

    private static boolean begins(Shape shape) {
        return shape == Shape.OBJECT || shape == Shape.BEGUN;
    }

    private static Shape shape(InputStream in) throws IOException {
        var next = in.read();
        while (next >= 0 && (next <= ' ' || next == 0xef || next == 0xbb || next == 0xbf)) {
            next = in.read();
        }
        if (next < 0) {
            return Shape.END;
        }
        if (next != '{') {
            toTheEnd(in, next);
            return Shape.OTHER;
        }
        return object(in);
    }

    private static Shape object(InputStream in) throws IOException {
        var depth = 1;
        var quoted = false;
        var after = false;
        for (var next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (depth == 0) {
                after |= next > ' ';
            } else if (quoted) {
                if (next == '\\') {
                    in.read();
                }
                quoted = next != '"';
            } else {
                quoted = next == '"';
                depth += next == '{' ? 1 : next == '}' ? -1 : 0;
            }
        }
        return depth == 0 && !after ? Shape.OBJECT : Shape.BEGUN;
    }

    private static void toTheEnd(InputStream in, int from) throws IOException {
        var next = from;
        while (next >= 0 && next != '\n') {
            next = in.read();
        }
    }

    static void read(InputStream in, Listener listener) throws IOException {
        var line = new ByteArrayOutputStream(1 << 14);
        var buffer = new byte[1 << 16];
        var number = 1;
        var index = 0;
        var tooLong = false;
        for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            var from = 0;
            while (from < count) {
                var end = newline(buffer, from, count);
                tooLong |= line.size() + (end - from) > LONGEST;
                if (!tooLong) {
                    line.write(buffer, from, end - from);
                }
                if (end < count) {
                    index += give(line, index, number, tooLong, listener);
                    line = emptied(line);
                    number++;
                    tooLong = false;
                }
                from = end + 1;
            }
        }
        give(line, index, number, tooLong, listener);
    }

    private static int newline(byte[] buffer, int from, int count) {
        var at = from;
        while (at < count && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    /** Gives back the memory of an uncommonly long line. */
    private static ByteArrayOutputStream emptied(ByteArrayOutputStream line) {
        if (line.size() > 1 << 20) {
            return new ByteArrayOutputStream(1 << 14);
        }
        line.reset();
        return line;
    }

    private static int give(ByteArrayOutputStream line, int index, int number, boolean tooLong, Listener listener) {
        if (tooLong) {
            listener.tooLong(number);
            return 1;
        }
        var bytes = line.toByteArray();
        for (var next : bytes) {
            if (next > ' ' || next < 0) {
                listener.line(bytes, index, number);
                return 1;
            }
        }
        return 0;
    }
}
