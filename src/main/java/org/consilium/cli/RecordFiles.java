package org.consilium.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** The files a person names on the command line, by themselves or as folders. */
sealed interface RecordFiles {
    /** Sorted by path; at least one. */
    record Found(List<Path> files) implements RecordFiles {
        public Found {
            files = List.copyOf(files);
        }
    }

    /** One clear line. */
    record Unusable(String why) implements RecordFiles {}

    /**
     * The file, or all files under the folder in the order of their paths. Hidden ones are left out below the folder, and links
     * are not followed there.
     */
    static RecordFiles under(Path path) throws IOException {
        if (!Files.exists(path)) {
            return new Unusable("There is no file " + path + ".");
        }
        if (!Files.isReadable(path)) {
            return new Unusable("The file " + path + " may not be read.");
        }
        if (Files.isRegularFile(path)) {
            return new Found(List.of(path));
        }
        if (!Files.isDirectory(path)) {
            return new Unusable(path + " is neither a file nor a folder.");
        }
        var files = new ArrayList<Path>();
        Files.walkFileTree(path, new Visitor(path, files));
        files.sort(null);
        return files.isEmpty() ? new Unusable("The folder " + path + " holds no files.") : new Found(files);
    }

    /** Gathers plain, visible files. */
    final class Visitor extends SimpleFileVisitor<Path> {
        private final Path start;
        private final List<Path> files;

        Visitor(Path start, List<Path> files) {
            this.start = start;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return !directory.equals(start) && isHidden(directory)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.isReadable(file) && !isHidden(file)) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) {
            return FileVisitResult.CONTINUE;
        }

        private static boolean isHidden(Path path) {
            return String.valueOf(path.getFileName()).startsWith(".");
        }
    }
}
