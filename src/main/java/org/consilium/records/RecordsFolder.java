package org.consilium.records;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.consilium.vault.MasterKey;
import org.consilium.vault.OwnFiles;

/**
 * Where the records room keeps files: encrypted originals and pieces of them, the master key, and plain copies only while a file is read.
 * One running program per folder; plain copies that a killed program left are removed when it is opened.
 */
final class RecordsFolder {
    private final Path blobs;
    private final Path incoming;
    private final Path uploads;
    private final Aead masterKey;

    private RecordsFolder(Path blobs, Path incoming, Path uploads, Aead masterKey) {
        this.blobs = blobs;
        this.incoming = incoming;
        this.uploads = uploads;
        this.masterKey = masterKey;
    }

    static RecordsFolder open(Path data) {
        try {
            var root = OwnFiles.folder(data.toAbsolutePath().normalize());
            var blobs = OwnFiles.folder(root.resolve("blobs"));
            var incoming = OwnFiles.folder(root.resolve("incoming"));
            try (var left = Files.list(incoming)) {
                for (var file : left.toList()) {
                    Files.deleteIfExists(file);
                }
            }
            var uploads = OwnFiles.folder(root.resolve("uploads"));
            return new RecordsFolder(
                    blobs, incoming, uploads, MasterKey.in(OwnFiles.folder(root.resolve("secrets")), blobs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path blobs() {
        return blobs;
    }

    /** Where files are while they arrive piece by piece, encrypted. */
    Path uploads() {
        return uploads;
    }

    /** Where plain copies lie for as long as they are read. */
    Path incoming() {
        return incoming;
    }

    Aead masterKey() {
        return masterKey;
    }

    /** A new empty file for a plain copy; whoever asks removes it. */
    Path plainCopy() throws IOException {
        return OwnFiles.file(incoming.resolve(UUID.randomUUID().toString()));
    }
}
