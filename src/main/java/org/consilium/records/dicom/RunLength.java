package org.consilium.records.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Run length coding of one frame (PS3.5 annex G): one segment for each byte of each sample. */
final class RunLength {
    private static final int HEADER = 64;

    private RunLength() {}

    /** The frame sample by sample, little endian; what is damaged or missing is zero. */
    static byte[] decode(byte[] packed, PixelFormat format) {
        var points = format.rows() * format.columns();
        var width = format.allocated() / 8;
        var plain = new byte[points * format.samples() * width];
        if (packed.length < HEADER) {
            return plain;
        }
        var header = ByteBuffer.wrap(packed, 0, HEADER).order(ByteOrder.LITTLE_ENDIAN);
        var segments = Math.min(header.getInt(0), format.samples() * width);
        for (var segment = 0; segment < segments && segment < 15; segment++) {
            var from = header.getInt(4 + 4 * segment);
            var sample = segment / width;
            var byteOf = width - 1 - segment % width;
            if (from >= HEADER && from < packed.length) {
                unpack(packed, from, plain, sample * points * width + byteOf, width, points);
            }
        }
        return plain;
    }

    private static void unpack(byte[] packed, int from, byte[] into, int start, int step, int points) {
        var at = from;
        var done = 0;
        while (done < points && at < packed.length) {
            var control = packed[at++];
            if (control >= 0) {
                for (var copied = 0; copied <= control && done < points && at < packed.length; copied++) {
                    into[start + step * done++] = packed[at++];
                }
            } else if (control != -128 && at < packed.length) {
                var value = packed[at++];
                for (var copied = 0; copied <= -control && done < points; copied++) {
                    into[start + step * done++] = value;
                }
            }
        }
    }
}
