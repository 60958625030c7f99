package org.consilium.opinions;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consilium.audit.Action;
import org.consilium.audit.Actor;
import org.consilium.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The opinions of a case. Each change is a new version: nothing that was written is lost, and every change can be undone.
 * Whoever may not see a case is told that there is none.
 */
@Service
public class Opinions {
    private final OpinionStore store;
    private final AuditTrail trail;

    Opinions(OpinionStore store, AuditTrail trail) {
        this.store = store;
        this.trail = trail;
    }

    /** Takes in a whole opinion as JSON and keeps it as it was written; anything else is rejected with what is wrong. */
    @Transactional
    public Receipt receive(Actor actor, UUID caseId, byte[] json) {
        return switch (OpinionJson.read(json)) {
            case OpinionJson.Reading.Rejected rejected -> new Receipt.Rejected(rejected.problems());
            case OpinionJson.Reading.Parsed parsed -> add(actor, caseId, OpinionJson.utf8(json), true);
        };
    }

    /** Begins an opinion that is written step by step. */
    @Transactional
    public Receipt begin(Actor actor, UUID caseId, Draft draft) {
        return add(actor, caseId, draft.json().getBytes(StandardCharsets.UTF_8), false);
    }

    /** Saves a step. A finished opinion that is saved is being written again until it is finished anew. */
    @Transactional
    public Receipt save(Actor actor, UUID caseId, UUID id, Draft draft) {
        return change(actor, caseId, id, draft, false, Action.OPINION_CHANGED);
    }

    /** Makes a draft an opinion, when nothing is missing. */
    @Transactional
    public Receipt finish(Actor actor, UUID caseId, UUID id) {
        var filed = store.find(actor, caseId, id);
        if (filed.isEmpty()) {
            return new Receipt.NotFound();
        }
        var draft = filed.get().draft();
        return switch (draft.finish()) {
            case OpinionJson.Reading.Rejected rejected -> new Receipt.Rejected(rejected.problems());
            case OpinionJson.Reading.Parsed parsed -> change(actor, caseId, id, draft, true, Action.OPINION_RECEIVED);
        };
    }

    /** Goes back to the version before the current one. */
    @Transactional
    public Receipt undo(Actor actor, UUID caseId, UUID id) {
        return told(store.undo(actor, caseId, id), actor, caseId, id, Action.OPINION_CHANGED);
    }

    /** Sets an opinion aside; {@link #restore} brings it back as it was. */
    @Transactional
    public Receipt remove(Actor actor, UUID caseId, UUID id) {
        return told(store.remove(actor, caseId, id), actor, caseId, id, Action.OPINION_REMOVED);
    }

    @Transactional
    public Receipt restore(Actor actor, UUID caseId, UUID id) {
        return told(store.restore(actor, caseId, id), actor, caseId, id, Action.OPINION_RESTORED);
    }

    /** Finished ones and drafts, those set aside too, the first received first; 100 at most. */
    @Transactional(readOnly = true)
    public List<Filed> list(Actor actor, UUID caseId) {
        return store.list(actor, caseId);
    }

    /** The finished opinions that are not set aside: those to compare. */
    @Transactional(readOnly = true)
    public List<Opinion> finished(Actor actor, UUID caseId) {
        return store.list(actor, caseId).stream()
                .filter(filed -> !filed.removed())
                .flatMap(filed -> filed.opinion().stream())
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Filed> find(Actor actor, UUID caseId, UUID id) {
        return store.find(actor, caseId, id);
    }

    /** Every form it has had, the newest first; 1000 at most. */
    @Transactional(readOnly = true)
    public List<Filed> history(Actor actor, UUID caseId, UUID id) {
        return store.history(actor, caseId, id);
    }

    private Receipt add(Actor actor, UUID caseId, byte[] document, boolean finished) {
        var id = UUID.randomUUID();
        if (!store.add(actor, caseId, id)) {
            return new Receipt.NotFound();
        }
        store.addVersion(actor, caseId, id, document, finished);
        return told(true, actor, caseId, id, finished ? Action.OPINION_RECEIVED : Action.OPINION_CHANGED);
    }

    private Receipt change(Actor actor, UUID caseId, UUID id, Draft draft, boolean finished, Action action) {
        if (!store.lock(actor, caseId, id)) {
            return new Receipt.NotFound();
        }
        store.addVersion(actor, caseId, id, draft.json().getBytes(StandardCharsets.UTF_8), finished);
        return told(true, actor, caseId, id, action);
    }

    private Receipt told(boolean done, Actor actor, UUID caseId, UUID id, Action action) {
        if (!done) {
            return new Receipt.NotFound();
        }
        trail.record(actor, caseId, action, id.toString());
        return new Receipt.Kept(store.find(actor, caseId, id).orElseThrow());
    }
}
