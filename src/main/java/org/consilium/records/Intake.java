package org.consilium.records;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.consilium.audit.Action;
import org.consilium.audit.Actor;
import org.consilium.audit.AuditTrail;
import org.consilium.language.Message;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The way in for files. What it acknowledges is stored for good; what it cannot read it keeps, and says so. */
@Service
public class Intake {
    /** How many files become part of a case in one transaction at most. */
    public static final int TOGETHER = 100;

    private final RecordsStore store;
    private final BlobStore blobs;
    private final KeyRing keyRing;
    private final Filing filing;
    private final ReadingQueue queue;
    private final AuditTrail trail;
    private final TransactionTemplate transactions;
    private final RecordsSettings settings;

    Intake(
            RecordsStore store,
            BlobStore blobs,
            KeyRing keyRing,
            Filing filing,
            ReadingQueue queue,
            AuditTrail trail,
            PlatformTransactionManager transactions,
            RecordsSettings settings) {
        this.store = store;
        this.blobs = blobs;
        this.keyRing = keyRing;
        this.filing = filing;
        this.queue = queue;
        this.trail = trail;
        this.transactions = new TransactionTemplate(transactions);
        this.settings = settings;
    }

    /**
     * Takes a file into a case. The database is not held while bytes arrive and are read: one short transaction at the end
     * makes the file part of the case, after its bytes are durable. A large file, or one with other files inside, is read
     * later, in the background.
     *
     * @throws UncheckedIOException when the bytes stop arriving or the disk fails; nothing is then part of the case
     */
    public Receipt receive(Actor actor, UUID caseId, Incoming file) {
        if (!keyRing.mayWrite(actor, caseId)) {
            return new Receipt.Refused(Message.of("records.refused.no-case"));
        }
        var largest = settings.largestFile().toBytes();
        try (var plain = blobs.receive(file.bytes(), largest)) {
            return take(actor, caseId, file.name(), plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that is yet to be opened. */
    public interface Source {
        /** As {@link Incoming#name}. */
        String name();

        /** The bytes; the caller closes them. */
        InputStream open() throws IOException;
    }

    /**
     * Takes in many files, as {@link #receive} does with each: one receipt for each, in their order. Small files become
     * durable and part of the case together, which is many times as fast as one by one.
     *
     * @throws UncheckedIOException when bytes stop arriving or the disk fails; the files of the same group, at most
     *     {@value #TOGETHER}, are then not part of the case
     */
    public List<Receipt> receive(Actor actor, UUID caseId, List<? extends Source> files) {
        if (!keyRing.mayWrite(actor, caseId)) {
            return files.stream()
                    .<Receipt>map(file -> new Receipt.Refused(Message.of("records.refused.no-case")))
                    .toList();
        }
        var sealing = new SealedReading(caseId, keyRing.findOrMake(actor, caseId));
        var many = new ManyFiles(
                blobs,
                sealing,
                settings.largestFile().toBytes(),
                (name, plain) -> isAlone(actor, caseId, plain)
                        ? Optional.of(take(actor, caseId, name, plain))
                        : Optional.empty(),
                arrivals ->
                        Objects.requireNonNull(transactions.execute(status -> filing.file(actor, sealing, arrivals))));
        var receipts = new ArrayList<Receipt>();
        for (var from = 0; from < files.size(); from += TOGETHER) {
            receipts.addAll(many.receive(files.subList(from, Math.min(files.size(), from + TOGETHER))));
        }
        return receipts;
    }

    /** True for a file that does not go with others: a known one, one that is read later, one that is refused. */
    private boolean isAlone(Actor actor, UUID caseId, BlobStore.PlainCopy plain) throws IOException {
        return plain.size() == 0
                || plain.size() > settings.largestFile().toBytes()
                || store.find(actor, caseId, plain.hash()).isPresent()
                || ReadingTime.isLong(
                        plain.path(), plain.size(), settings.readAtOnce().toBytes());
    }

    static Content content(String name, BlobStore.PlainCopy plain) {
        return new Content(
                plain.hash(), name, plain.path(), Unpacking.in(plain.path().getParent()));
    }

    private Receipt take(Actor actor, UUID caseId, String name, BlobStore.PlainCopy plain) throws IOException {
        var largest = settings.largestFile().toBytes();
        if (plain.size() == 0) {
            return new Receipt.Refused(Message.of("records.empty"));
        }
        if (plain.size() > largest) {
            return new Receipt.Refused(Message.of("records.refused.too-large", megabytes(largest)));
        }
        var keys = keyRing.findOrMake(actor, caseId);
        var sealing = new SealedReading(caseId, keys);
        var known = store.find(actor, caseId, plain.hash());
        if (known.isPresent()) {
            if (!blobs.intact(caseId, plain.hash(), keys.originals())) {
                blobs.keep(caseId, plain, keys.originals());
            }
            return inTransaction(() -> filing.again(actor, sealing, known.get()));
        }
        if (ReadingTime.isLong(plain.path(), plain.size(), settings.readAtOnce().toBytes())) {
            blobs.keep(caseId, plain, keys.originals());
            return inTransaction(() -> readLater(actor, sealing, name, plain.hash(), plain.size()));
        }
        var arrival = read(sealing, name, plain);
        if (arrival.reading().status() == Reading.Status.REFUSED) {
            blobs.forget(caseId, plain.hash());
            return new Receipt.Refused(arrival.reading().problems().getFirst().message());
        }
        return inTransaction(() -> filing.file(actor, sealing, arrival));
    }

    /**
     * Takes in a large file that arrived before, without a plain copy; it is read in the background.
     *
     * @throws IOException when the bytes are not those of the hash, or the disk fails
     */
    Receipt keep(Actor actor, UUID caseId, String name, String hash, long size, InputStream bytes) throws IOException {
        var keys = keyRing.findOrMake(actor, caseId);
        if (store.find(actor, caseId, hash).isEmpty() || !blobs.intact(caseId, hash, keys.originals())) {
            blobs.keep(caseId, hash, bytes, keys.originals());
        }
        var sealing = new SealedReading(caseId, keys);
        return inTransaction(() -> readLater(actor, sealing, name, hash, size));
    }

    private Receipt readLater(Actor actor, SealedReading sealing, String name, String hash, long size) {
        var receipt = filing.await(actor, sealing, name, hash, size);
        if (receipt instanceof Receipt.BeingRead) {
            queue.add(sealing.caseId(), hash);
        }
        return receipt;
    }

    /** What became of a file that is in the case. */
    Optional<Receipt> known(Actor actor, UUID caseId, String hash) {
        return keyRing.find(actor, caseId)
                .flatMap(keys -> store.find(actor, caseId, hash)
                        .map(row -> inTransaction(() -> filing.again(actor, new SealedReading(caseId, keys), row))));
    }

    /** Reads the file while its bytes become durable; both are done when this returns. */
    private Filing.Arrival read(SealedReading sealing, String name, BlobStore.PlainCopy plain) throws IOException {
        try (var beside = Executors.newVirtualThreadPerTaskExecutor()) {
            var kept = beside.submit(() -> {
                blobs.keep(sealing.caseId(), plain, sealing.keys().originals());
                return plain.hash();
            });
            var reading = Readers.read(content(name, plain));
            var facts = sealing.seal(plain.hash(), reading.facts());
            return new Filing.Arrival(kept.get(), plain.size(), name, reading, facts);
        } catch (ExecutionException e) {
            throw new IOException("the file could not be stored", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while storing a file");
        }
    }

    private Receipt inTransaction(Supplier<Receipt> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }

    /** The person says that a waiting file belongs to this case: from now on its facts count. */
    @Transactional
    public FileChange accept(Actor actor, UUID caseId, String hash) {
        return change(actor, caseId, hash, Action.FILE_ACCEPTED, () -> store.accept(actor, caseId, hash));
    }

    /** Takes {@link #accept} back: the file waits again and its facts no longer count. */
    @Transactional
    public FileChange hold(Actor actor, UUID caseId, String hash) {
        if (find(actor, caseId, hash).filter(file -> file.doubt() != null).isEmpty()) {
            return new FileChange.NotFound();
        }
        return change(actor, caseId, hash, Action.FILE_HELD, () -> store.hold(actor, caseId, hash));
    }

    /** Sets a file aside; its facts no longer count. It is kept, {@link #restore} brings it back. */
    @Transactional
    public FileChange remove(Actor actor, UUID caseId, String hash) {
        return change(actor, caseId, hash, Action.FILE_REMOVED, () -> store.remove(actor, caseId, hash));
    }

    /** Brings a removed file back to what it was: filed, waiting, or being read. */
    @Transactional
    public FileChange restore(Actor actor, UUID caseId, String hash) {
        return change(actor, caseId, hash, Action.FILE_RESTORED, () -> store.restore(actor, caseId, hash));
    }

    /**
     * Does the same to every file in this state about which there is the same doubt as about this one, all or none.
     *
     * @param way one of the changes above
     * @return how many files were changed
     */
    @Transactional
    public int alike(Actor actor, UUID caseId, String hash, StoredFile.State state, FileChange.Way way) {
        var doubt = find(actor, caseId, hash).map(StoredFile::doubt).orElse(null);
        if (doubt == null) {
            return 0;
        }
        store.lock(caseId);
        return (int) keyRing.find(actor, caseId).stream()
                .flatMap(keys -> {
                    var sealed = new SealedReading(caseId, keys);
                    return store.list(actor, caseId, Integer.MAX_VALUE).stream().map(row -> Filing.stored(sealed, row));
                })
                .filter(file -> file.state() == state && doubt.equals(file.doubt()))
                .filter(file -> way.change(this, actor, caseId, file.hash()) instanceof FileChange.Changed)
                .count();
    }

    /**
     * Reads a filed file once more, in the background: this program may have learned to read it since, or found the program
     * that recognises words in pictures. Its facts do not count until then; what the person changed by hand stays.
     */
    @Transactional
    public FileChange readAgain(Actor actor, UUID caseId, String hash) {
        var change = change(actor, caseId, hash, Action.FILE_READ_AGAIN, () -> store.readAgain(actor, caseId, hash));
        if (change instanceof FileChange.Changed) {
            queue.add(caseId, hash);
        }
        return change;
    }

    private FileChange change(Actor actor, UUID caseId, String hash, Action action, BooleanSupplier change) {
        store.lock(caseId);
        if (!change.getAsBoolean()) {
            return new FileChange.NotFound();
        }
        trail.record(actor, caseId, action, hash);
        return find(actor, caseId, hash)
                .<FileChange>map(FileChange.Changed::new)
                .orElseThrow();
    }

    private Optional<StoredFile> find(Actor actor, UUID caseId, String hash) {
        return keyRing.find(actor, caseId)
                .flatMap(keys -> store.find(actor, caseId, hash)
                        .map(row -> Filing.stored(new SealedReading(caseId, keys), row)));
    }

    private static String megabytes(long bytes) {
        return Long.toString(Math.max(1, bytes >> 20));
    }
}
