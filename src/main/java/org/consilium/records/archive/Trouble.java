package org.consilium.records.archive;

import java.io.EOFException;
import java.io.IOException;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.consilium.language.Message;

/** Why packed bytes could not be had, in plain words. */
final class Trouble {
    /** The words of the exception for a wrong checksum. */
    static final String CHECKSUM = "the checksum is wrong";

    /** The words of the exception for far too many bytes. */
    static final String BOMB = "far more bytes than were packed";

    private Trouble() {}

    /** For one file in an archive. */
    static Message of(IOException why) {
        if (isLocked(why)) {
            return Message.of("archive.encrypted");
        }
        if (isBomb(why)) {
            return Message.of("archive.bomb");
        }
        if (why instanceof MemoryLimitException) {
            return Message.of("archive.memory");
        }
        if (why instanceof EOFException) {
            return Message.of("archive.cut-file");
        }
        return Message.of(CHECKSUM.equals(why.getMessage()) ? "archive.checksum" : "archive.damaged");
    }

    /** For the archive itself. */
    static Message ofArchive(IOException why) {
        return isLocked(why) || isBomb(why) || why instanceof MemoryLimitException
                ? of(why)
                : Message.of("archive.broken");
    }

    static boolean isLocked(IOException why) {
        return why instanceof PasswordRequiredException;
    }

    static boolean isBomb(IOException why) {
        return BOMB.equals(why.getMessage());
    }
}
