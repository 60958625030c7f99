package org.consilium.opinions;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Signs an opinion and checks the signature: Ed25519 (RFC 8032) over the canonical JSON (RFC 8785) of the whole document,
 * which holds the public key and the time too; only the signature's own value is left out while signing.
 */
public final class OpinionSignature {
    private static final String ALGORITHM = "Ed25519";
    private static final String MEMBER = "signature";

    private OpinionSignature() {}

    /** SHA-256 of the canonical JSON, in hex: two documents with the same content have the same. */
    public static String hash(Draft draft) {
        return HexFormat.of().formatHex(sha256(canonical(tree(draft.json())).getBytes(StandardCharsets.UTF_8)));
    }

    /** False when a number in it has more digits than canonical JSON can hold: then it cannot be signed. */
    static boolean isSignable(Draft draft) {
        try {
            canonical(tree(draft.json()));
            return true;
        } catch (IllegalArgumentException tooFine) {
            return false;
        }
    }

    /** The same document with a signature; one that was there is replaced. */
    static Draft sign(Draft draft, KeyPair keys, Instant now) {
        var document = tree(draft.json());
        document.remove(MEMBER);
        var signature = OpinionJson.object()
                .put("algorithm", ALGORITHM)
                .put("canonicalization", "RFC8785")
                .put(
                        "publicKey",
                        Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()))
                .put("signedAt", now.truncatedTo(ChronoUnit.SECONDS).toString());
        document.set(MEMBER, signature);
        try {
            var signing = Signature.getInstance(ALGORITHM);
            signing.initSign(keys.getPrivate());
            signing.update(canonical(document).getBytes(StandardCharsets.UTF_8));
            signature.put("value", Base64.getEncoder().encodeToString(signing.sign()));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
        return new Draft(document.toString());
    }

    /** Never throws: whatever cannot be checked is said to be so. */
    public static SignatureCheck check(Draft draft) {
        var document = tree(draft.json());
        var signature = document.get(MEMBER);
        if (signature == null) {
            return new SignatureCheck.Unsigned();
        }
        if (!(signature instanceof ObjectNode open)
                || !ALGORITHM.equals(open.path("algorithm").asString(""))) {
            return new SignatureCheck.NotReadable();
        }
        try {
            var value = Base64.getDecoder().decode(open.path("value").asString(""));
            var key = key(open.path("publicKey").asString(""));
            var signed = Instant.parse(open.path("signedAt").asString(""));
            open.remove("value");
            return isSignedWith(key, document, value)
                    ? new SignatureCheck.Intact(fingerprint(key), signed)
                    : new SignatureCheck.ChangedAfterSigning(fingerprint(key));
        } catch (GeneralSecurityException | IllegalArgumentException | DateTimeException unreadable) {
            return new SignatureCheck.NotReadable();
        }
    }

    private static boolean isSignedWith(PublicKey key, ObjectNode document, byte[] value)
            throws GeneralSecurityException {
        var checking = Signature.getInstance(ALGORITHM);
        checking.initVerify(key);
        try {
            checking.update(canonical(document).getBytes(StandardCharsets.UTF_8));
            return checking.verify(value);
        } catch (IllegalArgumentException | java.security.SignatureException neverSigned) {
            return false;
        }
    }

    /** SHA-256 of the public key, in groups of four hexadecimal digits. */
    static String fingerprint(PublicKey key) {
        return HexFormat.of().formatHex(sha256(key.getEncoded())).replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static PublicKey key(String base64) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM)
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    private static String canonical(JsonNode document) {
        return CanonicalJson.of(document);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static ObjectNode tree(String json) {
        try {
            return (ObjectNode) OpinionJson.MAPPER.readTree(json);
        } catch (JacksonException impossible) {
            throw new IllegalStateException("a draft is a JSON object", impossible);
        }
    }
}
