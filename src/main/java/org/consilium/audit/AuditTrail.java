package org.consilium.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The trail of who did what in a case. */
@Service
public class AuditTrail {
    private static final int PAGE = 1000;

    private final AuditStore store;

    AuditTrail(AuditStore store) {
        this.store = store;
    }

    /**
     * Adds an entry in the transaction of the caller, which must have one: the act and its entry stand or fall together.
     * Entries of one case are written one after the other; cases do not wait for each other.
     *
     * @param subject the id or hash of what it was done to, never words; empty for the case itself
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, UUID caseId, Action action, String subject) {
        record(actor, caseId, List.of(new Act(action, subject)));
    }

    /** Something done, and the id or hash of what it was done to. */
    public record Act(Action action, String subject) {}

    /** The same for several acts, in their order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, UUID caseId, List<Act> acts) {
        store.lock(caseId);
        var last = store.last(caseId);
        var seq = last.map(entry -> entry.seq() + 1).orElse(1L);
        var previous = last.map(Entry::hash).orElse(Entry.FIRST);
        var entries = new ArrayList<Entry>();
        for (var act : acts) {
            var entry =
                    Entry.chained(caseId, seq, Instant.now(), actor.person(), act.action(), act.subject(), previous);
            entries.add(entry);
            previous = entry.hash();
            seq++;
        }
        store.add(entries);
    }

    /**
     * The newest entries of a case before a number, newest first; none when the actor may not see the case.
     *
     * @param limit at most 1000
     * @param beforeSeq {@link Long#MAX_VALUE} for the newest
     */
    @Transactional(readOnly = true)
    public List<Entry> of(Actor actor, UUID caseId, int limit, long beforeSeq) {
        return store.visible(actor, caseId, Math.clamp(limit, 1, PAGE), beforeSeq);
    }

    /** Checks the whole chain of a case. Tells nothing but whether it holds. */
    @Transactional(readOnly = true)
    public Verification verify(UUID caseId) {
        var seq = 0L;
        var previous = Entry.FIRST;
        while (true) {
            var page = store.after(caseId, seq, PAGE);
            for (var entry : page) {
                if (entry.seq() != seq + 1 || !entry.previous().equals(previous) || !entry.hashHolds()) {
                    return new Verification.Broken(seq + 1);
                }
                seq = entry.seq();
                previous = entry.hash();
            }
            if (page.size() < PAGE) {
                return new Verification.Intact(seq);
            }
        }
    }
}
