package org.consilium.opinions;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers for each person which versions of the opinions they last saw compared, so that what changed since can be told.
 * Nothing moves on by itself: what changed stays told until the person says that they have read it.
 */
@Service
public class Looks {
    private final LookStore looks;
    private final OpinionStore opinions;

    Looks(LookStore looks, OpinionStore opinions) {
        this.looks = looks;
        this.opinions = opinions;
    }

    /** Empty when this person never looked, or may not see the case. */
    @Transactional(readOnly = true)
    public Optional<LastLook> last(Actor actor, UUID caseId) {
        var seen = looks.of(actor, caseId);
        return seen.stream()
                .map(LookStore.Seen::at)
                .max(java.util.Comparator.naturalOrder())
                .map(at -> new LastLook(
                        at,
                        seen.stream()
                                .flatMap(one -> opinions.history(actor, caseId, one.opinion()).stream()
                                        .filter(filed -> filed.version() == one.version()))
                                .toList()));
    }

    /** From now on these are what the person saw last; somebody who may not see the case leaves no trace. */
    @Transactional
    public void look(Actor actor, UUID caseId, Collection<Filed> compared) {
        looks.forget(actor, caseId);
        compared.forEach(filed -> looks.add(actor, caseId, filed.id(), filed.version()));
    }
}
