package org.consilium.records.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Takes the bytes of one frame out of a file, and nothing else of its pixels. */
final class FrameBytes {
    private FrameBytes() {}

    /** The whole of an element, up to this many bytes. */
    static byte[] all(DicomFile file, DicomFile.Opener opener, int tag, int most) throws IOException {
        return switch (file.dataset().element(tag).orElse(null)) {
            case Element.Value value -> value.bytes();
            case Element.Bulk bulk -> stretch(file, opener, bulk.offset(), Math.min(most, bulk.length()));
            case Element.Items items -> new byte[0];
            case null -> new byte[0];
        };
    }

    /** A frame that is not compressed; shorter than its size when the file is cut. */
    static byte[] plain(DicomFile file, DicomFile.Opener opener, PixelFormat format) throws IOException {
        var size = format.frameBytes();
        var offset = size * format.middle();
        return switch (file.dataset().element(Tag.PixelData).orElse(null)) {
            case Element.Value value -> {
                var from = (int) Math.min(offset, value.bytes().length);
                yield Arrays.copyOfRange(value.bytes(), from, (int) Math.min(from + size, value.bytes().length));
            }
            case Element.Bulk bulk ->
                stretch(file, opener, bulk.offset() + offset, Math.min(size, Math.max(0, bulk.length() - offset)));
            case Element.Items items -> new byte[0];
            case null -> new byte[0];
        };
    }

    private static byte[] stretch(DicomFile file, DicomFile.Opener opener, long offset, long length)
            throws IOException {
        try (var bytes = new Stretch(file.bytes(opener), offset, length)) {
            return bytes.readNBytes((int) length);
        }
    }

    /** A compressed frame: its own fragment, or all of them when the file has one frame; empty when that cannot be told. */
    static byte[] compressed(DicomFile file, DicomFile.Opener opener, PixelFormat format) throws IOException {
        if (!(file.dataset().element(Tag.PixelData).orElse(null) instanceof Element.Bulk bulk)
                || (format.frames() > 1 && bulk.fragments() != format.frames())) {
            return new byte[0];
        }
        var frame = new ByteArrayOutputStream();
        try (var bytes = new Stretch(file.bytes(opener), bulk.offset(), bulk.length())) {
            var in = new Input(bytes);
            for (var index = -1; index < bulk.fragments(); index++) {
                var head = new byte[8];
                if (in.read(head) < head.length) {
                    break;
                }
                var length =
                        ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(4) & 0xFFFFFFFFL;
                var wanted = index >= 0 && (format.frames() == 1 || index == format.middle());
                if (!wanted) {
                    in.skip(length);
                    continue;
                }
                if (frame.size() + length > PixelFormat.LARGEST_FRAME) {
                    return new byte[0];
                }
                var fragment = new byte[(int) length];
                frame.write(fragment, 0, in.read(fragment));
            }
        }
        return frame.toByteArray();
    }
}
