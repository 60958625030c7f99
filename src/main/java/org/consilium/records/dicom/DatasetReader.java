package org.consilium.records.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads data sets (PS3.5 section 7) forward, in one pass. What is kept is bounded; what is more is passed over and noted. A
 * damaged part is left at the end of the part that holds it.
 */
final class DatasetReader {
    /** Longer values are left in the file. */
    static final int LONGEST = 1 << 16;

    /** Longer texts are left in the file. */
    static final int LONGEST_TEXT = 1 << 20;

    static final int DEEPEST = 64;
    static final int MOST_ELEMENTS = 200_000;
    private static final long MOST_BYTES = 24L << 20;

    private final Input in;
    private final Set<Trouble> troubles;
    private int elementsLeft = MOST_ELEMENTS;
    private long bytesLeft = MOST_BYTES;
    private boolean stopped;

    DatasetReader(Input in, Set<Trouble> troubles) {
        this.in = in;
        this.troubles = troubles;
    }

    /** Reads elements for as long as they are of this group. */
    Dataset group(int group, TransferSyntax syntax) throws IOException {
        var found = new Dataset(null, ByteOrder.LITTLE_ENDIAN, in.position());
        while (!stopped) {
            var head = in.peek(4);
            if (head.length < 4 || ((head[0] & 0xFF) | ((head[1] & 0xFF) << 8)) != group) {
                return found;
            }
            element(found, syntax, Long.MAX_VALUE, 0);
        }
        return found;
    }

    /** Reads to the end of the file. */
    Dataset file(TransferSyntax syntax) throws IOException {
        var found = new Dataset(null, order(syntax), in.position());
        while (!stopped && element(found, syntax, Long.MAX_VALUE, 0)) {
            // reading adds to the data set
        }
        return found;
    }

