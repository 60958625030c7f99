package org.consilium.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A running PostgreSQL of our data directory, as its {@code postmaster.pid} tells it. */
record Postmaster(Path data, long pid, int port, boolean ready) {
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** The server that runs on this data directory now; a file left behind by a dead one does not count. */
    static Optional<Postmaster> of(Path data) {
        var lines = pidFile(data);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        var pid = number(lines.getFirst());
        if (!isServerOf(data, pid)) {
            return Optional.empty();
        }
        var port = lines.size() > PORT_LINE ? (int) number(lines.get(PORT_LINE)) : 0;
        var ready = lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
        return Optional.of(new Postmaster(data, pid, port, ready));
    }

    /**
     * Removes the file of a dead server when its process number now belongs to another program (or to a process that
     * nobody collected): PostgreSQL would take that one for a running server. A number without process is left to PostgreSQL,
     * which also waits for the last of the dead server's own processes.
     */
    static void forgetDead(Path data) {
        var lines = pidFile(data);
        if (lines.isEmpty()) {
            return;
        }
        var pid = number(lines.getFirst());
        if (ProcessHandle.of(pid).isPresent() && !isServerOf(data, pid)) {
            try {
                Files.deleteIfExists(data.resolve("postmaster.pid"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Stops it and returns when it is gone: politely first, then at once (it then repairs itself at the next start). */
    void stop() {
        for (var signal : List.of("INT", "QUIT", "KILL")) {
            send(signal);
            if (isGoneWithin(Duration.ofSeconds(20))) {
                return;
            }
        }
        throw new InstallationProblem("The embedded database (process " + pid + ") does not stop.");
    }

    private void send(String signal) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid + " 2>/dev/null")
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isGoneWithin(Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        while (Files.exists(data.resolve("postmaster.pid")) && isServerOf(data, pid)) {
            if (System.nanoTime() > end) {
                return false;
            }
            Pause.briefly();
        }
        return true;
    }

    private static boolean isServerOf(Path data, long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().arguments())
                .map(List::of)
                .filter(words -> words.contains(data.toString()))
                .isPresent();
    }

    private static List<String> pidFile(Path data) {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid"));
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(String line) {
        try {
            return Long.parseLong(line.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
