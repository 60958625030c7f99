package org.consilium.records.ccda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.consilium.records.Content;

/** The real C-CDA files that nobody here wrote, when they lie beside the project. */
final class Corpus {
    private static final Path SHARED = Path.of("../shared/data");
    private static final Path UNPACKED = Path.of("target/shared-data");

    private Corpus() {}

    /** Empty when they are not there, which is said on the way. */
    static List<Path> files() throws IOException, InterruptedException {
        if (!Files.exists(UNPACKED.resolve("ccda"))) {
            if (!Files.exists(SHARED.resolve("ccda.tar.xz"))) {
                System.out.println("no real C-CDA files beside the project: nothing to read");
                return List.of();
            }
            new ProcessBuilder(SHARED.resolve("unpack").toString(), UNPACKED.toString(), "ccda")
                    .inheritIO()
                    .start()
                    .waitFor();
        }
        var files = new ArrayList<Path>();
        try (var all = Files.walk(UNPACKED.resolve("ccda"))) {
            all.filter(file ->
                            file.toString().endsWith(".xml") || file.toString().endsWith(".ccda"))
                    .sorted()
                    .forEach(files::add);
        }
        return files;
    }

    static Content content(Path file) {
        return new Content(file.toString(), file.getFileName().toString(), file);
    }

    /** Who made the software that wrote it, or whose collection it is. */
    static String vendor(Path file) {
        var name = file.toString();
        var from = name.indexOf("sample_ccdas/");
        return from < 0
                ? file.getName(UNPACKED.getNameCount() + 1).toString()
                : name.substring(from + "sample_ccdas/".length()).replaceAll("/.*", "");
    }
}
