package org.consilium.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.consilium.audit.Action;
import org.consilium.audit.Actor;
import org.consilium.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens the files inside of stored files. */
@Service
public class PartFiles {
    /** Larger files inside are not shown, only handed out with the whole file. */
    private static final int LARGEST = 32 << 20;

    private final Records records;
    private final KeyRing keyRing;
    private final BlobStore blobs;
    private final RecordsFolder folder;
    private final AuditTrail trail;

    PartFiles(Records records, KeyRing keyRing, BlobStore blobs, RecordsFolder folder, AuditTrail trail) {
        this.records = records;
        this.keyRing = keyRing;
        this.blobs = blobs;
        this.folder = folder;
        this.trail = trail;
    }

    /**
     * The innermost file of a place, and writes down that it was opened. Of an archive only this file is decrypted and
     * unpacked.
     *
     * @param place as in {@link org.consilium.clinical.Source#at}
     * @return empty when the actor may not see the file, or when there is nothing readable at the place
     * @throws UncheckedIOException when the stored file is missing or was altered
     */
    @Transactional
    public Optional<PartBytes.Found> open(Actor actor, UUID caseId, String hash, String place) {
        return opened(actor, caseId, hash, file -> PartBytes.isInside(place) ? Optional.of(place) : Optional.empty());
    }

    /**
     * The same for the number of a file inside, counted from 0 along {@link StoredFile#parts}, so that no name stands in an
     * address.
     */
    @Transactional
    public Optional<PartBytes.Found> open(Actor actor, UUID caseId, String hash, int number) {
        return opened(
                actor,
                caseId,
                hash,
                file -> number < 0 || number >= file.parts().size()
                        ? Optional.empty()
                        : Optional.of(file.parts().get(number).place()));
    }

    private Optional<PartBytes.Found> opened(
            Actor actor, UUID caseId, String hash, Function<StoredFile, Optional<String>> where) {
        var file = records.file(actor, caseId, hash);
        var place = file.flatMap(where);
        if (file.isEmpty() || place.isEmpty()) {
            return Optional.empty();
        }
        trail.record(actor, caseId, Action.FILE_OPENED, hash);
        var keys = keyRing.find(actor, caseId).orElseThrow();
        try (var bytes = blobs.channel(caseId, hash, keys.originals())) {
            return PartBytes.at(bytes, file.get().name(), place.get(), LARGEST, folder.incoming());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
