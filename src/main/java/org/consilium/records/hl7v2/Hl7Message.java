package org.consilium.records.hl7v2;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.consilium.clinical.PartialDate;
import org.jspecify.annotations.Nullable;

/** One message: its header and the segments after it. */
record Hl7Message(int number, Segment header, List<Segment> segments) {
    private static final Pattern HEADER = Pattern.compile("(?:MSH|BHS|FHS)[^A-Za-z0-9\\s].*", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9]{2}");

    /** The first component of MSH-9, such as ORU. */
    String type() {
        return header.value(9).orElse("").toUpperCase(java.util.Locale.ROOT);
    }

    /** The second component of MSH-9, such as R01. */
    String event() {
        return header.value(9, 2).orElse("").toUpperCase(java.util.Locale.ROOT);
    }

    /** When the message was sent. */
    @Nullable
    PartialDate sent() {
        return header.date(7).orElse(null);
    }

    List<Segment> all(String name) {
        return segments.stream().filter(segment -> segment.name().equals(name)).toList();
    }

    static boolean isHeader(String line) {
        return HEADER.matcher(line).matches();
    }

    /**
     * Parts a file into its messages and hands them on one after the other. Segments may end with any line end; a line that
     * does not begin with the name of a segment goes on with the one before. Lines before the first header belong to none.
     */
    static void each(String text, Charset charset, Consumer<Hl7Message> reader) {
        new Splitter(charset, reader).split(text);
    }

    private static final class Splitter {
        private final Charset charset;
        private final Consumer<Hl7Message> reader;
        private final List<StringBuilder> lines = new ArrayList<>();
        private int number;

        Splitter(Charset charset, Consumer<Hl7Message> reader) {
            this.charset = charset;
            this.reader = reader;
        }

        void split(String text) {
            var from = 0;
            while (from < text.length()) {
                var end = from;
                while (end < text.length() && !endsLine(text.charAt(end))) {
                    end++;
                }
                line(text.substring(from, end));
                from = end + 1;
            }
            done();
        }

        /** Carriage return, line feed, and the framing characters of the lower layer protocol. */
        private static boolean endsLine(char character) {
            return character == '\r' || character == '\n' || character == 0x0b || character == 0x1c;
        }

        private void line(String raw) {
            var line = raw.startsWith("\ufeff") ? raw.substring(1) : raw;
            if (isHeader(line.stripLeading())) {
                done();
                line = line.stripLeading();
                if (line.startsWith("MSH")) {
                    lines.add(new StringBuilder(line));
                }
                return;
            }
            if (line.isBlank() || lines.isEmpty()) {
                return;
            }
            var field = lines.getFirst().charAt(3);
            var bare = line.stripLeading();
            if (bare.length() >= 3
                    && NAME.matcher(bare.substring(0, 3)).matches()
                    && (bare.length() == 3 || bare.charAt(3) == field)) {
                if (!bare.startsWith("BTS") && !bare.startsWith("FTS")) {
                    lines.add(new StringBuilder(bare));
                }
                return;
            }
            lines.getLast().append('\n').append(line);
        }

        private void done() {
            if (lines.isEmpty()) {
                return;
            }
            number++;
            var delimiters = Delimiters.of(lines.getFirst().toString(), charset);
            var counted = new HashMap<String, Integer>();
            var segments = new ArrayList<Segment>(lines.size());
            for (var line : lines) {
                var name = line.substring(0, 3);
                var count = counted.merge(name, 1, Integer::sum);
                var place = "MSH[" + number + "]" + (name.equals("MSH") ? "" : "/" + name + "[" + count + "]");
                segments.add(Segment.of(line.toString(), place, delimiters));
            }
            lines.clear();
            reader.accept(new Hl7Message(number, segments.getFirst(), List.copyOf(segments)));
        }
    }
}
