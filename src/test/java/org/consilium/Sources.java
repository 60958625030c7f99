package org.consilium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's own files, as the rules about them see them. */
final class Sources {
    static final Path MAIN = Path.of("src/main/java/org/consilium");

    private Sources() {}

    /** One Java file of a room; {@code within} is its package below {@code org.consilium}, with slashes. */
    record Source(Path path, String within, String text) {
        /** The room's name, or nothing for the program's own package. */
        String room() {
            return within.split("/")[0];
        }

        boolean isIn(String place) {
            return within.equals(place) || within.startsWith(place + "/");
        }
    }

    static List<Source> main() {
        return files(MAIN, ".java").stream()
                .map(path -> new Source(
                        path, MAIN.relativize(path.resolveSibling("")).toString(), read(path)))
                .toList();
    }

    static List<Path> files(Path root, String... endings) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (var paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> Stream.of(endings).anyMatch(path.toString()::endsWith))
                    .filter(path -> !path.toString().contains("node_modules"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
