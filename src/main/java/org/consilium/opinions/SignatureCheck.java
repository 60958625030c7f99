package org.consilium.opinions;

import java.time.Instant;

/** What the signature on an opinion says about it. */
public sealed interface SignatureCheck {
    /** Nobody signed it. */
    record Unsigned() implements SignatureCheck {}

    /**
     * Not a letter was changed since it was signed with this key.
     *
     * @param fingerprint SHA-256 of the public key in hex, in groups of four: to compare with what the doctor tells
     */
    record Intact(String fingerprint, Instant signed) implements SignatureCheck {}

    /** Something in it is not what was signed. */
    record ChangedAfterSigning(String fingerprint) implements SignatureCheck {}

    /** There is something in the place of a signature that this program cannot read. */
    record NotReadable() implements SignatureCheck {}
}
