package org.consilium.terminology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Tables that come with the program. */
final class Lines {
    private Lines() {}

    /** The lines of a table on the class path without its remarks; a table that is not there is a mistake in the program. */
    static Stream<String> of(String path) {
        try (var in = Lines.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no table " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
