package org.consilium.records.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;

/** Writes data sets for tests, in any of the ways they can be written. */
final class Written {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final TransferSyntax syntax;
    private final boolean undefinedLengths;

    Written(TransferSyntax syntax, boolean undefinedLengths) {
        this.syntax = syntax;
        this.undefinedLengths = undefinedLengths;
    }

    static Written explicit() {
        return new Written(TransferSyntax.EXPLICIT, false);
    }

    static Written implicit() {
        return new Written(TransferSyntax.IMPLICIT, false);
    }

    /** For an item of this data set. */
    Written inner() {
        return new Written(syntax, undefinedLengths);
    }

    Written text(int tag, Vr vr, String text) {
        return text(tag, vr, text, StandardCharsets.UTF_8);
    }

    Written text(int tag, Vr vr, String text, Charset charset) {
        var bytes = text.getBytes(charset);
        return element(tag, vr, even(bytes, vr == Vr.UI ? 0 : ' '));
    }

    Written shorts(int tag, int... numbers) {
        var bytes = ByteBuffer.allocate(numbers.length * 2).order(order());
        for (var number : numbers) {
            bytes.putShort((short) number);
        }
        return element(tag, Vr.US, bytes.array());
    }

    private static byte[] even(byte[] bytes, int padding) {
        if (bytes.length % 2 == 0) {
            return bytes;
        }
        var padded = java.util.Arrays.copyOf(bytes, bytes.length + 1);
        padded[bytes.length] = (byte) padding;
        return padded;
    }

    Written element(int tag, Vr vr, byte[] bytes) {
        header(tag, vr, bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    /** A header that need not be true. */
    Written header(int tag, Vr vr, long length) {
        var explicit = syntax.explicit() && Tag.group(tag) != 0xFFFE;
        var isLong = explicit && vr.hasLongLength();
        var bytes = ByteBuffer.allocate(isLong ? 12 : 8).order(order());
        bytes.putShort((short) Tag.group(tag)).putShort((short) Tag.element(tag));
        if (explicit) {
            bytes.put(vr.name().getBytes(StandardCharsets.US_ASCII));
        }
        if (explicit && !isLong) {
            bytes.putShort((short) length);
        } else {
            bytes.position(bytes.limit() - 4);
            bytes.putInt((int) length);
        }
        out.writeBytes(bytes.array());
        return this;
    }

    private ByteOrder order() {
        return syntax.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    Written sequence(int tag, List<Written> items) {
        var inside = inner();
        for (var item : items) {
            inside.header(Tag.ITEM, Vr.UN, undefinedLengths ? Header.UNDEFINED : item.out.size());
            inside.out.writeBytes(item.out.toByteArray());
            if (undefinedLengths) {
                inside.header(Tag.ITEM_END, Vr.UN, 0);
            }
        }
        if (undefinedLengths) {
            inside.header(Tag.SEQUENCE_END, Vr.UN, 0);
        }
        header(tag, Vr.SQ, undefinedLengths ? Header.UNDEFINED : inside.out.size());
        out.writeBytes(inside.out.toByteArray());
        return this;
    }

    /** Compressed pixels: an empty offset table and these fragments. */
    Written fragments(List<byte[]> fragments) {
        header(Tag.PixelData, Vr.OB, Header.UNDEFINED).header(Tag.ITEM, Vr.UN, 0);
        for (var fragment : fragments) {
            header(Tag.ITEM, Vr.UN, fragment.length);
            out.writeBytes(fragment);
        }
        return header(Tag.SEQUENCE_END, Vr.UN, 0);
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /** The whole file, with preamble and meta information. */
    byte[] file() {
        return file(syntax.uid());
    }

    byte[] file(String syntaxUid) {
        var file = new Written(TransferSyntax.EXPLICIT, false);
        file.out.writeBytes(new byte[128]);
        file.out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        file.text(Tag.TransferSyntaxUID, Vr.UI, syntaxUid);
        file.out.writeBytes(TransferSyntax.of(syntaxUid).deflated() ? deflated(bytes()) : bytes());
        return file.bytes();
    }

    private static byte[] deflated(byte[] bytes) {
        try (var deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setInput(bytes);
            deflater.finish();
            var room = new byte[bytes.length + 1000];
            return java.util.Arrays.copyOf(room, deflater.deflate(room));
        }
    }
}
