package org.consilium.records.pdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a camera was held: the orientation that a JPEG photo carries (Exif 2.3, tag 0x0112). */
final class Exif {
    private static final int HEAD = 1 << 16;
    private static final int ORIENTATION = 0x0112;

    private Exif() {}

    /** By how many degrees to turn the picture clockwise; 0 when the file does not say or is no JPEG. */
    static int turn(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            return turn(ByteBuffer.wrap(in.readNBytes(HEAD)));
        }
    }

    static int turn(ByteBuffer head) {
        try {
            if (head.remaining() < 4 || head.getShort(0) != (short) 0xffd8) {
                return 0;
            }
            var at = 2;
            while (at + 10 < head.limit() && (head.get(at) & 0xff) == 0xff) {
                var length = head.getShort(at + 2) & 0xffff;
                if ((head.get(at + 1) & 0xff) == 0xe1 && head.getInt(at + 4) == 0x45786966) {
                    return ofTags(head.slice(at + 10, Math.min(length - 8, head.limit() - at - 10)));
                }
                at += 2 + length;
            }
            return 0;
        } catch (IndexOutOfBoundsException | IllegalArgumentException damaged) {
            return 0;
        }
    }

    private static int ofTags(ByteBuffer tags) {
        tags.order(tags.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tags.getInt(4);
        var count = tags.getShort(directory) & 0xffff;
        for (var index = 0; index < count; index++) {
            var entry = directory + 2 + index * 12;
            if ((tags.getShort(entry) & 0xffff) == ORIENTATION) {
                return switch (tags.getShort(entry + 8)) {
                    case 3, 4 -> 180;
                    case 5, 6 -> 90;
                    case 7, 8 -> 270;
                    default -> 0;
                };
            }
        }
        return 0;
    }
}
