package org.consilium.records.archive;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.jspecify.annotations.Nullable;

/** A 7z file. */
final class SevenZipContainer implements Container {
    /** The largest dictionary of the usual settings takes 64 MB. */
    private static final int MEMORY_KB = 100 << 10;

    private final SevenZFile archive;

    private SevenZipContainer(SevenZFile archive) {
        this.archive = archive;
    }

    static SevenZipContainer of(SeekableByteChannel channel) throws IOException {
        try {
            return new SevenZipContainer(SevenZFile.builder()
                    .setSeekableByteChannel(channel)
                    .setMaxMemoryLimitKiB(MEMORY_KB)
                    .get());
        } catch (RuntimeException damaged) {
            throw new IOException("the archive is damaged", damaged);
        }
    }

    @Override
    public @Nullable Packed next() throws IOException {
        try {
            var entry = archive.getNextEntry();
            if (entry == null) {
                return null;
            }
            var name = entry.getName() == null ? "?" : entry.getName();
            if (entry.isDirectory() || entry.isAntiItem()) {
                return Packed.notPlain(name);
            }
            var all = archive.getStatisticsForCurrentEntry();
            return new Packed(
                    name, true, null, () -> archive.getInputStream(entry), () -> Math.max(1, all.getCompressedCount()));
        } catch (RuntimeException damaged) {
            throw new IOException("the archive is damaged", damaged);
        }
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
