package org.consilium.records;

import com.google.crypto.tink.StreamingAead;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.consilium.vault.OwnFiles;
import org.springframework.stereotype.Component;

/** The original files, each encrypted under the SHA-256 of its content in the folder of its case. */
@Component
class BlobStore {
    private static final int BUFFER = 1 << 18;

    private final RecordsFolder folder;

    BlobStore(RecordsFolder folder) {
        this.folder = folder;
    }

    /** A plain copy while a file is read; closing removes it. */
    record PlainCopy(Path path, String hash, long size) implements AutoCloseable {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Copies at most {@code largest + 1} bytes, so that a size above {@code largest} means: too large. */
    PlainCopy receive(InputStream bytes, long largest) throws IOException {
        var path = folder.plainCopy();
        try (var out = Files.newOutputStream(path)) {
            var digest = sha256();
            var buffer = new byte[BUFFER];
            var size = 0L;
            int count;
            while (size <= largest && (count = bytes.read(buffer)) >= 0) {
                digest.update(buffer, 0, count);
                out.write(buffer, 0, count);
                size += count;
            }
            return new PlainCopy(path, HexFormat.of().formatHex(digest.digest()), size);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /** A plain copy of a stored file, for reading it. */
    PlainCopy plain(UUID caseId, String hash, StreamingAead keys) throws IOException {
        try (var stored = open(caseId, hash, keys)) {
            return receive(stored, Long.MAX_VALUE - 1);
        }
    }

    /** When this returns, the file survives a power cut. Replaces what is there under the same hash. */
    void keep(UUID caseId, PlainCopy plain, StreamingAead keys) throws IOException {
        try (var written = write(caseId, plain, keys)) {
            settle(List.of(written));
        }
    }

    /**
     * The same for bytes that are nowhere in plain.
     *
     * @throws IOException also when the bytes are not those of the hash; nothing is then kept
     */
    void keep(UUID caseId, String hash, InputStream bytes, StreamingAead keys) throws IOException {
        try (var written = write(caseId, hash, bytes, keys)) {
            settle(List.of(written));
        }
    }

    /** A stored file under a name of its own, its bytes durable; closing removes it unless it was {@link #settle settled}. */
    record Written(Path part, Path file) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(part);
        }
    }

    /** When this returns, the files survive a power cut, under their hashes. */
    void settle(List<Written> files) throws IOException {
        var folders = new LinkedHashSet<Path>();
        for (var written : files) {
            Files.move(
                    written.part(),
                    written.file(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            folders.add(Objects.requireNonNull(written.file().getParent()));
        }
        for (var names : folders) {
            OwnFiles.makeDurable(names);
        }
    }

    /** Writes a file for {@link #settle}; its hash was made when it was received. */
    Written write(UUID caseId, PlainCopy plain, StreamingAead keys) throws IOException {
        try (var in = Files.newInputStream(plain.path())) {
            return write(caseId, plain.hash(), in, bytes -> {}, keys);
        }
    }

    private Written write(UUID caseId, String hash, InputStream bytes, StreamingAead keys) throws IOException {
        var digest = sha256();
        var written = write(caseId, hash, bytes, digest::update, keys);
        if (!HexFormat.of().formatHex(digest.digest()).equals(hash)) {
            written.close();
            throw new IOException("the bytes are not those of " + hash);
        }
        return written;
    }

    private Written write(UUID caseId, String hash, InputStream bytes, Consumer<ByteBuffer> seen, StreamingAead keys)
            throws IOException {
        var file = place(caseId, hash);
        var written =
                new Written(OwnFiles.file(file.resolveSibling(file.getFileName() + "." + UUID.randomUUID())), file);
        try {
            try (var out = keys.newEncryptingStream(Files.newOutputStream(written.part()), context(caseId, hash))) {
                var buffer = new byte[BUFFER];
                int count;
                while ((count = bytes.read(buffer)) >= 0) {
                    seen.accept(ByteBuffer.wrap(buffer, 0, count));
                    out.write(buffer, 0, count);
                }
            }
            OwnFiles.makeContentDurable(written.part());
            return written;
        } catch (GeneralSecurityException e) {
            written.close();
            throw new IllegalStateException(e);
        } catch (IOException | RuntimeException e) {
            written.close();
            throw e;
        }
    }

    /** For a file that is not to become part of the case. */
    void forget(UUID caseId, String hash) throws IOException {
        Files.deleteIfExists(path(caseId, hash));
    }

    /** @throws IOException when the stored file is missing; reading fails with one when it was altered */
    InputStream open(UUID caseId, String hash, StreamingAead keys) throws IOException {
        try {
            var stored = new BufferedInputStream(Files.newInputStream(path(caseId, hash)), BUFFER);
            return new Untampered(keys.newDecryptingStream(stored, context(caseId, hash)), hash);
        } catch (NoSuchFileException e) {
            throw new IOException("the stored file " + hash + " is missing", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The same as {@link #open}, for reading anywhere in the file; the caller closes it.
     *
     * @throws IOException when the stored file is missing; reading fails with one when it was altered
     */
    SeekableByteChannel channel(UUID caseId, String hash, StreamingAead keys) throws IOException {
        try {
            var channel = keys.newSeekableDecryptingChannel(
                    FileChannel.open(path(caseId, hash), StandardOpenOption.READ), context(caseId, hash));
            // its size is known after the first byte, which is proved with it
            channel.read(ByteBuffer.allocate(1));
            return channel.position(0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** True when the stored file decrypts to what was received. */
    boolean intact(UUID caseId, String hash, StreamingAead keys) {
        try (var in = open(caseId, hash, keys)) {
            var digest = sha256();
            var buffer = new byte[BUFFER];
            int count;
            while ((count = in.read(buffer)) >= 0) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest()).equals(hash);
        } catch (IOException missingOrAltered) {
            return false;
        }
    }

    private Path place(UUID caseId, String hash) throws IOException {
        var ofCase = OwnFiles.folder(folder.blobs().resolve(caseId.toString()));
        return OwnFiles.folder(ofCase.resolve(hash.substring(0, 2))).resolve(hash);
    }

    private Path path(UUID caseId, String hash) {
        return folder.blobs()
                .resolve(caseId.toString())
                .resolve(hash.substring(0, 2))
                .resolve(hash);
    }

    private static byte[] context(UUID caseId, String hash) {
        return CaseKeys.context(caseId, hash + "/original");
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Says which file fails, instead of the words of a cipher. */
    private static final class Untampered extends InputStream {
        private final InputStream plain;
        private final String hash;

        Untampered(InputStream plain, String hash) {
            this.plain = plain;
            this.hash = hash;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int from, int count) throws IOException {
            try {
                return plain.read(buffer, from, count);
            } catch (IOException e) {
                throw new IOException("the stored file " + hash + " was altered or damaged", e);
            }
        }

        @Override
        public void close() throws IOException {
            plain.close();
        }
    }
}
