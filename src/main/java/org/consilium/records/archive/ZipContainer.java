package org.consilium.records.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/** A ZIP file with its list: any file in it can be reached without unpacking the others. */
final class ZipContainer implements Container {
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int DEFLATED_64 = 9;
    private static final int BZIP2 = 12;
    private static final int XZ = 95;

    private final Window window;
    private final ZipDirectory directory;
    private final Setting setting;
    private final Set<Long> seen = new HashSet<>();

    private ZipContainer(Window window, ZipDirectory directory, Setting setting) {
        this.window = window;
        this.directory = directory;
        this.setting = setting;
    }

    static ZipContainer of(Window window, ZipDirectory directory) throws IOException {
        var setting = new Setting.Survey();
        directory.survey(line -> setting.add(ZipExtra.name(line.name(), line.extra(), line.flags())));
        return new ZipContainer(window, directory, setting.done());
    }

    @Override
    public Setting setting() {
        return setting;
    }

    @Override
    public @Nullable Packed next() throws IOException {
        var line = directory.line();
        return line == null ? null : packed(line);
    }

    private Packed packed(ZipDirectory.Line line) {
        var name = ZipExtra.name(line.name(), line.extra(), line.flags());
        if (line.isLink() || ((name.endsWith("/") || name.endsWith("\\")) && line.size() == 0)) {
            return Packed.notPlain(name);
        }
        if (line.isEncrypted()) {
            return Packed.obstructed(name, Message.of("archive.encrypted"));
        }
        if (directory.isShared(line) && !seen.add(line.start())) {
            return Packed.obstructed(name, Message.of("archive.overlap"));
        }
        try {
            var from = directory.dataStart(line);
            if (from + Math.max(0, line.packed()) > window.size()) {
                return Packed.obstructed(name, Message.of("archive.cut-file"));
            }
            if (directory.overlaps(line, from)) {
                return Packed.obstructed(name, Message.of("archive.overlap"));
            }
            return packed(name, line, from);
        } catch (IOException notThere) {
            return Packed.obstructed(name, Message.of("archive.damaged"));
        }
    }

    private Packed packed(String name, ZipDirectory.Line line, long from) {
        LongSupplier packed = line::packed;
        return switch (line.method()) {
            case STORED, DEFLATED, DEFLATED_64, BZIP2, XZ ->
                new Packed(name, true, null, () -> open(line, from), packed);
            default -> Packed.obstructed(name, Message.of("archive.method"));
        };
    }

    private InputStream open(ZipDirectory.Line line, long from) throws IOException {
        var bytes = window.slice(from, from + line.packed());
        var plain = switch (line.method()) {
            case STORED -> bytes;
            case DEFLATED_64 -> new Deflate64CompressorInputStream(bytes);
            case BZIP2 -> new BZip2CompressorInputStream(bytes);
            case XZ -> Packing.xz(bytes);
            default -> new Inflated(bytes);
        };
        return new Verified(plain, line.crc(), line.size());
    }

    @Override
    public void close() {
        // the channel belongs to the caller
    }

    /** Gives the memory of the decompressor back when closed. */
    private static final class Inflated extends InflaterInputStream {
        Inflated(InputStream bytes) {
            super(bytes, new Inflater(true), 1 << 15);
        }

        @Override
        public void close() throws IOException {
            inf.end();
            super.close();
        }
    }

    /** Fails at the end when the bytes are not those that were packed, by their number and their CRC-32. */
    private static final class Verified extends InputStream {
        private final java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        private final InputStream bytes;
        private final long crc;
        private final long size;
        private long count;

        Verified(InputStream bytes, long crc, long size) {
            this.bytes = bytes;
            this.crc = crc;
            this.size = size;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var read = bytes.read(into, from, length);
            if (read > 0) {
                sum.update(into, from, read);
                count += read;
                return read;
            }
            if (read < 0 && count < size) {
                throw new EOFException("fewer bytes than were packed");
            }
            if (read < 0 && (count != size || sum.getValue() != crc)) {
                throw new ZipException(Trouble.CHECKSUM);
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }
}
