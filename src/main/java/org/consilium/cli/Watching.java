package org.consilium.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Waits for new and changed files in a folder and hands on each one that has not grown for a while. */
final class Watching implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(200);

    private final WatchService events;
    private final Path folder;
    private final Duration settled;
    private final Map<Path, Seen> waiting = new HashMap<>();
    private final Map<Path, Seen> handed = new HashMap<>();

    /** A file as it was when last looked at. */
    private record Seen(long size, long changed, long since) {
        boolean sameAs(Seen other) {
            return size == other.size && changed == other.changed;
        }
    }

    private Watching(WatchService events, Path folder, Duration settled) {
        this.events = events;
        this.folder = folder;
        this.settled = settled;
    }

    /**
     * What is in the folder already counts as seen.
     *
     * @param settled how long a file must stay as it is before it is handed on
     */
    static Watching of(Path folder, Duration settled) throws IOException {
        var watching = new Watching(folder.getFileSystem().newWatchService(), folder, settled);
        watching.register(folder);
        watching.files().forEach((path, seen) -> watching.handed.put(path, seen));
        return watching;
    }

    private void register(Path start) throws IOException {
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (!directory.equals(folder) && isHidden(directory)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                directory.register(events, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isHidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }

    /** Hands on files until the thread is interrupted. */
    void run(Consumer<Path> file) throws IOException {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (waitForEvent()) {
                    register(folder);
                    files().forEach(this::notice);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
            settledFiles().forEach(file);
        }
    }

    private boolean waitForEvent() throws InterruptedException {
        var key = waiting.isEmpty() ? events.take() : events.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        var any = key != null;
        while (key != null) {
            key.pollEvents();
            key.reset();
            key = events.poll();
        }
        return any;
    }

    private void notice(Path path, Seen now) {
        var known = handed.get(path);
        if (known == null || !known.sameAs(now)) {
            waiting.putIfAbsent(path, now);
        }
    }

    private List<Path> settledFiles() {
        var ready = new ArrayList<Path>();
        for (var path : List.copyOf(waiting.keySet())) {
            var before = waiting.getOrDefault(path, new Seen(0, 0, 0));
            var now = seen(path);
            if (now == null) {
                waiting.remove(path);
            } else if (!now.sameAs(before)) {
                waiting.put(path, now);
            } else if (now.since - before.since >= settled.toNanos()) {
                waiting.remove(path);
                handed.put(path, now);
                ready.add(path);
            }
        }
        ready.sort(null);
        return ready;
    }

    private Map<Path, Seen> files() throws IOException {
        var files = new HashMap<Path, Seen>();
        if (RecordFiles.under(folder) instanceof RecordFiles.Found found) {
            for (var path : found.files()) {
                var seen = seen(path);
                if (seen != null) {
                    files.put(path, seen);
                }
            }
        }
        return files;
    }

    private static @org.jspecify.annotations.Nullable Seen seen(Path path) {
        try {
            return new Seen(
                    Files.size(path),
                    Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toMillis(),
                    System.nanoTime());
        } catch (IOException gone) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        events.close();
    }
}
