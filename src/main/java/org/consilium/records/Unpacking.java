package org.consilium.records;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The room that the files inside of one handed-in file may take while they are read: how deep, how many bytes, how many files, and
 * how long the recognising of words in pictures may take. One for each file that is handed in; all files inside of it, at any depth, share what is left.
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

    /** For recognising words in all pictures of one handed-in file. */
    static final Duration MOST_RECOGNISING = Duration.ofMinutes(10);

    private static final int MOST_SUSPECTS = 3;

    private final @Nullable Path folder;
    private final int depth;
    private final AtomicLong bytes;
    private final AtomicLong files;
    private final AtomicInteger suspects;
    private final AtomicLong recognising;

    private final PartBytes.@Nullable Wanted wanted;
    /** Plain copies that are done with, to be written over by the next: making and removing files takes long. */
    private final Queue<Path> free;

    private Unpacking(
            @Nullable Path folder,
            int depth,
            AtomicLong bytes,
            AtomicLong files,
            AtomicInteger suspects,
            AtomicLong recognising,
            PartBytes.@Nullable Wanted wanted,
            Queue<Path> free) {
        this.folder = folder;
        this.depth = depth;
        this.bytes = bytes;
        this.files = files;
        this.suspects = suspects;
        this.recognising = recognising;
        this.wanted = wanted;
        this.free = free;
    }

    /** @param folder where plain copies may lie for as long as they are read; the system's own place for such files when null */
    public static Unpacking in(@Nullable Path folder) {
        return outermost(folder, MOST_RECOGNISING, null);
    }

    /** The same, but words in pictures stay unread: where they do not matter or would take too long. */
    public static Unpacking withoutRecognising() {
        return outermost(null, Duration.ZERO, null);
    }

    /** For reading a file again only to find one file inside of it. */
    static Unpacking seeking(@Nullable Path folder, PartBytes.Wanted wanted) {
        return outermost(folder, Duration.ZERO, wanted);
    }

    private static Unpacking outermost(@Nullable Path folder, Duration recognising, PartBytes.@Nullable Wanted wanted) {
        return new Unpacking(
                folder,
                0,
                new AtomicLong(MOST_BYTES),
                new AtomicLong(MOST_FILES),
                new AtomicInteger(),
                new AtomicLong(recognising.toNanos()),
                wanted,
                new ConcurrentLinkedQueue<>());
    }

    /** Removes the plain copies once the outermost file is read. */
    void done() throws IOException {
        if (depth == 0) {
            for (var path = free.poll(); path != null; path = free.poll()) {
                Files.deleteIfExists(path);
            }
        }
    }

    PartBytes.@Nullable Wanted wanted() {
        return wanted;
    }

    Unpacking deeper() {
        return new Unpacking(folder, depth + 1, bytes, files, suspects, recognising, wanted, free);
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

    /** How long recognising words in pictures may still take. */
    public Duration timeToRecognise() {
        return Duration.ofNanos(Math.max(0, recognising.get()));
    }

    /** Takes what recognising took from what is left for it. */
    public void recognisedFor(Duration time) {
        recognising.addAndGet(-time.toNanos());
    }

    boolean isTooDeep() {
        return depth > DEEPEST;
    }

    /** True when no further file may be unpacked. */
    public boolean isUsedUp() {
        return bytes.get() <= 0 || files.get() <= 0;
    }

    /** @param whole false when the bytes were more than may be unpacked; the copy then holds only the beginning */
    record Copy(Path path, boolean whole, Queue<Path> free) implements AutoCloseable {
        /** The copy may be written over from now on; {@link Unpacking#done} removes it. */
        @Override
        public void close() {
            free.add(path);
        }
    }

    Copy copy(InputStream in) throws IOException {
        var path = place();
        var whole = false;
        // written over, then cut: some file systems wait for the disk when a file is emptied first
        try (var out = FileChannel.open(path, StandardOpenOption.WRITE)) {
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
                for (var rest = ByteBuffer.wrap(buffer, 0, count); rest.hasRemaining(); ) {
                    out.write(rest);
                }
            }
            out.truncate(out.position());
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
        return new Copy(path, whole, free);
    }

    private Path place() throws IOException {
        var known = free.poll();
        if (known != null) {
            return known;
        }
        return folder == null ? Files.createTempFile("consilium-", ".part") : Files.createTempFile(folder, "part-", "");
    }
}
