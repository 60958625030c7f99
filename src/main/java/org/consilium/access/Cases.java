package org.consilium.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consilium.audit.Action;
import org.consilium.audit.Actor;
import org.consilium.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cases a person may see. Whoever may not see a case is told that there is none. */
@Service
public class Cases {
    private final AccessStore store;
    private final AuditTrail trail;

    Cases(AccessStore store, AuditTrail trail) {
        this.store = store;
        this.trail = trail;
    }

    /** Opens a case; the actor is its owner. */
    @Transactional
    public ClinicalCase open(Actor actor, NewCase wanted) {
        var id = UUID.randomUUID();
        store.addCase(id, wanted);
        store.addMember(id, actor, Role.OWNER);
        trail.record(actor, id, Action.CASE_OPENED, "");
        return find(actor, id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<ClinicalCase> find(Actor actor, UUID id) {
        return store.find(actor, id);
    }

    /** The newest 500 first, archived ones too. */
    @Transactional(readOnly = true)
    public List<ClinicalCase> list(Actor actor) {
        return store.list(actor);
    }

    /** @throws IllegalArgumentException unless {@link NewCase#titleFits} */
    @Transactional
    public CaseChange rename(Actor actor, UUID id, String title) {
        if (!NewCase.titleFits(title)) {
            throw new IllegalArgumentException("a case has a title of 1 to 200 characters");
        }
        return changed(store.rename(actor, id, title.strip()), actor, id, Action.CASE_RENAMED);
    }

    /** Puts the case away; nothing in it changes, {@link #restore} brings it back. */
    @Transactional
    public CaseChange archive(Actor actor, UUID id) {
        return changed(store.archive(actor, id), actor, id, Action.CASE_ARCHIVED);
    }

    @Transactional
    public CaseChange restore(Actor actor, UUID id) {
        return changed(store.restore(actor, id), actor, id, Action.CASE_RESTORED);
    }

    private CaseChange changed(boolean done, Actor actor, UUID id, Action action) {
        if (!done) {
            return new CaseChange.NotFound();
        }
        trail.record(actor, id, action, "");
        return new CaseChange.Changed(find(actor, id).orElseThrow());
    }
}
