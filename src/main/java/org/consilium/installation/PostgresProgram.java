package org.consilium.installation;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that travel in the jar, unpacked once into a folder of the user, and the way to run them. */
record PostgresProgram(Path home) {
    static final int MAJOR = 18;
    /** Part of the folder's name, so that another version is unpacked beside it. */
    private static final String VERSION = "18.6.0";

    /** The programs for this machine, unpacked in the user's cache, or in the data folder when there is no such cache. */
    static PostgresProgram unpacked(DataFolder folder, Map<String, String> environment) {
        var cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        var base = cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        try {
            return unpacked(base.resolve("consilium"));
        } catch (IOException noCache) {
            try {
                return unpacked(folder.database());
            } catch (IOException e) {
                throw new InstallationProblem(
                        "The database program cannot be unpacked into " + folder.database() + ".", e);
            }
        }
    }

    private static PostgresProgram unpacked(Path base) throws IOException {
        var home = base.resolve("postgresql-" + VERSION);
        if (!Files.isDirectory(home)) {
            Files.createDirectories(base);
            unpack(base, home);
        }
        return new PostgresProgram(home);
    }

    private static void unpack(Path base, Path home) throws IOException {
        var fresh = Files.createTempDirectory(base, "postgresql-");
        try (var packed = archive();
                var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, fresh);
            }
        }
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Trees.delete(fresh);
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path into) throws IOException {
        var target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new IOException("entry outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        var executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static InputStream archive() {
        var name = "/postgres-" + system() + "-" + processor() + ".txz";
        var stream = PostgresProgram.class.getResourceAsStream(name);
        if (stream == null) {
            throw new InstallationProblem("There is no embedded database for this kind of computer (" + system() + ", "
                    + processor() + "). Set CONSILIUM_DATABASE_URL to a PostgreSQL of your own.");
        }
        return stream;
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.startsWith("linux") ? "linux" : name.replace(' ', '-');
    }

    private static String processor() {
        var name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> name;
        };
    }

    /**
     * A command that runs one of the programs. PostgreSQL refuses to run as root, so root runs it in a user namespace of its
     * own, where it has no rights beyond those of the files' owner.
     */
    ProcessBuilder command(String program, List<String> arguments) {
        var words = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            words.addAll(List.of("unshare", "-U"));
        }
        words.add(home.resolve("bin").resolve(program).toString());
        words.addAll(arguments);
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        return builder;
    }

    /** Runs to the end with {@code input}; anything but success is told with the last lines that the program wrote. */
    void run(String program, List<String> arguments, String input) {
        try {
            var process = command(program, arguments).start();
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new InstallationProblem(
                        "The embedded database could not be prepared (" + program + "): " + Trees.lastLine(said));
            }
        } catch (IOException e) {
            throw new InstallationProblem("The embedded database could not be prepared: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while preparing the database", e);
        }
    }
}
