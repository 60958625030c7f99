package org.consilium.opinions;

import jakarta.annotation.PostConstruct;
import org.springframework.stereotype.Component;

/** Seals, when the program starts, the opinions that an earlier program stored as they were. */
@Component
class OpinionSealing {
    private final OpinionStore store;

    OpinionSealing(OpinionStore store) {
        this.store = store;
    }

    @PostConstruct
    void sealAll() {
        for (var plain = store.plain(); !plain.isEmpty(); plain = store.plain()) {
            plain.forEach(store::seal);
        }
    }
}
