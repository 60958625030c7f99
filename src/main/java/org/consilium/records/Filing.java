package org.consilium.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
        return file(actor, sealing, List.of(arrival)).getFirst();
    }

    /** Files that were read before they are filed, each judged against those before it; one receipt for each. */
    List<Receipt> file(Actor actor, SealedReading sealing, List<Arrival> arrivals) {
        var caseId = sealing.caseId();
        store.lock(caseId);
        var hashes = arrivals.stream().map(Arrival::hash).toList();
        var had = byHash(store.find(actor, caseId, hashes));
        var people = people(actor, sealing);
        var doubts = new HashMap<String, Optional<Message>>();
        var files = new ArrayList<RecordsStore.NewFile>();
        for (var arrival : arrivals) {
            if (!had.containsKey(arrival.hash()) && !doubts.containsKey(arrival.hash())) {
                var identities = identities(arrival.reading());
                var doubt = WhoseRecord.doubtAbout(identities, List.copyOf(people));
                if (doubt.isEmpty()) {
                    identities.stream().limit(1).forEach(people::add);
                }
                doubts.put(arrival.hash(), doubt);
                files.add(newFile(sealing, arrival, doubt));
            }
        }
        if (!files.isEmpty() && !store.add(actor, caseId, files)) {
            var refused = new Receipt.Refused(Message.of("records.refused.no-case"));
            return arrivals.stream().<Receipt>map(it -> refused).toList();
        }
        trail.record(
                actor,
                caseId,
                files.stream()
                        .map(file -> new AuditTrail.Act(
                                file.row().state() == StoredFile.State.WAITING
                                        ? Action.FILE_HELD
                                        : Action.FILE_RECEIVED,
                                file.row().hash()))
                        .toList());
        var rows = byHash(store.find(actor, caseId, hashes));
        return arrivals.stream()
                .map(arrival -> {
                    var row = Objects.requireNonNull(rows.get(arrival.hash()));
                    var doubt = doubts.remove(arrival.hash());
                    return doubt == null
                            ? again(actor, sealing, row)
                            : doubt.<Receipt>map(why -> new Receipt.NeedsReview(stored(sealing, row), why))
                                    .orElseGet(() -> new Receipt.Filed(stored(sealing, row), false));
                })
                .toList();
    }

    private static RecordsStore.NewFile newFile(SealedReading sealing, Arrival arrival, Optional<Message> doubt) {
        var state = doubt.isPresent() ? StoredFile.State.WAITING : StoredFile.State.FILED;
        var about = AboutJson.About.of(arrival.name(), arrival.reading(), doubt.orElse(null));
        var row = new RecordsStore.Row(
                arrival.hash(), arrival.size(), state, Instant.EPOCH, sealing.seal(arrival.hash(), about));
        return new RecordsStore.NewFile(row, identity(sealing, arrival.reading()), arrival.facts());
    }

    private static Map<String, RecordsStore.Row> byHash(List<RecordsStore.Row> rows) {
        var byHash = new HashMap<String, RecordsStore.Row>();
        rows.forEach(row -> byHash.put(row.hash(), row));
        return byHash;
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
        var file = new RecordsStore.NewFile(row, null, sealing.seal(hash, List.of()));
        if (!store.add(actor, caseId, List.of(file))) {
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
        return WhoseRecord.doubtAbout(identities(reading), List.copyOf(people(actor, sealing)));
    }

    /** The people that the filed files of the case say they are about. */
    private Set<Identity> people(Actor actor, SealedReading sealing) {
        return store.identities(actor, sealing.caseId()).stream()
                .map(sealing::openIdentity)
                .collect(Collectors.toCollection(LinkedHashSet::new));
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
