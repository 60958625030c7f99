package org.consilium.decision;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consilium.audit.Action;
import org.consilium.audit.Actor;
import org.consilium.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What matters to people and what they decided. Nothing is overwritten: each change is kept, the newest stands. Whoever may
 * not see a case is told that there is nothing.
 */
@Service
public class Decisions {
    private static final int MOST = 100;

    private final DecisionStore store;
    private final AuditTrail trail;

    Decisions(DecisionStore store, AuditTrail trail) {
        this.store = store;
        this.trail = trail;
    }

    /** Goals, weights and levels as they stand; {@link Preferences#NONE} when there are none. */
    @Transactional(readOnly = true)
    public Preferences preferences(Actor actor, UUID caseId) {
        return store.newest(actor, caseId, DecisionStore.PREFERENCES).orElse(Preferences.NONE);
    }

    @Transactional
    public DecisionChange save(Actor actor, UUID caseId, Preferences preferences) {
        return keep(actor, caseId, DecisionStore.PREFERENCES, preferences);
    }

    /** The readiness check as answered before the decision, if it was. */
    @Transactional(readOnly = true)
    public Optional<ReadinessCheck> before(Actor actor, UUID caseId) {
        return store.newest(actor, caseId, DecisionStore.READINESS);
    }

    @Transactional
    public DecisionChange saveBefore(Actor actor, UUID caseId, ReadinessCheck check) {
        return keep(actor, caseId, DecisionStore.READINESS, check);
    }

    /** The decision that stands, if one was made. */
    @Transactional(readOnly = true)
    public Optional<DecisionRecord> decision(Actor actor, UUID caseId) {
        return store.newest(actor, caseId, DecisionStore.DECISION);
    }

    /** Every decision made, the newest first; 100 at most. */
    @Transactional(readOnly = true)
    public List<DecisionRecord> history(Actor actor, UUID caseId) {
        return store.newest(actor, caseId, DecisionStore.DECISION, MOST);
    }

    /** Makes this the decision that stands; earlier ones are kept. */
    @Transactional
    public DecisionChange decide(Actor actor, UUID caseId, DecisionRecord decision) {
        return keep(actor, caseId, DecisionStore.DECISION, decision);
    }

    /** Every answer given when looking back, the newest first; 100 at most. */
    @Transactional(readOnly = true)
    public List<FollowUp> followUps(Actor actor, UUID caseId) {
        return store.newest(actor, caseId, DecisionStore.FOLLOW_UP, MOST);
    }

    /** Keeps how things went; an earlier answer to the same question is kept too. */
    @Transactional
    public DecisionChange lookBack(Actor actor, UUID caseId, FollowUp followUp) {
        return keep(actor, caseId, DecisionStore.FOLLOW_UP, followUp);
    }

    private <T> DecisionChange keep(Actor actor, UUID caseId, DecisionStore.Kind<T> kind, T content) {
        var id = UUID.randomUUID();
        if (!store.add(actor, caseId, kind, id, content)) {
            return DecisionChange.NOT_FOUND;
        }
        trail.record(actor, caseId, Action.DECISION_CHANGED, id.toString());
        return DecisionChange.SAVED;
    }
}
