package org.consilium.records;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.language.Message;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files that come in piece by piece, over lost connections, closed laptops and restarts. A piece that was acknowledged is
 * durable and encrypted; a file becomes part of the case only when it is whole. What nobody goes on with is removed after a week.
 */
@Service
public class Uploads {
    /** The most bytes one piece may have. */
    public static final long LARGEST_PIECE = 32L << 20;

    private static final int MOST_OPEN = 500;
    private static final int DIGESTS = 256;

    private final UploadStore store;
    private final PieceStore pieces;
    private final KeyRing keyRing;
    private final Intake intake;
    private final TransactionTemplate transactions;
    private final RecordsSettings settings;
    private final Recent<UUID, SoFar> digests = new Recent<>(DIGESTS);

    /** The digest of the first bytes of an upload; lost with a restart, and then made again from the pieces. */
    private record SoFar(long bytes, MessageDigest digest) {}

    Uploads(
            UploadStore store,
            PieceStore pieces,
            KeyRing keyRing,
            Intake intake,
            PlatformTransactionManager transactions,
            RecordsSettings settings) {
        this.store = store;
        this.pieces = pieces;
        this.keyRing = keyRing;
        this.intake = intake;
        this.transactions = new TransactionTemplate(transactions);
        this.settings = settings;
    }

    /** Begins to take a file in, or goes on where it stopped: name, size and date tell that it is the same file. */
    public UploadStep begin(Actor actor, UUID caseId, String name, long size, String modified) {
        if (!keyRing.mayWrite(actor, caseId)) {
            return new UploadStep.NotFound();
        }
        if (size < 1) {
            return new UploadStep.Refused(Message.of("records.empty"));
        }
        if (size > settings.largestFile().toBytes()) {
            return new UploadStep.Refused(Message.of(
                    "records.refused.too-large",
                    Long.toString(Math.max(1, settings.largestFile().toMegabytes()))));
        }
        var sealing = new SealedUpload(caseId, keyRing.findOrMake(actor, caseId));
        var about = new SealedUpload.About(Incoming.cleaned(name), modified);
        var matching = sealing.matching(about, size);
        var known = store.matching(actor, caseId, matching);
        if (known.isPresent()) {
            return new UploadStep.At(upload(sealing, known.get()));
        }
        // its pieces, the whole of it, and a plain copy while it is read
        if (!hasRoom(3 * size)) {
            return new UploadStep.Refused(Message.of("intake.diskFull"));
        }
        if (store.open(actor, caseId, MOST_OPEN).size() >= MOST_OPEN) {
            return new UploadStep.Refused(Message.of("intake.upload.many"));
        }
        var id = UUID.randomUUID();
        store.add(actor, caseId, id, size, matching, sealing.seal(id, about));
        return new UploadStep.At(
                upload(sealing, store.matching(actor, caseId, matching).orElseThrow()));
    }

    /** The files on their way into a case, the oldest first. */
    public List<OpenUpload> open(Actor actor, UUID caseId) {
        return keyRing.find(actor, caseId)
                .map(keys -> new SealedUpload(caseId, keys))
                .map(sealing -> store.open(actor, caseId, MOST_OPEN).stream()
                        .map(row -> upload(sealing, row))
                        .toList())
                .orElse(List.of());
    }

    public Optional<OpenUpload> find(Actor actor, UUID caseId, UUID id) {
        return keyRing.find(actor, caseId)
                .flatMap(keys -> store.find(actor, caseId, id).map(row -> upload(new SealedUpload(caseId, keys), row)));
    }

    /**
     * Adds a piece. It counts when all of it is durable; the same piece sent twice is added once.
     *
     * @param offset where in the file it begins
     * @throws UncheckedIOException when the bytes stop arriving; nothing was then added
     */
    public UploadStep append(Actor actor, UUID caseId, UUID id, long offset, InputStream bytes) {
        var keys = keyRing.find(actor, caseId);
        var found = find(actor, caseId, id);
        if (keys.isEmpty() || found.isEmpty()) {
            return new UploadStep.NotFound();
        }
        var upload = found.get();
        if (offset != upload.received()) {
            return new UploadStep.WrongOffset(upload);
        }
        var most = Math.min(LARGEST_PIECE, upload.size() - offset);
        if (!hasRoom(most)) {
            return new UploadStep.Refused(Message.of("intake.diskFull"));
        }
        var digest = digest(id, offset);
        var hashing = new PieceStore.Hashing(keys.get().originals(), digest.orElseGet(BlobStore::sha256));
        try {
            var piece = pieces.receive(caseId, id, offset, bytes, most, hashing);
            if (piece.size() > most) {
                piece.forget();
                return new UploadStep.Refused(Message.of("intake.upload.size"));
            }
            if (piece.size() == 0) {
                piece.forget();
                return new UploadStep.At(upload);
            }
            if (!added(actor, caseId, id, offset, piece)) {
                return find(actor, caseId, id)
                        .<UploadStep>map(UploadStep.WrongOffset::new)
                        .orElseGet(UploadStep.NotFound::new);
            }
            digest.ifPresent(known -> digests.keep(id, new SoFar(offset + piece.size(), known)));
            return new UploadStep.At(find(actor, caseId, id).orElseThrow());
        } catch (PieceStore.Interrupted e) {
            throw new UncheckedIOException(e);
        } catch (IOException e) {
            if (!hasRoom(most)) {
                return new UploadStep.Refused(Message.of("intake.diskFull"));
            }
            throw new UncheckedIOException(e);
        }
    }

