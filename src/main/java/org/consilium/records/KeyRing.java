package org.consilium.records;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.springframework.stereotype.Component;

/** Gives the keys of the cases that an actor may see. */
@Component
class KeyRing {
    private static final int KEPT = 1000;

    private final KeyStore store;
    private final Aead master;
    private final Recent<UUID, CaseKeys> unwrapped = new Recent<>(KEPT);

    KeyRing(KeyStore store, RecordsFolder folder) {
        this.store = store;
        this.master = folder.masterKey();
    }

    /** Absent when the actor may not see the case, or nothing was ever stored in it. */
    Optional<CaseKeys> find(Actor actor, UUID caseId) {
        if (!store.sees(actor, caseId)) {
            return Optional.empty();
        }
        var known = unwrapped.find(caseId);
        return known.isPresent() ? known : store.caseKeys(actor, caseId).map(wrapped -> remember(caseId, wrapped));
    }

    boolean mayWrite(Actor actor, UUID caseId) {
        return store.mayWrite(actor, caseId);
    }

    /** Makes the keys when there are none; call it outside of a transaction, so that they are kept whatever follows. */
    CaseKeys findOrMake(Actor actor, UUID caseId) {
        return find(actor, caseId).orElseGet(() -> {
            store.addCaseKeys(actor, caseId, fresh(caseId));
            return find(actor, caseId).orElseThrow(() -> new IllegalStateException("no keys for case " + caseId));
        });
    }

    private CaseKeys.Wrapped fresh(UUID caseId) {
        try {
            return CaseKeys.fresh(master, caseId);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private CaseKeys remember(UUID caseId, CaseKeys.Wrapped wrapped) {
        try {
            var keys = CaseKeys.unwrapped(wrapped, master, caseId);
            unwrapped.keep(caseId, keys);
            return keys;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the master key does not open the keys of case " + caseId, e);
        }
    }
}
