package org.consilium.records;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.consilium.audit.Actor;
import org.consilium.audit.AuditTrail;
import org.consilium.clinical.Fact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people change by hand in what was read: nothing read is ever lost, and every change can be taken back. */
@Service
public class Corrections {
    private final NoteStore store;
    private final KeyRing keyRing;
    private final Records records;
    private final AuditTrail trail;

    Corrections(NoteStore store, KeyRing keyRing, Records records, AuditTrail trail) {
        this.store = store;
        this.keyRing = keyRing;
        this.records = records;
        this.trail = trail;
    }

    /** A fact as it counts now ({@code now} is absent while it is hidden or rejected), as it was read, and its notes. */
    public record Account(String key, @Nullable Fact now, Fact read, List<Note> notes) {
        public Account {
            notes = List.copyOf(notes);
        }
    }

    /** Everything about one fact or proposal; empty when there is none of this {@link FactKey}. */
    @Transactional(readOnly = true)
    public Optional<Account> account(Actor actor, UUID caseId, String key) {
        var notes = records.notes(actor, caseId);
        var now = all(records.caseFile(actor, caseId))
                .filter(fact -> FactKey.of(fact).equals(key))
                .findFirst();
        var own = now.flatMap(fact -> behind(fact, notes)).orElse(key);
        var about = notes.stream().filter(note -> concerns(note, own)).toList();
        var read = all(records.asRead(actor, caseId))
                .filter(fact -> FactKey.of(fact).equals(own))
                .findFirst()
                .or(() -> about.stream()
                        .flatMap(note -> Stream.ofNullable(note.act().original()))
                        .findFirst())
                .or(() -> now);
        return read.map(fact -> new Account(
                own, now.or(() -> corrected(actor, caseId, own, notes)).orElse(null), fact, about));
    }

    /** The fact that counts instead of the one of this key. */
    private Optional<Fact> corrected(Actor actor, UUID caseId, String key, List<Note> notes) {
        return all(records.caseFile(actor, caseId))
                .filter(fact -> behind(fact, notes).filter(key::equals).isPresent())
                .findFirst();
    }

    private static Stream<Fact> all(CaseFile file) {
        return Stream.concat(file.facts().stream(), file.proposals().stream());
    }

    private static boolean concerns(Note note, String key) {
        if (note.act() instanceof Note.Act.Add add) {
            return FactKey.of(add.now().fact(note.id())).equals(key);
        }
        return key.equals(note.act().about());
    }

    /** The key of the fact that a correction or a confirmation was about. */
    private static Optional<String> behind(Fact fact, List<Note> notes) {
        return fact.sources().stream()
                .filter(source -> source.file().equals(ByHand.FILE))
                .flatMap(source ->
                        notes.stream().filter(note -> note.id().toString().equals(source.at())))
                .flatMap(note -> Stream.ofNullable(note.act().about()))
                .findFirst();
    }

    @Transactional
    public NoteChange correct(Actor actor, UUID caseId, String key, ByHand now) {
        return about(
                actor,
                caseId,
                key,
                (own, fact) -> fact.isProposed()
                        ? new Note.Act.Confirm(own, fact, now)
                        : new Note.Act.Correct(own, fact, now));
    }

    @Transactional
    public NoteChange hide(Actor actor, UUID caseId, String key) {
        return about(actor, caseId, key, Note.Act.Hide::new);
    }

    /** @param words 1 to {@link Note.Act.Annotate#LONGEST} characters */
    @Transactional
    public NoteChange annotate(Actor actor, UUID caseId, String key, String words) {
        return about(actor, caseId, key, (own, fact) -> new Note.Act.Annotate(own, fact, words));
    }

    /** A proposed fact is right: from now on it counts. */
    @Transactional
    public NoteChange confirm(Actor actor, UUID caseId, String key) {
        return aboutProposal(actor, caseId, key, (own, fact) -> new Note.Act.Confirm(own, fact, null));
    }

    /** A proposed fact is wrong: it is not asked about again. */
    @Transactional
    public NoteChange reject(Actor actor, UUID caseId, String key) {
        return aboutProposal(actor, caseId, key, Note.Act.Reject::new);
    }

    @Transactional
    public NoteChange add(Actor actor, UUID caseId, ByHand now) {
        return write(actor, caseId, new Note.Act.Add(now));
    }

    /** Takes a note back; nothing happens when it was taken back before. */
    @Transactional
    public NoteChange undo(Actor actor, UUID caseId, UUID note) {
        var standing = Notes.standing(records.notes(actor, caseId)).stream()
                .anyMatch(each -> each.id().equals(note));
        return standing ? write(actor, caseId, new Note.Act.Undo(note)) : new NoteChange.NotFound();
    }

    private NoteChange aboutProposal(Actor actor, UUID caseId, String key, BiFunction<String, Fact, Note.Act> act) {
        var proposed = records.caseFile(actor, caseId).proposals().stream()
                .anyMatch(fact -> FactKey.of(fact).equals(key));
        return proposed ? about(actor, caseId, key, act) : new NoteChange.NotFound();
    }

    private NoteChange about(Actor actor, UUID caseId, String key, BiFunction<String, Fact, Note.Act> act) {
        return account(actor, caseId, key)
                .map(account -> write(actor, caseId, act.apply(account.key(), account.read())))
                .orElseGet(NoteChange.NotFound::new);
    }

    private NoteChange write(Actor actor, UUID caseId, Note.Act act) {
        if (!keyRing.mayWrite(actor, caseId)) {
            return new NoteChange.NotFound();
        }
        var sealing = new SealedReading(caseId, keyRing.findOrMake(actor, caseId));
        var id = UUID.randomUUID();
        if (!store.add(actor, caseId, id, NoteJson.word(act), sealing.seal(id, act))) {
            return new NoteChange.NotFound();
        }
        trail.record(actor, caseId, act.action(), id.toString());
        return records.notes(actor, caseId).stream()
                .filter(note -> note.id().equals(id))
                .<NoteChange>map(NoteChange.Noted::new)
                .findFirst()
                .orElseThrow();
    }
}
