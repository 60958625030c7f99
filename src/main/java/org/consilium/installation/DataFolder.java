package org.consilium.installation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The one folder that holds everything of a copy of the program: database, encrypted files, secrets. What is made in it
 * can be read by its owner alone.
 */
public final class DataFolder {
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Pattern SECRET_NAME = Pattern.compile("[a-z0-9-]{1,60}");
    private static final int SECRET_BYTES = 32;

    private final Path root;

    private DataFolder(Path root) {
        this.root = root;
    }

    /** Where the data lives unless the person says otherwise: {@code $XDG_DATA_HOME} or {@code ~/.local/share}. */
    public static Path usual(Map<String, String> environment) {
        var data = environment.getOrDefault("XDG_DATA_HOME", "");
        var base = data.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "share") : Path.of(data);
        return base.resolve("consilium");
    }

    /** Makes the folder when it is not there and makes sure that it can be written. */
    public static DataFolder open(Path path) {
        var root = path.toAbsolutePath().normalize();
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new InstallationProblem("The data folder " + root + " is a file. Choose a folder with --data.");
        }
        try {
            if (!Files.exists(root)) {
                Files.createDirectories(root);
                Files.setPosixFilePermissions(root, OWNER_FOLDER);
            }
            Files.delete(Files.createTempFile(root, "writable", null));
            return new DataFolder(root);
        } catch (IOException | UnsupportedOperationException e) {
            throw new InstallationProblem(
                    "The data folder " + root + " cannot be written. Choose another one with --data, or change who may"
                            + " write it.",
                    e);
        }
    }

    public Path root() {
        return root;
    }

    /** What the embedded PostgreSQL keeps. */
    public Path database() {
        return folder("database");
    }

    /** Where the original files are kept, encrypted. */
    public Path blobs() {
        return folder("blobs");
    }

    /** Where a file is while it arrives; never the system's shared folder for temporary files. */
    public Path incoming() {
        return folder("incoming");
    }

    /** Claims the folder for this process. Nothing else in it may be touched before the claim is held. */
    public Claim claim() {
        return Claim.on(root.resolve("lock"));
    }

    /** 32 random bytes, made the first time a name is asked for and the same ever after. */
    public synchronized byte[] secret(String name) {
        if (!SECRET_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a secret: " + name);
        }
        var secrets = folder("secrets");
        var file = secrets.resolve(name);
        try {
            if (!Files.exists(file)) {
                writeSecret(secrets, file);
            }
            var bytes = Files.readAllBytes(file);
            if (bytes.length != SECRET_BYTES) {
                throw new InstallationProblem("The secret file " + file
                        + " is damaged. Put it back from a backup; without it the data cannot" + " be read.");
            }
            return bytes;
        } catch (IOException e) {
            throw new InstallationProblem("The secret file " + file + " cannot be read or written.", e);
        }
    }

    private static void writeSecret(Path secrets, Path file) throws IOException {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        var fresh = Files.createTempFile(secrets, "fresh", null, OWNER_FILE);
        try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        makeDurable(secrets);
    }

    /** Makes the names in a folder survive a power cut. */
    static void makeDurable(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path folder(String name) {
        var folder = root.resolve(name);
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_FOLDER));
                makeDurable(root);
            }
            return folder;
        } catch (IOException e) {
            throw new InstallationProblem("The folder " + folder + " cannot be made.", e);
        }
    }
}
