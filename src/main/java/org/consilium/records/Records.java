package org.consilium.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.consilium.audit.Action;
import org.consilium.audit.Actor;
import org.consilium.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the files of a case say. Whoever may not see the case sees an empty one. */
@Service
public class Records {
    private static final int KEPT = 64;
    private static final int MOST_FILES = 10_000;

    private final RecordsStore store;
    private final NoteStore noteStore;
    private final BlobStore blobs;
    private final KeyRing keyRing;
    private final AuditTrail trail;
    private final Recent<List<String>, CaseFile> read = new Recent<>(KEPT);
    private final Recent<List<String>, CaseFile> recent = new Recent<>(KEPT);

    Records(RecordsStore store, NoteStore noteStore, BlobStore blobs, KeyRing keyRing, AuditTrail trail) {
        this.store = store;
        this.noteStore = noteStore;
        this.blobs = blobs;
        this.keyRing = keyRing;
        this.trail = trail;
    }

    /**
     * All facts of the filed files, merged, as the person's notes have them. Files that wait, are being read or were removed do
     * not count.
     */
    @Transactional(readOnly = true)
    public CaseFile caseFile(Actor actor, UUID caseId) {
        var key = key(actor, caseId);
        var noted = new ArrayList<>(key);
        noted.add(Integer.toString(noteStore.count(actor, caseId)));
        return recent.find(noted).orElseGet(() -> {
            var seen = Notes.apply(asRead(actor, caseId, key), notes(actor, caseId));
            recent.keep(List.copyOf(noted), seen);
            return seen;
        });
    }

    /**
     * The same as if the case did not have these files: what only they say is not in it, nor in a fact that others say too.
     *
     * @param heeded which of the changes by hand count
     */
    @Transactional(readOnly = true)
    public CaseFile without(Actor actor, UUID caseId, Set<String> hashes, Predicate<Note> heeded) {
        var key = key(actor, caseId).stream()
                .filter(part -> !hashes.contains(part))
                .toList();
        return Notes.apply(
                asRead(actor, caseId, key),
                notes(actor, caseId).stream().filter(heeded).toList());
    }

    /** The same as the files say it, whatever the person changed by hand. */
    @Transactional(readOnly = true)
    public CaseFile asRead(Actor actor, UUID caseId) {
        return asRead(actor, caseId, key(actor, caseId));
    }

    /** What people changed by hand, in the order they did it, taking back included. */
    @Transactional(readOnly = true)
    public List<Note> notes(Actor actor, UUID caseId) {
        return keyRing.find(actor, caseId)
                .map(keys -> new SealedReading(caseId, keys))
                .map(sealing -> noteStore.list(actor, caseId).stream()
                        .map(sealing::openNote)
                        .toList())
                .orElse(List.of());
    }

    private List<String> key(Actor actor, UUID caseId) {
        var key = new ArrayList<String>();
        key.add(caseId.toString());
        key.addAll(store.filed(actor, caseId));
        return List.copyOf(key);
    }

    private CaseFile asRead(Actor actor, UUID caseId, List<String> key) {
        return read.find(key).orElseGet(() -> {
            var merged = CaseFile.of(readings(actor, caseId, Set.copyOf(key)));
            read.keep(key, merged);
            return merged;
        });
    }

    private List<Reading> readings(Actor actor, UUID caseId, Set<String> hashes) {
        var readings = new ArrayList<Reading>();
        keyRing.find(actor, caseId).ifPresent(keys -> {
            var sealing = new SealedReading(caseId, keys);
            store.readings(actor, caseId, row -> {
                if (!hashes.contains(row.hash())) {
                    return;
                }
                var about = sealing.openAbout(row.hash(), row.about());
                var facts = sealing.openFacts(row.hash(), row.facts());
                readings.add(new Reading(
                        about.format(), about.status(), facts, about.problems(), about.patient(), about.parts()));
            });
        });
        return readings;
    }

    /** The files of a case, the newest first, at most 10,000; waiting and removed ones too. */
    @Transactional(readOnly = true)
    public List<StoredFile> files(Actor actor, UUID caseId) {
        return keyRing.find(actor, caseId)
                .map(keys -> new SealedReading(caseId, keys))
                .map(sealing -> store.list(actor, caseId, MOST_FILES).stream()
                        .map(row -> Filing.stored(sealing, row))
                        .toList())
                .orElse(List.of());
    }

    @Transactional(readOnly = true)
    public Optional<StoredFile> file(Actor actor, UUID caseId, String hash) {
        return keyRing.find(actor, caseId)
                .flatMap(keys -> store.find(actor, caseId, hash)
                        .map(row -> Filing.stored(new SealedReading(caseId, keys), row)));
    }

    /**
     * Opens a file as it was received, and writes that down. The caller closes it.
     *
     * @throws UncheckedIOException when the stored file is missing
     */
    @Transactional
    public Optional<OpenedFile> open(Actor actor, UUID caseId, String hash) {
        var file = file(actor, caseId, hash);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        trail.record(actor, caseId, Action.FILE_OPENED, hash);
        var keys = keyRing.find(actor, caseId).orElseThrow();
        try {
            return Optional.of(new OpenedFile(file.get(), blobs.open(caseId, hash, keys.originals())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
