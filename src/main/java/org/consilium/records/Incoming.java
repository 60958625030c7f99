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
        name = cleaned(name);
    }

    /** Without control and direction marks, which could make a name look like another one, and no longer than is shown. */
    static String cleaned(String name) {
        var clean = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "").strip();
        return clean.isEmpty() ? "-" : clean.substring(Math.max(0, clean.length() - LONGEST_NAME));
    }

    public static Incoming of(Path file) throws IOException {
        return new Incoming(
                String.valueOf(file.getFileName()), new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }
}
