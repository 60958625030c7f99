package org.consilium.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The answer to «may this process use the data folder»: one running program per folder. */
public sealed interface Claim {

    /** The folder is ours until this is closed or the process ends, however it ends. */
    final class Held implements Claim, AutoCloseable {
        private final FileChannel channel;
        private final FileLock lock;

        private Held(FileChannel channel, FileLock lock) {
            this.channel = channel;
            this.lock = lock;
        }

        /** Writes where this program can be reached, for whoever starts a second one. */
        public void announce(String where) {
            try {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap((where + "\n").getBytes(StandardCharsets.UTF_8)), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try (channel) {
                channel.truncate(0);
                lock.release();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Another program holds the folder; {@code where} is what it announced: its process and, once it serves, its address. */
    record Taken(String where) implements Claim {}

    static Claim on(Path file) {
        try {
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    ownerOnly);
            var lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return new Taken(Files.readString(file).strip());
            }
            var held = new Held(channel, lock);
            held.announce("process " + ProcessHandle.current().pid());
            return held;
        } catch (IOException e) {
            throw new InstallationProblem("The lock file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }
}