    private static ByteOrder order(TransferSyntax syntax) {
        return syntax.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    /** Reads one element; false at the end of the data set. */
    private boolean element(Dataset into, TransferSyntax syntax, long end, int depth) throws IOException {
        if (in.position() >= end || in.isAtEnd()) {
            return false;
        }
        var header = header(syntax, into);
        if (header == null || header.tag() == Tag.ITEM_END || (header.tag() == Tag.SEQUENCE_END && depth > 0)) {
            return false;
        }
        if (header.tag() == Tag.SEQUENCE_END || header.tag() == Tag.ITEM) {
            note(Trouble.DAMAGED);
            return true;
        }
        if (header.tag() == 0 && depth == 0) {
            stopped = true;
            return false;
        }
        content(into, header, syntax, end, depth);
        return true;
    }

    private void content(Dataset into, Header header, TransferSyntax syntax, long end, int depth) throws IOException {
        var begin = in.position();
        if (begin > end) {
            // its head reaches beyond the item that should hold it
            note(Trouble.DAMAGED);
            return;
        }
        var limit = end;
        if (!header.isUndefined() && header.length() > end - begin) {
            note(Trouble.DAMAGED);
            limit = end;
        } else if (!header.isUndefined()) {
            limit = begin + header.length();
        }
        if (isSequence(header)) {
            var inner = header.vr() == Vr.UN && header.explicit() ? TransferSyntax.IMPLICIT : syntax;
            keep(into, items(header, inner, into, limit, depth), depth);
        } else if (header.isUndefined()) {
            keep(into, fragments(header, syntax), depth);
        } else {
            value(into, header, limit - begin, depth);
        }
        if (!header.isUndefined() && !stopped && in.position() < limit) {
            skip(limit - in.position());
        }
    }

    private boolean isSequence(Header header) throws IOException {
        if (header.isUndefined()) {
            return header.vr() == Vr.SQ || (header.vr() == Vr.UN && header.tag() != Tag.PixelData);
        }
        if (header.vr() != Vr.SQ && !(header.vr() == Vr.UN && Dictionary.vr(header.tag()) == Vr.SQ)) {
            return false;
        }
        var head = in.peek(4);
        return header.length() == 0
                || Arrays.equals(head, new byte[] {(byte) 0xFE, (byte) 0xFF, 0, (byte) 0xE0})
                || Arrays.equals(head, new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) 0xE0, 0});
    }

    private void keep(Dataset into, Element element, int depth) {
        if (Tag.element(element.tag()) == 0) {
            return;
        }
        if (elementsLeft > 0 || (depth == 0 && into.size() < MOST_ELEMENTS)) {
            elementsLeft--;
            into.add(element);
        } else {
            note(Trouble.TOO_MANY);
        }
    }

    private void value(Dataset into, Header header, long length, int depth) throws IOException {
        var longest = header.vr() == Vr.UT || header.vr() == Vr.UC ? LONGEST_TEXT : LONGEST;
        if (length > longest || bytesLeft < length) {
            if (header.vr().isText()) {
                note(Trouble.LONG_TEXT);
            }
            var offset = in.position();
            var passed = skip(length);
            keep(into, new Element.Bulk(header.tag(), header.vr(), offset, passed, 0), depth);
            return;
        }
        var bytes = new byte[(int) length];
        var count = in.read(bytes);
        if (count < length) {
            cut();
            return;
        }
        if (elementsLeft > 0 || depth == 0) {
            bytesLeft -= length;
        }
        keep(into, new Element.Value(header.tag(), header.vr(), bytes), depth);
    }

    private Element.Items items(Header sequence, TransferSyntax syntax, Dataset parent, long end, int depth)
            throws IOException {
        var items = new ArrayList<Dataset>();
        var whole = true;
        while (!stopped && in.position() < end) {
            var begin = in.position();
            var item = item(syntax);
            if (item == null || item.tag() == Tag.SEQUENCE_END) {
                break;
            }
            if (item.tag() == Tag.ITEM_END) {
                continue;
            }
            if (depth >= DEEPEST) {
                tooDeep(sequence);
                break;
            }
            var found = new Dataset(parent, order(syntax), begin);
            var inside = item.isUndefined() ? end : Math.min(end, in.position() + item.length());
            if (!item.isUndefined() && item.length() > end - in.position()) {
                note(Trouble.DAMAGED);
            }
            while (!stopped && element(found, syntax, inside, depth + 1)) {
                // reading adds to the item
            }
            if (!item.isUndefined() && !stopped && in.position() < inside && inside != Long.MAX_VALUE) {
                skip(inside - in.position());
            }
            if (elementsLeft-- > 0) {
                items.add(found);
            } else {
                whole = false;
                note(Trouble.TOO_MANY);
            }
        }
        return new Element.Items(sequence.tag(), items, whole);
    }

    /** A sequence of known length is passed over; without one, nothing after it can be found. */
    private void tooDeep(Header sequence) {
        note(Trouble.TOO_DEEP);
        stopped = sequence.isUndefined();
    }

    /** The mark of an item or of the end; nothing is read when another tag stands there. */
    private @Nullable Header item(TransferSyntax syntax) throws IOException {
        var head = in.peek(8);
        if (head.length < 8) {
            cut();
            return null;
        }
        var buffer = ByteBuffer.wrap(head).order(order(syntax));
        var tag = Tag.of(buffer.getShort() & 0xFFFF, buffer.getShort() & 0xFFFF);
        if (tag != Tag.ITEM && tag != Tag.ITEM_END && tag != Tag.SEQUENCE_END) {
            note(Trouble.DAMAGED);
            return null;
        }
        in.skip(8);
        return new Header(tag, Vr.UN, buffer.getInt() & Header.UNDEFINED, false);
    }

    /** Compressed pixels: passed over fragment by fragment (PS3.5 section A.4). */
    private Element.Bulk fragments(Header header, TransferSyntax syntax) throws IOException {
        var begin = in.position();
        var count = 0;
        while (!stopped) {
            var item = item(syntax);
            if (item == null || item.tag() == Tag.SEQUENCE_END) {
                break;
            }
            if (item.tag() == Tag.ITEM) {
                count++;
                skip(item.length());
            }
        }
        return new Element.Bulk(header.tag(), header.vr(), begin, in.position() - begin, Math.max(1, count - 1));
    }

    private @Nullable Header header(TransferSyntax syntax, Dataset into) throws IOException {
        var header = Header.read(in, syntax, into, troubles);
        stopped = stopped || header == null;
        return header;
    }

    private long skip(long count) throws IOException {
        var passed = in.skip(count);
        if (passed < count) {
            cut();
        }
        return passed;
    }

    private void cut() {
        note(Trouble.CUT);
        stopped = true;
    }

    private void note(Trouble trouble) {
        troubles.add(trouble);
    }
}
