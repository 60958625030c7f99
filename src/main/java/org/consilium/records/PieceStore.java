package org.consilium.records;

import com.google.crypto.tink.StreamingAead;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.UUID;
import org.consilium.vault.OwnFiles;
import org.springframework.stereotype.Component;

/** The pieces of files on their way in: each one an encrypted file, named by where in the whole it begins. */
@Component
class PieceStore {
    private static final int BUFFER = 1 << 17;

    private final RecordsFolder folder;

    PieceStore(RecordsFolder folder) {
        this.folder = folder;
    }

    /** A piece that has arrived and is not yet part of the whole. */
    record Arrived(Path file, long size) {
        void forget() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    /** The bytes stopped arriving: the connection is gone, nothing is wrong here. */
    static final class Interrupted extends IOException {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        Interrupted(IOException cause) {
            super("the bytes stopped arriving", cause);
        }
    }

    long roomLeft() throws IOException {
        return Files.getFileStore(folder.uploads()).getUsableSpace();
    }

    /**
     * Writes a piece beside the others, at most {@code most + 1} bytes of it.
     *
     * @throws Interrupted when the bytes stop arriving; any other exception is the disk's
     */
    Arrived receive(UUID caseId, UUID upload, long offset, InputStream bytes, long most, Hashing hashing)
            throws IOException {
        var part = OwnFiles.file(place(caseId, upload).resolve("arriving-" + UUID.randomUUID()));
        try (var out =
                hashing.keys().newEncryptingStream(Files.newOutputStream(part), context(caseId, upload, offset))) {
            var buffer = new byte[BUFFER];
            var size = 0L;
            int count;
            while (size <= most && (count = next(bytes, buffer)) >= 0) {
                hashing.digest().update(buffer, 0, count);
                out.write(buffer, 0, count);
                size += count;
            }
            return new Arrived(part, size);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    /** What the bytes of a piece go through: the cipher of the case, and the digest of the whole so far. */
    record Hashing(StreamingAead keys, MessageDigest digest) {}

    private static int next(InputStream bytes, byte[] buffer) throws IOException {
        try {
            return bytes.read(buffer);
        } catch (IOException e) {
            throw new Interrupted(e);
        }
    }

    /** From now on it is part of the whole, whatever happens. Takes the place of a piece that began there before. */
    void keep(UUID caseId, UUID upload, long offset, Arrived piece) throws IOException {
        OwnFiles.moveDurably(piece.file(), place(caseId, upload).resolve(Long.toString(offset)));
    }

    /** All pieces one after the other, decrypted while they are read. */
    InputStream open(UUID caseId, UUID upload, long size, StreamingAead keys) {
        return new Joined(this, caseId, upload, size, keys);
    }

    private InputStream piece(UUID caseId, UUID upload, long offset, StreamingAead keys) throws IOException {
        try {
            return keys.newDecryptingStream(
                    Files.newInputStream(path(caseId, upload).resolve(Long.toString(offset))),
                    context(caseId, upload, offset));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void remove(UUID caseId, UUID upload) throws IOException {
        var of = path(caseId, upload);
        if (!Files.isDirectory(of)) {
            return;
        }
        try (var files = Files.walk(of)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path place(UUID caseId, UUID upload) throws IOException {
        var ofCase = OwnFiles.folder(folder.uploads().resolve(caseId.toString()));
        return OwnFiles.folder(ofCase.resolve(upload.toString()));
    }

    private Path path(UUID caseId, UUID upload) {
        return folder.uploads().resolve(caseId.toString()).resolve(upload.toString());
    }

    private static byte[] context(UUID caseId, UUID upload, long offset) {
        return CaseKeys.context(caseId, upload + "/piece/" + offset);
    }

    /** Opens one piece after the other; the next one begins where the last one ended. */
    private static final class Joined extends InputStream {
        private final PieceStore pieces;
        private final UUID caseId;
        private final UUID upload;
        private final long size;
        private final StreamingAead keys;
        private long at;
        private InputStream piece = InputStream.nullInputStream();

        Joined(PieceStore pieces, UUID caseId, UUID upload, long size, StreamingAead keys) {
            this.pieces = pieces;
            this.caseId = caseId;
            this.upload = upload;
            this.size = size;
            this.keys = keys;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int from, int count) throws IOException {
            if (count == 0) {
                return 0;
            }
            var got = piece.read(buffer, from, count);
            while (got < 0 && at < size) {
                piece.close();
                piece = pieces.piece(caseId, upload, at, keys);
                got = piece.read(buffer, from, count);
                if (got < 0) {
                    throw new IOException("a piece of upload " + upload + " is empty");
                }
            }
            at += Math.max(got, 0);
            return got;
        }

        @Override
        public void close() throws IOException {
            piece.close();
        }
    }
}
