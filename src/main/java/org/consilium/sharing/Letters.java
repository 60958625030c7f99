package org.consilium.sharing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The letters that can be printed: those of the embedded fonts. Atkinson Hyperlegible (SIL Open Font License) was made by
 * the Braille Institute for people who see little.
 */
final class Letters {
    /** What stands for letters that cannot be printed. */
    static final String MISSING = "[?]";

    /** The longest single text that is printed, in characters; a longer one is cut, and the paper says so. */
    static final int LONGEST = 6_000;

    private static final int NO_BREAK_HYPHEN = 0x2011;

    /** In the order in which a letter is looked for; every family has both weights. */
    private static final List<String> FAMILIES = List.of("AtkinsonHyperlegible", "AtkinsonHyperlegibleExt");

    private final List<Face> faces;
    private final List<CmapLookup> regular;

    private Letters(List<Face> faces, List<CmapLookup> regular) {
        this.faces = faces;
        this.regular = regular;
    }

    /** A font file of the class path; its bytes are never changed. */
    @SuppressWarnings("ArrayRecordComponent")
    record Face(String family, int weight, byte[] file) {
        InputStream open() {
            return new ByteArrayInputStream(file);
        }
    }

    /** The fonts built into the program, read once. */
    static Letters builtIn() {
        return BuiltIn.LETTERS;
    }

    List<Face> faces() {
        return faces;
    }

    /**
     * The text as it can be printed: composed letters, no control or invisible characters but line ends, and
     * {@link #MISSING} for each run of letters that no embedded font has.
     */
    String printable(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        var out = new StringBuilder();
        var missing = false;
        for (var i = 0; i < composed.length(); ) {
            var letter = composed.codePointAt(i);
            i += Character.charCount(letter);
            var shown = shown(letter);
            if (shown == null) {
                continue;
            }
            if (shown.equals(MISSING) && missing) {
                continue;
            }
            missing = shown.equals(MISSING);
            out.append(shown);
        }
        return out.toString();
    }

    private @Nullable String shown(int letter) {
        if (letter == '\n') {
            return "\n";
        }
        if (Character.isSpaceChar(letter) || Character.isWhitespace(letter)) {
            return letter == '\u00a0' || letter == '\u202f' ? "\u00a0" : " ";
        }
        var type = Character.getType(letter);
        if (type == Character.CONTROL || type == Character.FORMAT || isVariationSelector(letter)) {
            return null;
        }
        if (letter == NO_BREAK_HYPHEN) {
            return "-";
        }
        return has(letter) ? Character.toString(letter) : MISSING;
    }

    private static boolean isVariationSelector(int letter) {
        return (letter >= 0xfe00 && letter <= 0xfe0f) || (letter >= 0xe0100 && letter <= 0xe01ef);
    }

    private boolean has(int letter) {
        return regular.stream().anyMatch(font -> font.getGlyphId(letter) != 0);
    }

    private static final class BuiltIn {
        static final Letters LETTERS = read();
    }

    private static Letters read() {
        var faces = new ArrayList<Face>();
        var regular = new ArrayList<CmapLookup>();
        for (var family : FAMILIES) {
            var light = load(family + "-Regular");
            var bold = load(family + "-Bold");
            if (light != null && bold != null) {
                faces.add(new Face(family, 400, light));
                faces.add(new Face(family, 700, bold));
                regular.add(cmap(light));
            }
        }
        if (faces.isEmpty()) {
            throw new IllegalStateException("the fonts are not in the program: build it with Maven");
        }
        return new Letters(List.copyOf(faces), List.copyOf(regular));
    }

    private static byte @Nullable [] load(String name) {
        try (var in = Letters.class.getResourceAsStream("/fonts/" + name + ".ttf")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static CmapLookup cmap(byte[] file) {
        try (var font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            return font.getUnicodeCmapLookup();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
