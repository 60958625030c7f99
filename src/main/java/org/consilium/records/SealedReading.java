package org.consilium.records;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.consilium.audit.Actor;
import org.consilium.clinical.Fact;

/** What was read in the files of one case, compressed and encrypted with its keys, each bound to its file. */
record SealedReading(UUID caseId, CaseKeys keys) {
    private static final int BUFFER = 1 << 16;

    byte[] seal(String hash, AboutJson.About about) {
        return encrypted(AboutJson.write(about), hash + "/about");
    }

    AboutJson.About openAbout(String hash, byte[] sealed) {
        return AboutJson.read(decrypted(sealed, hash + "/about"));
    }

    byte[] seal(String hash, List<Fact> facts) {
        var packed = new ByteArrayOutputStream(BUFFER);
        var fastest = new Deflater(Deflater.BEST_SPEED);
        try (var out = new DeflaterOutputStream(packed, fastest, BUFFER)) {
            FactJson.write(facts, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fastest.end();
        }
        return encrypted(packed.toByteArray(), hash + "/facts");
    }

    List<Fact> openFacts(String hash, byte[] sealed) {
        return FactJson.read(new InflaterInputStream(new ByteArrayInputStream(decrypted(sealed, hash + "/facts"))));
    }

    byte[] seal(UUID note, Note.Act act) {
        return encrypted(NoteJson.write(act), note + "/note");
    }

    Note openNote(NoteStore.Row row) {
        var act = NoteJson.read(row.kind(), decrypted(row.content(), row.id() + "/note"));
        return new Note(row.id(), new Actor(row.by()), row.at(), act);
    }

    /** Equal identities of a case give equal bytes. */
    byte[] seal(Identity identity) {
        try {
            return keys.identities()
                    .encryptDeterministically(AboutJson.write(identity), CaseKeys.context(caseId, "identity"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Identity openIdentity(byte[] sealed) {
        try {
            return AboutJson.readIdentity(
                    keys.identities().decryptDeterministically(sealed, CaseKeys.context(caseId, "identity")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored identity of case " + caseId + " was altered or damaged", e);
        }
    }

    private byte[] encrypted(byte[] plain, String place) {
        try {
            return keys.readings().encrypt(plain, CaseKeys.context(caseId, place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] decrypted(byte[] sealed, String place) {
        try {
            return keys.readings().decrypt(sealed, CaseKeys.context(caseId, place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("what was read in " + place + " was altered or damaged", e);
        }
    }
}
