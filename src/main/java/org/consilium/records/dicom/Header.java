package org.consilium.records.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a value: its tag, representation and length (PS3.5 section 7.1).
 *
 * @param explicit the representation was stated
 */
record Header(int tag, Vr vr, long length, boolean explicit) {
    static final long UNDEFINED = 0xFFFFFFFFL;

    boolean isUndefined() {
        return length == UNDEFINED;
    }

    /** Null at the end of the file. A representation that the standard does not have is taken for what the tag implies. */
    static @Nullable Header read(Input in, TransferSyntax syntax, Dataset into, Set<Trouble> troubles)
            throws IOException {
        var head = in.peek(12);
        if (head.length < 8) {
            if (!onlyZeros(head)) {
                troubles.add(Trouble.CUT);
            }
            return null;
        }
        var buffer = ByteBuffer.wrap(head).order(syntax.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        var tag = Tag.of(buffer.getShort() & 0xFFFF, buffer.getShort() & 0xFFFF);
        if (Tag.group(tag) == 0xFFFE || !syntax.explicit()) {
            in.skip(8);
            return new Header(tag, implied(tag, into), buffer.getInt() & UNDEFINED, false);
        }
        var stated = Vr.of(new String(head, 4, 2, StandardCharsets.ISO_8859_1));
        var isShort = stated.map(vr -> !vr.hasLongLength()).orElse(isSign(head[4]) && isSign(head[5]));
        if (isShort) {
            buffer.position(6);
            in.skip(8);
            if (stated.isEmpty()) {
                troubles.add(Trouble.DAMAGED);
            }
            return new Header(tag, stated.orElseGet(() -> Dictionary.vr(tag)), buffer.getShort() & 0xFFFF, true);
        }
        if (stated.isEmpty() || head.length < 12) {
            in.skip(8);
            return new Header(tag, implied(tag, into), buffer.getInt() & UNDEFINED, false);
        }
        buffer.position(8);
        in.skip(12);
        return new Header(tag, stated.get(), buffer.getInt() & UNDEFINED, true);
    }

    private static boolean isSign(byte one) {
        return one >= ' ' && one < 0x7F;
    }

    private static Vr implied(int tag, Dataset into) {
        var vr = Dictionary.vr(tag);
        var isSigned = vr == Vr.US
                && into.has(Tag.PixelRepresentation)
                && into.number(Tag.PixelRepresentation).orElse(0) == 1
                && isPixelValue(tag);
        return isSigned ? Vr.SS : vr;
    }

    /** Smallest and largest pixel value and the like, which are as signed as the pixels (PS3.5 annex A.1). */
    private static boolean isPixelValue(int tag) {
        return tag >= 0x00280106 && tag <= 0x00280121;
    }

    private static boolean onlyZeros(byte[] bytes) {
        for (var one : bytes) {
            if (one != 0) {
                return false;
            }
        }
        return true;
    }
}
