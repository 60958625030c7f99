package org.consilium.records.pdf;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Pictures in the forms of phones (HEIF with HEIC or AVIF inside, ISO/IEC 23008-12), which no library of the program opens.
 * They are turned into PNG by {@code heif-convert}, {@code heif-dec} or ImageMagick when one of them is installed. Programs that
 * show one tile of such a picture as if it were the whole are not asked.
 */
final class PhonePicture {
    private static final Duration TIME = Duration.ofSeconds(40);
    private static final long LARGEST = 200L << 20;
    private static final Set<String> BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis");

    /** In the order in which they are asked for. */
    private static final List<String> COMMANDS = List.of("heif-convert", "heif-dec", "magick", "convert");

    private PhonePicture() {}

    /** By the first bytes: a file type box with a brand of such pictures. */
    static boolean is(byte[] head) {
        if (head.length < 12) {
            return false;
        }
        var box = new String(head, 4, 8, StandardCharsets.ISO_8859_1);
        return box.startsWith("ftyp") && BRANDS.contains(box.substring(4));
    }

    /** The upright picture as PNG; empty when no program is installed that can turn it, or when that program could not. */
    static Optional<byte[]> png(byte[] picture) throws IOException {
        var command = in(System.getenv().getOrDefault("PATH", ""));
        return command.isEmpty() ? Optional.empty() : png(picture, command.get());
    }

    /** The first of the programs in one of these folders. */
    static Optional<Path> in(String folders) {
        return COMMANDS.stream()
                .flatMap(name -> Arrays.stream(folders.split(File.pathSeparator))
                        .filter(folder -> !folder.isBlank())
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** For as long as the program runs the picture lies in a folder of its own that only this account may open. */
    static Optional<byte[]> png(byte[] picture, Path command) throws IOException {
        var folder = Files.createTempDirectory("picture");
        var from = folder.resolve("picture.heic");
        var to = folder.resolve("picture.png");
        try {
            Files.write(from, picture);
            return ran(command, from, to) && Files.isRegularFile(to) && Files.size(to) <= LARGEST
                    ? Optional.of(Files.readAllBytes(to))
                    : Optional.empty();
        } finally {
            try (var left = Files.list(folder)) {
                for (var file : left.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static boolean ran(Path command, Path from, Path to) throws IOException {
        var isMagick = !command.getFileName().toString().startsWith("heif");
        var line = isMagick
                ? List.of(command.toString(), "-limit", "memory", "512MiB", "heic:" + from, "-auto-orient", "png:" + to)
                : List.of(command.toString(), from.toString(), to.toString());
        var process = new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            process.getOutputStream().close();
            return process.waitFor(TIME.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }
}
