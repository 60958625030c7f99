package org.consilium.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consilium.audit.Action;
import org.consilium.audit.Actor;
import org.consilium.audit.AuditTrail;
import org.consilium.language.Message;
import org.consilium.requests.Step.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The record requests of cases. Whoever may not see a case is told that there is nothing. */
@Service
public class Requests {
    private static final int MOST = 200;

    private final RequestStore store;
    private final AuditTrail trail;

    Requests(RequestStore store, AuditTrail trail) {
        this.store = store;
        this.trail = trail;
    }

    /** All that were not thrown away, oldest first. */
    @Transactional(readOnly = true)
    public List<RecordRequest> all(Actor actor, UUID caseId) {
        return store.all(actor, caseId).stream()
                .filter(request -> request.state() != RecordRequest.State.WITHDRAWN)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<RecordRequest> find(Actor actor, UUID caseId, UUID request) {
        return store.all(actor, caseId).stream()
                .filter(each -> each.id().equals(request))
                .findFirst();
    }

    /** Begins a request for each letter; none when there are too many already. */
    @Transactional
    public RequestChange begin(Actor actor, UUID caseId, List<Details> letters) {
        if (letters.isEmpty()) {
            return new RequestChange.Refused(Message.of("requests.wrong.nothing"));
        }
        if (store.all(actor, caseId).size() + letters.size() > MOST) {
            return new RequestChange.Refused(Message.of("requests.wrong.many"));
        }
        var ids = new ArrayList<UUID>();
        for (var letter : letters) {
            var id = UUID.randomUUID();
            if (!add(actor, caseId, id, step(Event.WRITTEN, null, null, null, letter))) {
                return new RequestChange.NotFound();
            }
            ids.add(id);
        }
        return new RequestChange.Saved(ids);
    }

    /** Writes the letter anew. */
    @Transactional
    public RequestChange write(Actor actor, UUID caseId, UUID request, Details details) {
        var known = find(actor, caseId, request);
        if (known.isEmpty()) {
            return new RequestChange.NotFound();
        }
        return known.get().details().equals(details)
                ? new RequestChange.Saved(List.of(request))
                : saved(actor, caseId, request, step(Event.WRITTEN, null, null, null, details));
    }

    /**
     * Notes what happened.
     *
     * @param on the day it happened, not after {@code today} and not before the day it was asked for
     */
    @Transactional
    public RequestChange note(
            Actor actor,
            UUID caseId,
            UUID request,
            Event event,
            LocalDate on,
            @Nullable Method method,
            LocalDate today) {
        var known = find(actor, caseId, request);
        if (known.isEmpty()) {
            return new RequestChange.NotFound();
        }
        var asked = known.get().askedOn();
        if (!known.get().next().contains(event)) {
            return new RequestChange.Refused(Message.of("requests.wrong.order"));
        }
        if (on.isAfter(today)) {
            return new RequestChange.Refused(Message.of("requests.wrong.future"));
        }
        if (on.isBefore(today.minusYears(5)) || (asked != null && on.isBefore(asked))) {
            return new RequestChange.Refused(Message.of("requests.wrong.early"));
        }
        return saved(actor, caseId, request, step(event, on, method, null, null));
    }

    /** Takes back what happened last. */
    @Transactional
    public RequestChange undo(Actor actor, UUID caseId, UUID request) {
        var last = find(actor, caseId, request).flatMap(RecordRequest::last);
        return last.isEmpty()
                ? new RequestChange.NotFound()
                : saved(
                        actor,
                        caseId,
                        request,
                        step(Event.UNDONE, null, null, last.get().id(), null));
    }

    private RequestChange saved(Actor actor, UUID caseId, UUID request, Step step) {
        return add(actor, caseId, request, step)
                ? new RequestChange.Saved(List.of(request))
                : new RequestChange.NotFound();
    }

    private boolean add(Actor actor, UUID caseId, UUID request, Step step) {
        if (!store.add(actor, caseId, request, step)) {
            return false;
        }
        trail.record(actor, caseId, Action.REQUEST_CHANGED, request.toString());
        return true;
    }

    private static Step step(
            Event event,
            @Nullable LocalDate on,
            @Nullable Method method,
            @Nullable UUID undoes,
            @Nullable Details details) {
        return new Step(UUID.randomUUID(), event, on, method, undoes, details, Instant.EPOCH);
    }
}
