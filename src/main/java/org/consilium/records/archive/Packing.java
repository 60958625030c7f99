package org.consilium.records.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** How an archive is packed, by its first bytes. */
enum Packing {
    ZIP,
    TAR,
    GZIP,
    BZIP2,
    XZ,
    SEVEN_ZIP,
    /** The image of a CD: told by what stands 32 KiB from its beginning. */
    DISC,
    /** Needs a program that is not free: kept as it is. */
    RAR;

    private static final int TAR_BLOCK = 512;
    private static final int XZ_MEMORY = 128 << 10;

    static Optional<Packing> of(byte[] head) {
        var start = new String(head, 0, Math.min(head.length, TAR_BLOCK), StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\3\4") || start.startsWith("PK\5\6") || start.startsWith("PK\7\b")) {
            return Optional.of(ZIP);
        }
        if (start.startsWith("\u001f\u008b")) {
            return Optional.of(GZIP);
        }
        if (start.startsWith("7z\u00bc\u00af'\u001c")) {
            return Optional.of(SEVEN_ZIP);
        }
        if (start.startsWith("Rar!")) {
            return Optional.of(RAR);
        }
        if (start.startsWith("\u00fd7zXZ\0")) {
            return Optional.of(XZ);
        }
        if (start.startsWith("BZh") && (start.startsWith("1AY&SY", 4) || start.startsWith("\u0017rE8P\u0090", 4))) {
            return Optional.of(BZIP2);
        }
        return isTar(head) ? Optional.of(TAR) : Optional.empty();
    }

    /** By its first bytes, or by what stands further on. */
    static Optional<Packing> of(byte[] head, SeekableByteChannel channel) throws IOException {
        var packing = of(head);
        return packing.isPresent() || !DiscContainer.isDisc(channel) ? packing : Optional.of(DISC);
    }

    /** By its mark or, for old ones, by the sum of its first header. */
    private static boolean isTar(byte[] head) {
        var marked = head.length >= 262 && new String(head, 257, 5, StandardCharsets.US_ASCII).equals("ustar");
        return marked || (head.length >= TAR_BLOCK && head[0] != 0 && hasTarSum(head));
    }

    /** The six octal digits at 148 are the sum of all bytes of the header, with blanks in their own place. */
    private static boolean hasTarSum(byte[] header) {
        var digits = new String(header, 148, 8, StandardCharsets.ISO_8859_1)
                .replace('\0', ' ')
                .strip();
        if (!digits.matches("[0-7]{1,7}")) {
            return false;
        }
        var sum = 0;
        for (var index = 0; index < TAR_BLOCK; index++) {
            sum += index >= 148 && index < 156 ? ' ' : header[index] & 0xff;
        }
        return sum == Integer.parseInt(digits, 8);
    }

    /**
     * Opens the archive; the caller closes it and the channel.
     *
     * @param name what the archive itself is called
     */
    Container open(SeekableByteChannel channel, String name) throws IOException {
        channel.position(0);
        return switch (this) {
            case ZIP -> zip(channel);
            case SEVEN_ZIP -> SevenZipContainer.of(channel);
            case DISC -> DiscContainer.of(new Window(channel));
            case TAR -> {
                var source = new Counted(stream(channel));
                yield StreamContainer.tar(source, source);
            }
            case GZIP, BZIP2, XZ -> single(channel, name);
            case RAR -> throw new IllegalArgumentException("not to be opened");
        };
    }

    private static Container zip(SeekableByteChannel channel) throws IOException {
        var window = new Window(channel);
        try {
            var directory = ZipDirectory.find(window);
            if (directory.isPresent()) {
                return ZipContainer.of(window, directory.get());
            }
        } catch (IOException damagedList) {
            // what is whole can still be read from the beginning
        }
        channel.position(0);
        return StreamContainer.cutZip(stream(channel));
    }

    private Container single(SeekableByteChannel channel, String name) throws IOException {
        var source = new Counted(stream(channel));
        var plain = new BufferedInputStream(new Unfolding(plain(source), source), 1 << 16);
        plain.mark(TAR_BLOCK);
        byte[] head;
        try {
            head = plain.readNBytes(TAR_BLOCK);
            plain.reset();
        } catch (IOException endsAtOnce) {
            head = new byte[0];
            plain.reset();
        }
        return isTar(head)
                ? StreamContainer.tar(plain, source)
                : new SingleContainer(plain, source, Names.clean(name).replaceFirst("(?i)\\.(gz|bz2|xz)$", ""));
    }

    private InputStream plain(InputStream packed) throws IOException {
        return switch (this) {
            case GZIP -> new GZIPInputStream(packed, 1 << 15);
            case BZIP2 -> new BZip2CompressorInputStream(packed, true);
            case XZ -> xz(packed);
            case ZIP, TAR, SEVEN_ZIP, DISC, RAR -> throw new IllegalArgumentException("holds more than one file");
        };
    }

    /** With a bound on the memory that its dictionary may take. */
    static InputStream xz(InputStream packed) throws IOException {
        return XZCompressorInputStream.builder()
                .setInputStream(packed)
                .setDecompressConcatenated(true)
                .setMemoryLimitKiB(XZ_MEMORY)
                .get();
    }

    private static InputStream stream(SeekableByteChannel channel) {
        return new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
    }
}
