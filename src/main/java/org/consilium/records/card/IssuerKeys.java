package org.consilium.records.card;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public keys of issuers that the person running the program has put into a folder: key sets as issuers publish them
 * ({@code jwks.json}), or directories of issuers with their keys. None are shipped, and none are fetched.
 */
final class IssuerKeys {
    private static final int MOST_FILES = 200;
    private static final long MOST_BYTES = 20_000_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    static final IssuerKeys NONE = new IssuerKeys(List.of());

    /** What can be said of a signature. */
    enum Verdict {
        /** It fits the issuer's key. */
        FITS,
        /** The issuer's key is here, and the signature is not by it over these words. */
        DOES_NOT_FIT,
        /** The issuer's key is not here. */
        UNKNOWN,
        /** There is no signature, or none of the kind that health cards have. */
        UNSIGNED
    }

    private record Key(@Nullable String issuer, String id, PublicKey key) {}

    private final List<Key> keys;

    private IssuerKeys(List<Key> keys) {
        this.keys = keys;
    }

    /**
     * Those in the folder named by {@code consilium.issuer-keys}, which is {@code issuer-keys} of the data folder of the running
     * program; without one in {@code ~/.local/share/consilium/issuer-keys}.
     */
    static IssuerKeys here() {
        var named = System.getProperty("consilium.issuer-keys");
        return in(
                named != null
                        ? Path.of(named)
                        : Path.of(System.getProperty("user.home", "."), ".local", "share", "consilium", "issuer-keys"));
    }

    /** All keys in the JSON files of a folder; a file that cannot be read gives none. */
    static IssuerKeys in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return NONE;
        }
        var keys = new ArrayList<Key>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(name -> name.toString().endsWith(".json"))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList()) {
                if (Files.size(file) <= MOST_BYTES) {
                    add(keys, Files.readAllBytes(file));
                }
            }
        } catch (IOException unreadable) {
            return NONE;
        }
        return new IssuerKeys(List.copyOf(keys));
    }

    private static void add(List<Key> keys, byte[] file) {
        try {
            var root = JSON.readTree(file);
            root.path("keys").forEach(key -> add(keys, null, key));
            for (var entry : root.path("issuerInfo")) {
                var issuer = entry.path("issuer").path("iss").asString("");
                entry.path("keys").forEach(key -> add(keys, issuer, key));
            }
        } catch (JacksonException notJson) {
            return;
        }
    }

    private static void add(List<Key> keys, @Nullable String issuer, JsonNode key) {
        if (!key.path("crv").asString("").equals("P-256")) {
            return;
        }
        try {
            var curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            var point = new ECPoint(number(key, "x"), number(key, "y"));
            var spec = new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class));
            var made = KeyFactory.getInstance("EC").generatePublic(spec);
            keys.add(new Key(issuer, key.path("kid").asString(""), made));
        } catch (GeneralSecurityException | IllegalArgumentException damaged) {
            return;
        }
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, SignedText.decoded(key.path(name).asString("")));
    }

    Verdict check(SignedText text) {
        if (!text.header().path("alg").asString("").equals("ES256") || text.signature().length == 0) {
            return Verdict.UNSIGNED;
        }
        var id = text.header().path("kid").asString("");
        var issuer = text.issuer();
        var fitting = keys.stream()
                .filter(key -> key.id.equals(id))
                .filter(key -> key.issuer == null || Objects.equals(key.issuer, issuer))
                .toList();
        if (fitting.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        return fitting.stream().anyMatch(key -> fits(key.key, text)) ? Verdict.FITS : Verdict.DOES_NOT_FIT;
    }

    private static boolean fits(PublicKey key, SignedText text) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(key);
            signature.update(text.signedBytes());
            return signature.verify(text.signature());
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
