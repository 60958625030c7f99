package org.consilium.preparation;

import java.util.List;
import java.util.UUID;
import org.consilium.audit.Action;
import org.consilium.audit.Actor;
import org.consilium.audit.AuditTrail;
import org.consilium.triage.Answers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people told about their cases. Whoever may not see a case is told that there is nothing. */
@Service
public class Preparations {
    private static final int MOST = 100;

    private final PreparationStore store;
    private final AuditTrail trail;

    Preparations(PreparationStore store, AuditTrail trail) {
        this.store = store;
        this.trail = trail;
    }

    /** The answers that stand now; {@link Answers#NONE} when there are none, or none this actor may see. */
    @Transactional(readOnly = true)
    public Answers answers(Actor actor, UUID caseId) {
        return store.newest(actor, caseId, 1).stream()
                .findFirst()
                .map(SavedAnswers::answers)
                .orElse(Answers.NONE);
    }

    /** The answers that stood, newest first, at most 100. */
    @Transactional(readOnly = true)
    public List<SavedAnswers> history(Actor actor, UUID caseId) {
        return store.newest(actor, caseId, MOST);
    }

    /** Makes these the answers that stand; the earlier ones are kept. */
    @Transactional
    public AnswersChange save(Actor actor, UUID caseId, Answers answers) {
        if (!store.mayChange(actor, caseId)) {
            return new AnswersChange.NotFound();
        }
        if (answers(actor, caseId).equals(answers)) {
            return new AnswersChange.Unchanged();
        }
        var id = UUID.randomUUID();
        store.add(actor, caseId, id, answers);
        trail.record(actor, caseId, Action.ANSWERS_CHANGED, id.toString());
        return new AnswersChange.Saved();
    }
}
