package org.consilium.records;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.Source;

/**
 * A file to read, wherever its bytes are.
 *
 * @param label what sources call the file: its path on the command line, its SHA-256 in a stored case
 * @param name the name the person knows it by; never used as a path
 * @param path where its plain bytes are for now
 * @param unpacking the room that files inside of it may take
 */
public record Content(String label, String name, Path path, Unpacking unpacking) {
    /** A file on this machine; what is inside of it is unpacked to the system's place for temporary files. */
    public Content(String label, String name, Path path) {
        this(label, name, path, Unpacking.in(null));
    }

    public long size() throws IOException {
        return Files.size(path);
    }

    /** The first bytes, at most this many. */
    public byte[] head(int count) throws IOException {
        try (var in = Files.newInputStream(path)) {
            return in.readNBytes(count);
        }
    }

    /** The file itself as one document, for a file that is kept but not understood. */
    public Fact asDocument() {
        var called = name.isBlank() ? label : name;
        var clean = called.replaceAll("\\p{Cntrl}|\\p{Cs}", "").strip();
        return new Fact(
                FactKind.DOCUMENT,
                List.of(),
                clean.isEmpty() ? "?" : clean,
                null,
                null,
                "unknown",
                null,
                Map.of(),
                List.of(new Source(label, "")));
    }

    public InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    }
}
