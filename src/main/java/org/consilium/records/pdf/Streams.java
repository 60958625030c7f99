package org.consilium.records.pdf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;

/** Looks at how large a packed stream or a picture would become, before anything unpacks it. */
final class Streams {
    /** The instructions of one page, unpacked. */
    static final long MOST_BYTES = 64L << 20;

    /** One picture on a page, in pixels. */
    static final long MOST_PIXELS = 120_000_000;

    private static final int MOST_OBJECTS = 5_000;

    private Streams() {}

    /** True when it unpacks to more than this many bytes, or is packed more than twice over. */
    static boolean isLargerThan(COSStream stream, long most) throws IOException {
        var filters = stream.getFilters();
        if (filters instanceof COSArray several && several.size() > 2) {
            return true;
        }
        var first = filters instanceof COSArray array && array.size() > 0 ? array.getObject(0) : filters;
        if (!COSName.FLATE_DECODE.equals(first) && !COSName.FLATE_DECODE_ABBREVIATION.equals(first)) {
            return stream.getLength() > most;
        }
        var chained = filters instanceof COSArray array && array.size() > 1;
        return inflatesTo(stream, chained ? most / 64 : most) > (chained ? most / 64 : most);
    }

    private static long inflatesTo(COSStream stream, long most) throws IOException {
        var inflater = new Inflater();
        var in = new byte[1 << 14];
        var out = new byte[1 << 16];
        var total = 0L;
        try (var raw = stream.createRawInputStream()) {
            int count;
            while (total <= most && (count = raw.read(in)) > 0) {
                inflater.setInput(in, 0, count);
                int made;
                while (total <= most && (made = inflater.inflate(out)) > 0) {
                    total += made;
                }
                if (inflater.finished()) {
                    break;
                }
            }
        } catch (DataFormatException damaged) {
            return total;
        } finally {
            inflater.end();
        }
        return total;
    }

    /** What a page is drawn from: whether it has pictures, and whether a picture or a stream is too large to draw. */
    record Drawn(boolean pictures, boolean tooLarge) {}

    /** Looks through the page's resources, also those of the forms on it. */
    static Drawn drawn(PDPage page) throws IOException {
        var pictures = false;
        var tooLarge = false;
        var seen = Collections.newSetFromMap(new IdentityHashMap<COSBase, Boolean>());
        var waiting = new ArrayDeque<COSDictionary>();
        var resources = page.getResources();
        if (resources != null) {
            waiting.add(resources.getCOSObject());
        }
        var contents = page.getContentStreams();
        while (contents.hasNext()) {
            tooLarge |= isLargerThan(contents.next().getCOSObject(), MOST_BYTES);
        }
        while (!waiting.isEmpty() && seen.size() < MOST_OBJECTS) {
            var objects = waiting.poll().getCOSDictionary(COSName.XOBJECT);
            if (objects == null) {
                continue;
            }
            for (var name : objects.keySet()) {
                if (!(objects.getDictionaryObject(name) instanceof COSStream stream) || !seen.add(stream)) {
                    continue;
                }
                if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                    pictures = true;
                    tooLarge |= pixels(stream) > MOST_PIXELS;
                } else {
                    tooLarge |= isLargerThan(stream, MOST_BYTES);
                    addResources(stream, waiting, seen);
                }
            }
        }
        return new Drawn(pictures, tooLarge);
    }

    private static void addResources(COSStream form, ArrayDeque<COSDictionary> waiting, Set<COSBase> seen) {
        var inner = form.getCOSDictionary(COSName.RESOURCES);
        if (inner != null && seen.add(inner)) {
            waiting.add(inner);
        }
    }

    private static long pixels(COSStream image) {
        return Math.max(0L, image.getInt(COSName.WIDTH, 0)) * Math.max(0L, image.getInt(COSName.HEIGHT, 0));
    }
}
