package org.consilium.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Small things about folders and the text programs leave behind. */
final class Trees {
    private Trees() {}

    /** Deletes a folder and all that is in it; nothing happens when it is not there. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    static String lastLine(String text) {
        return text.lines().filter(line -> !line.isBlank()).reduce("no reason given", (before, line) -> line);
    }
}
