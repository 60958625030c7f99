package org.consilium.records;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
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

    /** All that is inside may be this many times larger than the file, and {@link #HARMLESS} more. */
    static final long MOST_TIMES = 200;

    static final long HARMLESS = 1L << 30;

    private static final int MOST_SUSPECTS = 3;

    private final @Nullable Path folder;
    private final int depth;
    private final AtomicLong bytes;
    private final AtomicLong files;
    private final AtomicInteger suspects;

    private Unpacking(@Nullable Path folder, int depth, AtomicLong bytes, AtomicLong files, AtomicInteger suspects) {
        this.folder = folder;
        this.depth = depth;
        this.bytes = bytes;
        this.files = files;
        this.suspects = suspects;
    }

    /** @param folder where plain copies may lie for as long as they are read; the system's own place for such files when null */
    public static Unpacking in(@Nullable Path folder) {
        return new Unpacking(
                folder, 0, new AtomicLong(MOST_BYTES), new AtomicLong(MOST_FILES), new AtomicInteger());
    }

    Unpacking deeper() {
        return new Unpacking(folder, depth + 1, bytes, files, suspects);
    }

    /** No more than this may come out of the outermost file, all files in it together. */
    void boundedBy(long sizeOfOutermost) {
        if (depth == 0) {
            var most = Math.min(MOST_BYTES, HARMLESS + MOST_TIMES * sizeOfOutermost);
            bytes.accumulateAndGet(most, Math::min);
        }
    }

    /** Notes that a file inside unfolds to far more than it should. */
    public void suspect() {
        suspects.incrementAndGet();
    }

    /** True when so many files inside unfolded to far too much that the whole of it was made to do harm. */
    public boolean isBomb() {
        return suspects.get() >= MOST_SUSPECTS;
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
