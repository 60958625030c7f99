package org.consilium.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.UUID;

/** Files and folders that only the owner of the program can read, and that survive a power cut. */
public final class OwnFiles {
    private static final FileAttribute<?> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private OwnFiles() {}

    /** Makes the folder when it is not there; its name is then durable in its parent, which must be there. */
    public static Path folder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try {
            Files.createDirectory(folder, FOLDER);
        } catch (java.nio.file.FileAlreadyExistsException someoneElseMadeIt) {
            if (!Files.isDirectory(folder)) {
                throw someoneElseMadeIt;
            }
        }
        makeNamesDurable(folder);
        return folder;
    }

    /** A new empty file. */
    public static Path file(Path file) throws IOException {
        return Files.createFile(file, FILE);
    }

    /** A small file, all of it or nothing. */
    public static void write(Path file, String text) throws IOException {
        var part = file(file.resolveSibling(file.getFileName() + "." + UUID.randomUUID()));
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        moveDurably(part, file);
    }

    /** The content first, then the name: after a power cut the name either leads to all of the content or is not there. */
    public static void moveDurably(Path part, Path file) throws IOException {
        makeContentDurable(part);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        makeNamesDurable(file);
    }

    private static void makeNamesDurable(Path named) throws IOException {
        makeDurable(Objects.requireNonNull(named.toAbsolutePath().getParent()));
    }

    /** What is in a file. */
    public static void makeContentDurable(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** The names in a folder. */
    public static void makeDurable(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
