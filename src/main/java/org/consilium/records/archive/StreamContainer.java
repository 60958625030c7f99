package org.consilium.records.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/** An archive that is gone through from its beginning: a tar file, or a ZIP file whose list of files is missing. */
final class StreamContainer implements Container {
    private final ArchiveInputStream<? extends ArchiveEntry> archive;
    private final Counted source;
    private final boolean cut;
    private long before;

    private StreamContainer(ArchiveInputStream<? extends ArchiveEntry> archive, Counted source, boolean cut) {
        this.archive = archive;
        this.source = source;
        this.cut = cut;
    }

    /** @param source where the packed bytes are counted; the same as {@code bytes} or below it */
    static StreamContainer tar(InputStream bytes, Counted source) {
        return new StreamContainer(new TarArchiveInputStream(bytes, "UTF-8"), source, false);
    }

    static StreamContainer cutZip(InputStream bytes) {
        var source = new Counted(bytes);
        return new StreamContainer(new WithoutZstandard(source), source, true);
    }

    @Override
    public boolean isCut() {
        return cut;
    }

    @Override
    public @Nullable Packed next() throws IOException {
        before = source.count();
        var entry = nextEntry();
        if (entry == null) {
            return null;
        }
        if (entry.isDirectory() || (entry instanceof TarArchiveEntry tar && !tar.isFile())) {
            return Packed.notPlain(entry.getName());
        }
        if (entry instanceof ZipArchiveEntry zip) {
            if (zip.getGeneralPurposeBit().usesEncryption()) {
                return Packed.obstructed(entry.getName(), Message.of("archive.encrypted"));
            }
            if (WithoutZstandard.CODES.contains(zip.getMethod()) || !archive.canReadEntryData(zip)) {
                return Packed.obstructed(entry.getName(), Message.of("archive.method"));
            }
        }
        var start = before;
        return new Packed(entry.getName(), true, null, () -> new Unclosed(archive), () -> source.count() - start + 512);
    }

    private @Nullable ArchiveEntry nextEntry() throws IOException {
        try {
            return archive.getNextEntry();
        } catch (RuntimeException damaged) {
            throw new IOException("the archive is damaged", damaged);
        }
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }

    /** The library hands this way of packing on to another library, which is not part of the program. */
    private static final class WithoutZstandard extends ZipArchiveInputStream {
        static final Set<Integer> CODES = Set.of(ZipMethod.ZSTD.getCode(), ZipMethod.ZSTD_DEPRECATED.getCode());

        WithoutZstandard(InputStream bytes) {
            super(bytes, "UTF-8", true, true, true);
        }

        @Override
        protected InputStream createZstdInputStream(InputStream packed) {
            return InputStream.nullInputStream();
        }
    }

    /** The bytes of one file; closing them leaves the archive open. */
    static final class Unclosed extends java.io.FilterInputStream {
        Unclosed(InputStream bytes) {
            super(bytes);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return in.read(into, from, length);
        }

        @Override
        public void close() {
            // the archive goes on
        }
    }
}
