package org.consilium.records;

/** What came of accepting, removing or restoring a file. */
public sealed interface FileChange {
    /** It is now as asked. */
    record Changed(StoredFile now) implements FileChange {}

    /** There is no such file for this actor, or it is not in a state to be changed so. */
    record NotFound() implements FileChange {}
}
