package org.consilium.records.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells by the first element how a data set is written. */
final class Sniff {
    /** The first value of a data set is a length, a name of a character set, a UID or a word. */
    private static final long LONGEST_FIRST = 1 << 12;

    private Sniff() {}

    /** True when a file without a preamble may begin like this: with an element of the standard in group 0002 or 0008. */
    static boolean isFirstElement(byte[] head) {
        if (head.length < 8) {
            return false;
        }
        var little = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        var big = ByteBuffer.wrap(head);
        return isFirstElement(little) || (big.getShort(0) == 8 && isFirstElement(big));
    }

    private static boolean isFirstElement(ByteBuffer head) {
        var group = head.getShort(0) & 0xFFFF;
        var tag = Tag.of(group, head.getShort(2) & 0xFFFF);
        if ((group != 2 && group != 8)
                || (Tag.element(tag) != 0 && Dictionary.find(tag).isEmpty())) {
            return false;
        }
        var stated = Vr.of("" + (char) (head.get(4) & 0xFF) + (char) (head.get(5) & 0xFF));
        if (stated.isPresent()) {
            return stated.get().hasLongLength() || (head.getShort(6) & 0xFFFF) <= LONGEST_FIRST;
        }
        return (head.getInt(4) & 0xFFFFFFFFL) <= LONGEST_FIRST;
    }

    /** Empty when the first eight bytes do not tell. */
    static Optional<TransferSyntax> syntax(byte[] head) {
        if (head.length < 8) {
            return Optional.empty();
        }
        var little = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        var group = little.getShort(0) & 0xFFFF;
        var explicit =
                Vr.of(new String(head, 4, 2, StandardCharsets.ISO_8859_1)).isPresent();
        var isBig = group > 0xFF && (group & 0xFF) == 0;
        if (explicit) {
            return Optional.of(isBig ? TransferSyntax.BIG_ENDIAN : TransferSyntax.EXPLICIT);
        }
        var length = little.getInt(4) & 0xFFFFFFFFL;
        return !isBig && length <= LONGEST_FIRST ? Optional.of(TransferSyntax.IMPLICIT) : Optional.empty();
    }
}
