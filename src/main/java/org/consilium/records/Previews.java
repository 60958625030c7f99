package org.consilium.records;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.consilium.audit.Action;
import org.consilium.audit.Actor;
import org.consilium.audit.AuditTrail;
import org.consilium.language.Message;
import org.consilium.records.dicom.DicomPreview;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Small pictures of stored files. Looking at one is written down like opening the file. Plain bytes never touch the disk. */
@Service
public class Previews {
    /** Reaching the middle of a larger file would take too long. */
    private static final long LARGEST = 1L << 30;

    /** So many pictures are drawn at once, which bounds the memory. */
    private static final int AT_ONCE = 2;

    private final Records records;
    private final BlobStore blobs;
    private final KeyRing keyRing;
    private final AuditTrail trail;
    private final TransactionTemplate transactions;
    private final Semaphore room = new Semaphore(AT_ONCE);

    Previews(
            Records records,
            BlobStore blobs,
            KeyRing keyRing,
            AuditTrail trail,
            PlatformTransactionManager transactions) {
        this.records = records;
        this.blobs = blobs;
        this.keyRing = keyRing;
        this.trail = trail;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Why there is no picture of this file, by its first part alone; empty when {@link #draw} can be asked for one. */
    public Optional<Message> whyNone(Actor actor, UUID caseId, String hash) {
        var opened = opened(actor, caseId, hash);
        if (opened.isEmpty()) {
            return Optional.of(Message.of("dicom.preview.nothing"));
        }
        try {
            return DicomPreview.whyNone(opened.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UncheckedIOException when the stored file is missing or was altered */
    public Preview draw(Actor actor, UUID caseId, String hash) {
        var opened = opened(actor, caseId, hash);
        if (opened.isEmpty()) {
            return new Preview.None(Message.of("dicom.preview.nothing"));
        }
        return drawn(opened.get());
    }

    /** Why there is no picture of a file inside of another; empty when {@link #draw(PartBytes.Found)} can be asked for one. */
    public static Optional<Message> whyNone(PartBytes.Found part) {
        try {
            return DicomPreview.whyNone(() -> new ByteArrayInputStream(part.bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A small picture of a file inside of another, which was opened by {@link PartFiles}. */
    public Preview draw(PartBytes.Found part) {
        return part.format() == Format.DICOM
                ? drawn(() -> new ByteArrayInputStream(part.bytes()))
                : new Preview.None(Message.of("dicom.preview.nothing"));
    }

    private Preview drawn(Preview.Source source) {
        room.acquireUninterruptibly();
        try {
            return DicomPreview.of(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            room.release();
        }
    }

    private Optional<Preview.Source> opened(Actor actor, UUID caseId, String hash) {
        return Objects.requireNonNull(transactions.execute(status -> {
            var file = records.file(actor, caseId, hash);
            if (file.isEmpty()
                    || file.get().format() != Format.DICOM
                    || file.get().size() > LARGEST) {
                return Optional.empty();
            }
            trail.record(actor, caseId, Action.FILE_OPENED, hash);
            var keys = keyRing.find(actor, caseId).orElseThrow().originals();
            return Optional.of(() -> blobs.open(caseId, hash, keys));
        }));
    }
}