    /** False when another piece came first. */
    private boolean added(Actor actor, UUID caseId, UUID id, long offset, PieceStore.Arrived piece) throws IOException {
        try {
            return Boolean.TRUE.equals(transactions.execute(status -> {
                if (store.lock(actor, caseId, id).filter(at -> at == offset).isEmpty()) {
                    return false;
                }
                try {
                    pieces.keep(caseId, id, offset, piece);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                store.received(actor, caseId, id, offset + piece.size());
                return true;
            }));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            piece.forget();
        }
    }

    /** A digest of the bytes before the offset that may be worked on with. */
    private Optional<MessageDigest> digest(UUID id, long offset) {
        if (offset == 0) {
            return Optional.of(BlobStore.sha256());
        }
        return digests.find(id).filter(soFar -> soFar.bytes() == offset).map(soFar -> copy(soFar.digest()));
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException everyJavaCan) {
            throw new IllegalStateException(everyJavaCan);
        }
    }

    /** Gives up on a file; its pieces are removed. False when there is no such upload for this actor. */
    public boolean cancel(Actor actor, UUID caseId, UUID id) {
        if (!store.remove(actor, caseId, id)) {
            return false;
        }
        removePieces(caseId, id);
        return true;
    }

    /**
     * Makes the whole file part of the case, as {@link Intake#receive} does. May be called again when its answer was lost.
     * Empty when there is no such upload for this actor.
     */
    public Optional<Receipt> finish(Actor actor, UUID caseId, UUID id) {
        var keys = keyRing.find(actor, caseId);
        var row = store.find(actor, caseId, id);
        if (keys.isEmpty() || row.isEmpty()) {
            return Optional.empty();
        }
        if (row.get().hash() != null) {
            return intake.known(actor, caseId, row.get().hash());
        }
        var upload = upload(new SealedUpload(caseId, keys.get()), row.get());
        if (upload.received() < upload.size()) {
            return Optional.of(new Receipt.Refused(Message.of("intake.upload.incomplete")));
        }
        var receipt = receipt(actor, caseId, upload, keys.get());
        switch (receipt) {
            case Receipt.Filed filed ->
                store.became(actor, caseId, id, filed.file().hash());
            case Receipt.NeedsReview review ->
                store.became(actor, caseId, id, review.file().hash());
            case Receipt.BeingRead read ->
                store.became(actor, caseId, id, read.file().hash());
            case Receipt.Refused refused -> store.remove(actor, caseId, id);
        }
        removePieces(caseId, id);
        return Optional.of(receipt);
    }

    private Receipt receipt(Actor actor, UUID caseId, OpenUpload upload, CaseKeys keys) {
        try {
            if (upload.size() <= settings.readAtOnce().toBytes()) {
                try (var bytes = pieces.open(caseId, upload.id(), upload.size(), keys.originals())) {
                    return intake.receive(actor, caseId, new Incoming(upload.name(), bytes));
                }
            }
            var hash = HexFormat.of().formatHex(whole(caseId, upload, keys).digest());
            try (var bytes = pieces.open(caseId, upload.id(), upload.size(), keys.originals())) {
                return intake.keep(actor, caseId, upload.name(), hash, upload.size(), bytes);
            }
        } catch (IOException | UncheckedIOException e) {
            if (!hasRoom(upload.size())) {
                return new Receipt.Refused(Message.of("intake.diskFull"));
            }
            return new Receipt.Refused(Message.of("intake.upload.damaged"));
        }
    }

    private MessageDigest whole(UUID caseId, OpenUpload upload, CaseKeys keys) throws IOException {
        var known = digest(upload.id(), upload.size());
        if (known.isPresent()) {
            return known.get();
        }
        var digest = BlobStore.sha256();
        try (var bytes = pieces.open(caseId, upload.id(), upload.size(), keys.originals())) {
            var buffer = new byte[1 << 17];
            int count;
            while ((count = bytes.read(buffer)) >= 0) {
                digest.update(buffer, 0, count);
            }
        }
        return digest;
    }

    private boolean hasRoom(long bytes) {
        try {
            return pieces.roomLeft() - bytes >= settings.leaveFree().toBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void removePieces(UUID caseId, UUID id) {
        try {
            pieces.remove(caseId, id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OpenUpload upload(SealedUpload sealing, UploadStore.Row row) {
        var about = sealing.open(row.id(), row.about());
        return new OpenUpload(row.id(), about.name(), row.size(), row.received(), about.modified(), row.touched());
    }
}
