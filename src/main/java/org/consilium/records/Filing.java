package org.consilium.records;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.consilium.audit.Action;
import org.consilium.audit.Actor;
import org.consilium.audit.AuditTrail;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what was received, and what was read in it, part of a case. Every method works in the transaction of its caller. */
@Component
class Filing {
    private final RecordsStore store;
    private final AuditTrail trail;

    Filing(RecordsStore store, AuditTrail trail) {
        this.store = store;
        this.trail = trail;
    }

    /** A file that was read before it was filed. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Arrival(String hash, long size, String name, Reading reading, byte[] facts) {}

    Receipt file(Actor actor, SealedReading sealing, Arrival arrival) {
        var caseId = sealing.caseId();
        store.lock(caseId);
        var known = store.find(actor, caseId, arrival.hash());
        if (known.isPresent()) {
            return again(actor, sealing, known.get());
        }
        var doubt = doubt(actor, sealing, arrival.reading());
        var state = doubt.isPresent() ? StoredFile.State.WAITING : StoredFile.State.FILED;
        var about = AboutJson.About.of(arrival.name(), arrival.reading(), doubt.orElse(null));
        var row = new RecordsStore.Row(
                arrival.hash(), arrival.size(), state, Instant.EPOCH, sealing.seal(arrival.hash(), about));
        if (!store.add(actor, caseId, row, identity(sealing, arrival.reading()), arrival.facts())) {
            return new Receipt.Refused(Message.of("records.refused.no-case"));
        }
        trail.record(actor, caseId, doubt.isPresent() ? Action.FILE_HELD : Action.FILE_RECEIVED, arrival.hash());
        var stored = stored(sealing, store.find(actor, caseId, arrival.hash()).orElseThrow());
        return doubt.<Receipt>map(why -> new Receipt.NeedsReview(stored, why))
                .orElseGet(() -> new Receipt.Filed(stored, false));
    }

    /** A file whose bytes are durable and that is yet to be read. */
    Receipt await(Actor actor, SealedReading sealing, String name, String hash, long size) {
        var caseId = sealing.caseId();
        store.lock(caseId);
        var known = store.find(actor, caseId, hash);
        if (known.isPresent()) {
            return again(actor, sealing, known.get());
        }
        var unread = new Reading(Format.UNKNOWN, Reading.Status.KEPT, List.of(), List.of(), null);
        var about = sealing.seal(hash, AboutJson.About.of(name, unread, null));
        var row = new RecordsStore.Row(hash, size, StoredFile.State.READING, Instant.EPOCH, about);
        if (!store.add(actor, caseId, row, null, sealing.seal(hash, List.of()))) {
            return new Receipt.Refused(Message.of("records.refused.no-case"));
        }
        trail.record(actor, caseId, Action.FILE_RECEIVED, hash);
        return new Receipt.BeingRead(
                stored(sealing, store.find(actor, caseId, hash).orElseThrow()));
    }

    /** A file that was read after it was received. A file that was set aside meanwhile stays so. */
    void read(Actor actor, SealedReading sealing, Arrival arrival) {
        var caseId = sealing.caseId();
        store.lock(caseId);
        var doubt = doubt(actor, sealing, arrival.reading());
        var about = AboutJson.About.of(arrival.name(), arrival.reading(), doubt.orElse(null));
        var changed = store.read(
                actor,
                caseId,
                new RecordsStore.Row(
                        arrival.hash(),
                        arrival.size(),
                        doubt.isPresent() ? StoredFile.State.WAITING : StoredFile.State.FILED,
                        Instant.EPOCH,
                        sealing.seal(arrival.hash(), about)),
                identity(sealing, arrival.reading()),
                arrival.facts());
        if (changed && doubt.isPresent()) {
            trail.record(actor, caseId, Action.FILE_HELD, arrival.hash());
        }
    }

    /** The case has the file. Was it set aside, then handing it in again brings it back as it was. */
    Receipt again(Actor actor, SealedReading sealing, RecordsStore.Row known) {
        if (known.state() == StoredFile.State.REMOVED && store.restore(actor, sealing.caseId(), known.hash())) {
            trail.record(actor, sealing.caseId(), Action.FILE_RESTORED, known.hash());
        }
        var file = stored(
                sealing, store.find(actor, sealing.caseId(), known.hash()).orElseThrow());
        if (file.state() == StoredFile.State.READING) {
            return new Receipt.BeingRead(file);
        }
        return file.state() == StoredFile.State.WAITING && file.doubt() != null
                ? new Receipt.NeedsReview(file, file.doubt())
                : new Receipt.Filed(file, true);
    }

    private Optional<Message> doubt(Actor actor, SealedReading sealing, Reading reading) {
        var known = store.identities(actor, sealing.caseId()).stream()
                .map(sealing::openIdentity)
                .toList();
        return WhoseRecord.doubtAbout(identities(reading), known);
    }

    private static byte @Nullable [] identity(SealedReading sealing, Reading reading) {
        var identities = identities(reading);
        return identities.isEmpty() ? null : sealing.seal(identities.getFirst());
    }

    /** The file's own first, then those of the files inside of it. */
    private static List<Identity> identities(Reading reading) {
        return Stream.concat(
                        Stream.ofNullable(reading.patient()),
                        reading.parts().stream().map(Part::patient).filter(Objects::nonNull))
                .distinct()
                .toList();
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
                row.state() == StoredFile.State.READING ? Map.of() : about.counts(),
                about.problems(),
                about.doubt(),
                about.parts());
    }
}
