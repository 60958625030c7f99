package org.consilium.records;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
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
    private final RecordsStore store;
    private final BlobStore blobs;
    private final KeyRing keyRing;
    private final AuditTrail trail;
    private final TransactionTemplate transactions;
    private final long largest;

    Intake(
            RecordsStore store,
            BlobStore blobs,
            KeyRing keyRing,
            AuditTrail trail,
            PlatformTransactionManager transactions,
            RecordsSettings settings) {
        this.store = store;
        this.blobs = blobs;
        this.keyRing = keyRing;
        this.trail = trail;
        this.transactions = new TransactionTemplate(transactions);
        this.largest = settings.largestFile().toBytes();
    }

    /**
     * Takes a file into a case. The database is not held while bytes arrive and are read: one short transaction at the end
     * makes the file part of the case, after its bytes are durable.
     *
     * @throws UncheckedIOException when the bytes stop arriving or the disk fails; nothing is then part of the case
     */
    public Receipt receive(Actor actor, UUID caseId, Incoming file) {
        if (!store.mayWrite(actor, caseId)) {
            return new Receipt.Refused(Message.of("records.refused.no-case"));
        }
        try (var plain = blobs.receive(file.bytes(), largest)) {
            if (plain.size() == 0) {
                return new Receipt.Refused(Message.of("records.empty"));
            }
            if (plain.size() > largest) {
                return new Receipt.Refused(Message.of("records.refused.too-large", megabytes(largest)));
            }
            return take(actor, caseId, file.name(), plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Receipt take(Actor actor, UUID caseId, String name, BlobStore.PlainCopy plain) throws IOException {
        var keys = keyRing.findOrMake(actor, caseId);
        var sealing = new SealedReading(caseId, keys);
        var known = store.find(actor, caseId, plain.hash());
        if (known.isPresent()) {
            if (!blobs.intact(caseId, plain.hash(), keys.originals())) {
                blobs.keep(caseId, plain, keys.originals());
            }
            return inTransaction(() -> again(actor, sealing, known.get()));
        }
        var arrival = read(sealing, name, plain);
        if (arrival.reading().status() == Reading.Status.REFUSED) {
            blobs.forget(caseId, plain.hash());
            return new Receipt.Refused(arrival.reading().problems().getFirst().message());
        }
        return inTransaction(() -> file(actor, sealing, arrival));
    }

    /** Reads the file while its bytes become durable; both are done when this returns. */
    private Arrival read(SealedReading sealing, String name, BlobStore.PlainCopy plain) throws IOException {
        try (var beside = Executors.newVirtualThreadPerTaskExecutor()) {
            var kept = beside.submit(() -> {
                blobs.keep(sealing.caseId(), plain, sealing.keys().originals());
                return plain.hash();
            });
            var reading = Readers.read(new Content(
                    plain.hash(), name, plain.path(), Unpacking.in(plain.path().getParent())));
            var facts = sealing.seal(plain.hash(), reading.facts());
            return new Arrival(kept.get(), plain.size(), name, reading, facts);
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

    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    private record Arrival(String hash, long size, String name, Reading reading, byte[] facts) {}

    private Receipt file(Actor actor, SealedReading sealing, Arrival arrival) {
        var caseId = sealing.caseId();
        store.lock(caseId);
        var known = store.find(actor, caseId, arrival.hash());
        if (known.isPresent()) {
            return again(actor, sealing, known.get());
        }
        var patient = arrival.reading().patient();
        var doubt = WhoseRecord.doubt(patient, identities(actor, sealing));
        var state = doubt.isPresent() ? StoredFile.State.WAITING : StoredFile.State.FILED;
        var about = AboutJson.About.of(arrival.name(), arrival.reading(), doubt.orElse(null));
        var row = new RecordsStore.Row(
                arrival.hash(), arrival.size(), state, java.time.Instant.EPOCH, sealing.seal(arrival.hash(), about));
        if (!store.add(actor, caseId, row, patient == null ? null : sealing.seal(patient), arrival.facts())) {
            return new Receipt.Refused(Message.of("records.refused.no-case"));
        }
        trail.record(actor, caseId, doubt.isPresent() ? Action.FILE_HELD : Action.FILE_RECEIVED, arrival.hash());
        var stored = stored(sealing, store.find(actor, caseId, arrival.hash()).orElseThrow());
        return doubt.<Receipt>map(why -> new Receipt.NeedsReview(stored, why))
                .orElseGet(() -> new Receipt.Filed(stored, false));
    }

    /** The case has the file. Was it set aside, then handing it in again brings it back as it was. */
    private Receipt again(Actor actor, SealedReading sealing, RecordsStore.Row known) {
        if (known.state() == StoredFile.State.REMOVED && store.restore(actor, sealing.caseId(), known.hash())) {
            trail.record(actor, sealing.caseId(), Action.FILE_RESTORED, known.hash());
        }
        var file = stored(
                sealing, store.find(actor, sealing.caseId(), known.hash()).orElseThrow());
        return file.state() == StoredFile.State.WAITING && file.doubt() != null
                ? new Receipt.NeedsReview(file, file.doubt())
                : new Receipt.Filed(file, true);
    }

    private List<Identity> identities(Actor actor, SealedReading sealing) {
        return store.identities(actor, sealing.caseId()).stream()
                .map(sealing::openIdentity)
                .toList();
    }

    /** The person says that a waiting file belongs to this case: from now on its facts count. */
    @Transactional
    public FileChange accept(Actor actor, UUID caseId, String hash) {
        return change(actor, caseId, hash, Action.FILE_ACCEPTED, () -> store.accept(actor, caseId, hash));
    }

    /** Sets a file aside; its facts no longer count. It is kept, {@link #restore} brings it back. */
    @Transactional
    public FileChange remove(Actor actor, UUID caseId, String hash) {
        return change(actor, caseId, hash, Action.FILE_REMOVED, () -> store.remove(actor, caseId, hash));
    }

    /** Brings a removed file back to what it was: filed, or waiting. */
    @Transactional
    public FileChange restore(Actor actor, UUID caseId, String hash) {
        return change(actor, caseId, hash, Action.FILE_RESTORED, () -> store.restore(actor, caseId, hash));
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
                .flatMap(keys ->
                        store.find(actor, caseId, hash).map(row -> stored(new SealedReading(caseId, keys), row)));
    }

    static StoredFile stored(SealedReading sealing, RecordsStore.Row row) {
        var about = sealing.openAbout(row.hash(), row.about());
        return new StoredFile(
                row.hash(),
                about.name(),
                row.size(),
                row.received(),
                row.state(),
                about.format(),
                about.status(),
                about.counts(),
                about.problems(),
                about.doubt(),
                about.parts());
    }

    private static String megabytes(long bytes) {
        return Long.toString(Math.max(1, bytes >> 20));
    }
}
