package org.consilium.records;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether reading a file takes longer than a person should wait for an answer. */
final class ReadingTime {
    /** Enough for a few scanned pages. */
    private static final long PAGES = 256 << 10;

    private static final int HEAD = 512;
    private static final int TAR_MARK = 257;
    /** ZIP, gzip, 7z, RAR, xz, bzip2: nobody knows how much is inside. */
    private static final List<String> PACKED =
            List.of("PK", "\u001f\u008b", "7z\u00bc\u00af", "Rar!", "\u00fd7zXZ", "BZh");
    /** PDF and pictures: words in them have to be recognised. */
    private static final List<String> PICTURED =
            List.of("%PDF", "\u00ff\u00d8\u00ff", "\u0089PNG", "GIF8", "II*\0", "MM\0*");

    private ReadingTime() {}

    /** @param atOnce the largest size in bytes that is read while a person waits */
    static boolean isLong(Path file, long size, long atOnce) throws IOException {
        if (size > atOnce) {
            return true;
        }
        String head;
        try (var in = Files.newInputStream(file)) {
            head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        }
        return head.startsWith("ustar", TAR_MARK)
                || PACKED.stream().anyMatch(head::startsWith)
                || (size > PAGES && PICTURED.stream().anyMatch(head::startsWith));
    }
}
