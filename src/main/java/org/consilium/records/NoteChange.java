package org.consilium.records;

/** What came of a change by hand. */
public sealed interface NoteChange {
    /** It stands, and can be taken back. */
    record Noted(Note note) implements NoteChange {}

    /** There is no such fact or note for this actor. */
    record NotFound() implements NoteChange {}
}
