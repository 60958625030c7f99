package org.consilium.records;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** What is known of the files on their way into a case, encrypted with its keys. */
record SealedUpload(UUID caseId, CaseKeys keys) {
    private static final String BETWEEN = "\n";

    /**
     * Beside its size.
     *
     * @param modified when the file was last changed, in the words of the browser
     */
    record About(String name, String modified) {
        private static final int LONGEST = 40;

        About {
            modified = modified.replaceAll("[^0-9A-Za-z:.+-]", "");
            modified = modified.substring(0, Math.min(LONGEST, modified.length()));
        }
    }

    byte[] seal(UUID upload, About about) {
        try {
            return keys.readings().encrypt(bytes(about), CaseKeys.context(caseId, upload + "/upload"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    About open(UUID upload, byte[] sealed) {
        try {
            var words = new String(
                    keys.readings().decrypt(sealed, CaseKeys.context(caseId, upload + "/upload")),
                    StandardCharsets.UTF_8);
            var end = words.indexOf(BETWEEN);
            return new About(words.substring(end + 1), words.substring(0, end));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("what is known of upload " + upload + " was altered or damaged", e);
        }
    }

    /** Equal for the same file chosen again. */
    byte[] matching(About about, long size) {
        try {
            return keys.identities()
                    .encryptDeterministically(
                            (size + BETWEEN + about.modified() + BETWEEN + about.name())
                                    .getBytes(StandardCharsets.UTF_8),
                            CaseKeys.context(caseId, "upload"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(About about) {
        return (about.modified() + BETWEEN + about.name()).getBytes(StandardCharsets.UTF_8);
    }
}
