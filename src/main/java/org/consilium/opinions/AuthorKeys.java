package org.consilium.opinions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.consilium.audit.Actor;
import org.consilium.vault.OwnFiles;
import org.consilium.vault.Vault;
import org.springframework.stereotype.Component;

/** The signing key of each author: made at the first signature, its private half sealed in the secrets of the data folder. */
@Component
class AuthorKeys {
    private static final String ALGORITHM = "Ed25519";

    private final Vault vault;

    AuthorKeys(Vault vault) {
        this.vault = vault;
    }

    synchronized KeyPair of(Actor author) {
        var file = file(author);
        try {
            if (Files.notExists(file)) {
                make(author, file);
            }
            var lines = Files.readAllLines(file);
            var factory = KeyFactory.getInstance(ALGORITHM);
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(decoded(lines, 0))),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(vault.open(place(author), decoded(lines, 1)))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (GeneralSecurityException | IllegalArgumentException damaged) {
            throw new IllegalStateException("a signing key is damaged", damaged);
        }
    }

    private void make(Actor author, Path file) throws IOException, GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        var sealed = vault.seal(place(author), pair.getPrivate().getEncoded());
        OwnFiles.write(file, encoded(pair.getPublic().getEncoded()) + "\n" + encoded(sealed) + "\n");
    }

    /** Two lines: the public key, and the sealed private key. */
    private Path file(Actor author) {
        try {
            return OwnFiles.folder(vault.secrets().resolve("authors")).resolve(author.person() + ".key");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String place(Actor author) {
        return "authors/" + author.person();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] decoded(List<String> lines, int line) {
        if (lines.size() <= line) {
            throw new IllegalArgumentException("a key file has two lines");
        }
        return Base64.getDecoder().decode(lines.get(line));
    }
}
