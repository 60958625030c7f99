package org.consilium.records.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/** The extra fields of a line in a ZIP file's list, as far as they are needed: ZIP64 sizes and Unicode names. */
final class ZipExtra {
    private static final int ZIP_64 = 0x0001;
    private static final int UNICODE_PATH = 0x7075;
    private static final int UTF_8 = 1 << 11;
    private static final long SEE_EXTRA = 0xffffffffL;
    private static final Charset CP437 = Charset.forName("IBM437");

    private ZipExtra() {}

    /** The three numbers that ZIP64 widens. */
    record Wide(long size, long packed, long start) {}

    static Wide wide(byte[] extra, long size, long packed, long start) {
        var field = field(extra, ZIP_64);
        if (field.isEmpty()) {
            return new Wide(size, packed, start);
        }
        var numbers = field.get();
        return new Wide(next(numbers, size), next(numbers, packed), next(numbers, start));
    }

    private static long next(ByteBuffer numbers, long narrow) {
        return narrow == SEE_EXTRA && numbers.remaining() >= 8 ? numbers.getLong() : narrow;
    }

    /** The name as it was meant: UTF-8 when it says so or can be, else code page 437. */
    static String name(byte[] name, byte[] extra, int flags) {
        if ((flags & UTF_8) != 0) {
            return new String(name, StandardCharsets.UTF_8);
        }
        var unicode = field(extra, UNICODE_PATH);
        if (unicode.isPresent() && unicode.get().remaining() > 5) {
            var field = unicode.get();
            field.get();
            var crc = new CRC32();
            crc.update(name);
            if ((field.getInt() & 0xffffffffL) == crc.getValue()) {
                return StandardCharsets.UTF_8.decode(field).toString();
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(name, CP437);
        }
    }

    private static Optional<ByteBuffer> field(byte[] extra, int wanted) {
        var fields = ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN);
        while (fields.remaining() >= 4) {
            var id = fields.getShort() & 0xffff;
            var length = fields.getShort() & 0xffff;
            if (length > fields.remaining()) {
                return Optional.empty();
            }
            if (id == wanted) {
                return Optional.of(fields.slice(fields.position(), length).order(ByteOrder.LITTLE_ENDIAN));
            }
            fields.position(fields.position() + length);
        }
        return Optional.empty();
    }
}
