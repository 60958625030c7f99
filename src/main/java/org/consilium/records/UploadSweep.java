package org.consilium.records;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Removes what came in of files that were never finished. */
@Component
class UploadSweep {
    private static final Logger log = LoggerFactory.getLogger(UploadSweep.class);
    /** How long a file on its way in is waited for. */
    static final Duration KEPT = Duration.ofDays(7);

    private final UploadStore store;
    private final PieceStore pieces;

    UploadSweep(UploadStore store, PieceStore pieces) {
        this.store = store;
        this.pieces = pieces;
    }

    /** Removes every upload that nothing was added to since seven days before {@code now}. */
    void removeOld(Instant now) {
        for (var old : store.removeUntouchedSince(now.minus(KEPT))) {
            try {
                pieces.remove(old.caseId(), old.id());
            } catch (IOException e) {
                log.atWarn().addKeyValue("upload", old.id()).log("pieces of an old upload could not be removed");
            }
        }
    }
}
