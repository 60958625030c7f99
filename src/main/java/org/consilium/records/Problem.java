package org.consilium.records;

import org.consilium.language.Message;

/** Something in a file that could not be read or needs attention, in plain words, with its place ({@code ""}: the whole file). */
public record Problem(Severity severity, Message message, String at) {
    /** How much it matters. */
    public enum Severity {
        /** Nothing was lost; good to know. */
        INFORMATION,
        /** A part was kept as it is and not understood. */
        WARNING,
        /** The file could not be understood. */
        ERROR
    }
}
