package org.consilium.records;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file on its way in. Whoever made it closes its bytes.
 *
 * @param name what the person calls it; shown, never used as a path, shortened to {@link #LONGEST_NAME} characters
 */
public record Incoming(String name, InputStream bytes) {
    public static final int LONGEST_NAME = 255;

    public Incoming {
        Objects.requireNonNull(bytes);
        // control and direction marks could make a name look like another one
        name = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "").strip();
        name = name.isEmpty() ? "-" : name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }

    public static Incoming of(Path file) throws IOException {
        return new Incoming(
                String.valueOf(file.getFileName()), new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }
}
