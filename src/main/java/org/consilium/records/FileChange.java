package org.consilium.records;

import java.util.UUID;
import org.consilium.audit.Actor;

/** What came of accepting, removing or restoring a file. */
public sealed interface FileChange {
    /** It is now as asked. */
    record Changed(StoredFile now) implements FileChange {}

    /** {@link Intake#accept}, {@link Intake#hold}, {@link Intake#remove} or {@link Intake#restore}. */
    @FunctionalInterface
    interface Way {
        FileChange change(Intake intake, Actor actor, UUID caseId, String hash);
    }

    /** There is no such file for this actor, or it is not in a state to be changed so. */
    record NotFound() implements FileChange {}
}
