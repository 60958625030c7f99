package org.consilium.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consilium.prose.Line;

/** A synthetic letter with what a person reads in it: {@code name.txt} beside {@code name.labels}. */
record Labelled(String name, String text, List<Label> labels) {
    static final Path ROOT = Path.of("src/test/resources/letters");

    /** One line of the labels: {@code dx: words | key=value | ...}. */
    record Label(String kind, String words, Map<String, String> more, List<String> markers) {
        String get(String key) {
            return more.getOrDefault(key, "");
        }
    }

    static List<Labelled> in(String folder) {
        try (var files = Files.list(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(Labelled::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Labelled read(Path file) {
        try {
            var labels = Path.of(file.toString().replace(".txt", ".labels"));
            return new Labelled(
                    file.getFileName().toString().replace(".txt", ""),
                    Files.readString(file),
                    Files.readAllLines(labels).stream()
                            .filter(line -> !line.isBlank())
                            .map(Labelled::label)
                            .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Label label(String line) {
        var colon = line.indexOf(':');
        var parts = Arrays.stream(line.substring(colon + 1).split("\\|"))
                .map(String::strip)
                .toList();
        var more = new LinkedHashMap<String, String>();
        var markers = new ArrayList<String>();
        for (var part : parts) {
            var equals = part.indexOf('=');
            if (equals > 0 && part.startsWith("marker=")) {
                markers.add(part.substring(equals + 1));
            } else if (equals > 0) {
                more.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        return new Label(line.substring(0, colon), parts.getFirst(), more, markers);
    }

    List<Line> lines() {
        return Line.of(text);
    }

    List<Label> of(String kind) {
        return labels.stream().filter(label -> label.kind().equals(kind)).toList();
    }
}
