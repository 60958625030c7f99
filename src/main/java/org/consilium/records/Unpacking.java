package org.consilium.records;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The room that the files inside of one handed-in file may take while they are read: how deep, how many bytes, how many files.
 * One for each file that is handed in; all files inside of it, at any depth, share what is left.
 */
public final class Unpacking {
    /** Files in files in files: no honest export goes deeper. */
    static final int DEEPEST = 6;

    /** All files inside of one file together, in bytes. */
    static final long MOST_BYTES = 64L << 30;

    /** One file inside of another, in bytes. */
    static final long LARGEST = 8L << 30;

    /** How many files inside of one file. */
    static final long MOST_FILES = 200_000;

    private final @Nullable Path folder;
    private final int depth;
    private final AtomicLong bytes;
    private final AtomicLong files;

    private Unpacking(@Nullable Path folder, int depth, AtomicLong bytes, AtomicLong files) {
        this.folder = folder;
        this.depth = depth;
        this.bytes = bytes;
        this.files = files;
    }

    /** @param folder where plain copies may lie for as long as they are read; the system's own place for such files when null */
    public static Unpacking in(@Nullable Path folder) {
        return new Unpacking(folder, 0, new AtomicLong(MOST_BYTES), new AtomicLong(MOST_FILES));
    }

    Unpacking deeper() {
        return new Unpacking(folder, depth + 1, bytes, files);
    }

    boolean isTooDeep() {
        return depth > DEEPEST;
    }

    /** True when no further file may be unpacked. */
    public boolean isUsedUp() {
        return bytes.get() <= 0 || files.get() <= 0;
    }

    /** @param whole false when the bytes were more than may be unpacked; the copy then holds only the beginning */
    record Copy(Path path, boolean whole) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }

    Copy copy(InputStream in) throws IOException {
        var path = folder == null
                ? Files.createTempFile("consilium-", ".part")
                : Files.createTempFile(folder, "part-", "");
        var whole = false;
        try (var out = Files.newOutputStream(path)) {
            var buffer = new byte[1 << 16];
            var left = Math.min(LARGEST, bytes.get());
            var mayRead = files.decrementAndGet() >= 0;
            while (mayRead && left >= 0) {
                var count = in.read(buffer);
                if (count < 0) {
                    whole = true;
                    break;
                }
                left -= count;
                bytes.addAndGet(-count);
                out.write(buffer, 0, count);
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
        return new Copy(path, whole);
    }
}
