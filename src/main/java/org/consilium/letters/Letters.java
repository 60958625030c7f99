package org.consilium.letters;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consilium.audit.Action;
import org.consilium.audit.Actor;
import org.consilium.audit.AuditTrail;
import org.consilium.clinical.Fact;
import org.consilium.knowledge.Knowledge;
import org.consilium.opinions.OpinionJson;
import org.consilium.opinions.Opinions;
import org.consilium.opinions.Receipt;
import org.consilium.prose.Line;
import org.consilium.terminology.Terminologies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letters of a case, each with its proposed fields and what a person said to them. Nothing is lost by leaving; every step
 * can be undone. Whoever may not see a case is told that there is none.
 */
@Service
public class Letters {
    private final LetterStore store;
    private final Opinions opinions;
    private final AuditTrail trail;
    private final LetterReader reader;

    Letters(LetterStore store, Opinions opinions, AuditTrail trail, Knowledge knowledge, Terminologies terminologies) {
        this.store = store;
        this.opinions = opinions;
        this.trail = trail;
        reader = new LetterReader(knowledge, terminologies);
    }

    /**
     * Reads a letter of the case; the same file again gives the letter as it stands.
     *
     * @param fileHash SHA-256 of the file the words came from
     * @param entries coded entries of a structured document, see {@link LetterReader#read(Collection, Collection)}
     * @return empty when the actor may not write in the case
     */
    @Transactional
    public Optional<LetterDraft> begin(
            Actor actor, UUID caseId, String fileHash, Collection<Line> words, Collection<Fact> entries) {
        var id = UUID.randomUUID();
        if (store.add(actor, caseId, id, fileHash, LetterJson.write(reader.read(words, entries)))) {
            trail.record(actor, caseId, Action.LETTER_READ, fileHash);
        }
        return store.ofFile(actor, caseId, fileHash).flatMap(known -> find(actor, caseId, known));
    }

    @Transactional(readOnly = true)
    public Optional<LetterDraft> find(Actor actor, UUID caseId, UUID id) {
        return store.find(actor, caseId, id)
                .map(row -> new LetterDraft(
                        row.id(), row.fileHash(), row.reading(), store.answers(actor, caseId, id), row.opinion()));
    }

    /** The letters of a case, the first read first; 100 at most. */
    @Transactional(readOnly = true)
    public List<LetterDraft> list(Actor actor, UUID caseId) {
        return store.list(actor, caseId).stream()
                .flatMap(id -> find(actor, caseId, id).stream())
                .toList();
    }

    /** Keeps what a person says to one proposal; false when there is no such letter or proposal for this actor. */
    @Transactional
    public boolean answer(Actor actor, UUID caseId, UUID id, int proposal, Answer answer) {
        var letter = find(actor, caseId, id);
        if (letter.isEmpty()
                || letter.get().reading().proposals().stream().noneMatch(each -> each.number() == proposal)
                || !store.lock(actor, caseId, id)) {
            return false;
        }
        store.addStep(actor, caseId, id, proposal, answer);
        trail.record(actor, caseId, Action.LETTER_CHECKED, id.toString());
        return true;
    }

    /** Takes back the last answer; false when there is none to take back. */
    @Transactional
    public boolean undo(Actor actor, UUID caseId, UUID id) {
        if (!store.lock(actor, caseId, id) || !store.undo(actor, caseId, id)) {
            return false;
        }
        trail.record(actor, caseId, Action.LETTER_CHECKED, id.toString());
        return true;
    }

    /** Makes an opinion of what was confirmed, when that is a whole one; otherwise says what is missing or wrong. */
    @Transactional
    public Receipt finish(Actor actor, UUID caseId, UUID id) {
        return made(actor, caseId, id, true);
    }

    /** The same as an opinion that is still being written, for filling in by hand what the letter does not say. */
    @Transactional
    public Receipt goOn(Actor actor, UUID caseId, UUID id) {
        return made(actor, caseId, id, false);
    }

    private Receipt made(Actor actor, UUID caseId, UUID id, boolean whole) {
        var letter = find(actor, caseId, id);
        if (letter.isEmpty() || !store.lock(actor, caseId, id)) {
            return new Receipt.NotFound();
        }
        var draft = letter.get().confirmed();
        if (whole && draft.finish() instanceof OpinionJson.Reading.Rejected(var problems)) {
            return new Receipt.Rejected(problems);
        }
        var begun = opinions.begin(actor, caseId, draft);
        if (!(begun instanceof Receipt.Kept(var filed))) {
            return begun;
        }
        store.became(actor, caseId, id, filed.id());
        return whole ? opinions.finish(actor, caseId, filed.id()) : begun;
    }
}
