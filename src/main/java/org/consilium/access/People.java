package org.consilium.access;

import java.util.UUID;
import org.consilium.audit.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who uses the program. */
@Service
public class People {
    private final AccessStore store;

    People(AccessStore store) {
        this.store = store;
    }

    /** The one person of an installation for personal use; made on first use, the same ever after. */
    @Transactional
    public Actor owner() {
        return new Actor(store.owner().orElseGet(() -> {
            store.addOwner(UUID.randomUUID());
            return store.owner().orElseThrow();
        }));
    }

    /** A further person, who belongs to no case yet. */
    @Transactional
    public Actor add() {
        var person = UUID.randomUUID();
        store.addPerson(person);
        return new Actor(person);
    }
}
