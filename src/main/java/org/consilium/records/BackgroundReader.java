package org.consilium.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.language.Message;
import org.consilium.records.Problem.Severity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a stored file that nobody waits for. Reading that never came to its end, because the program was stopped or fell over, is
 * begun again; a file that brings it down {@value #ATTEMPTS} times is kept as it is, and said so.
 */
@Component
class BackgroundReader {
    static final int ATTEMPTS = 3;

    private final RecordsStore store;
    private final BlobStore blobs;
    private final KeyRing keyRing;
    private final Filing filing;
    private final TransactionTemplate transactions;

    BackgroundReader(
            RecordsStore store,
            BlobStore blobs,
            KeyRing keyRing,
            Filing filing,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.blobs = blobs;
        this.keyRing = keyRing;
        this.filing = filing;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Does nothing when the file is not waiting to be read.
     *
     * @throws UncheckedIOException when the stored bytes cannot be had now
     */
    void read(UUID caseId, String hash) {
        store.reader(caseId, hash).ifPresent(actor -> read(actor, caseId, hash));
    }

    private void read(Actor actor, UUID caseId, String hash) {
        var sealing = new SealedReading(caseId, keyRing.find(actor, caseId).orElseThrow());
        var row = store.find(actor, caseId, hash).orElseThrow();
        var name = sealing.openAbout(hash, row.about()).name();
        var attempt = store.attempt(actor, caseId, hash);
        var reading = attempt > ATTEMPTS ? givenUp(new Content(hash, name, Path.of(""))) : read(sealing, hash, name);
        var arrival = new Filing.Arrival(hash, row.size(), name, reading, sealing.seal(hash, reading.facts()));
        transactions.executeWithoutResult(status -> filing.read(actor, sealing, arrival));
    }

    private Reading read(SealedReading sealing, String hash, String name) {
        try (var plain = blobs.plain(sealing.caseId(), hash, sealing.keys().originals())) {
            var content = new Content(
                    hash, name, plain.path(), Unpacking.in(plain.path().getParent()));
            var reading = Readers.read(content);
            return reading.status() == Reading.Status.REFUSED ? kept(content, reading.problems()) : reading;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reading givenUp(Content content) {
        return kept(content, List.of(new Problem(Severity.ERROR, Message.of("intake.givenUp", ATTEMPTS), "")));
    }

    private static Reading kept(Content content, List<Problem> problems) {
        return new Reading(Format.UNKNOWN, Reading.Status.KEPT, List.of(content.asDocument()), problems, null);
    }
}
