package org.consilium.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.aead.KmsEnvelopeAead;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Seals documents: each with a key of its own (AES-256-GCM), which the master key of the data folder wraps. */
@Component
public class Vault {
    private final Path secrets;
    private final Aead envelope;

    Vault(@Value("${consilium.data}") Path data) {
        try {
            var root = OwnFiles.folder(data.toAbsolutePath().normalize());
            this.secrets = OwnFiles.folder(root.resolve("secrets"));
            var master = MasterKey.in(secrets, OwnFiles.folder(root.resolve("blobs")));
            this.envelope = KmsEnvelopeAead.create(PredefinedAeadParameters.AES256_GCM, master);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** The folder for secrets, readable by the owner of the program alone. */
    public Path secrets() {
        return secrets;
    }

    /** Closes a document; it opens for the same place only, for example {@code opinions/<case>/<opinion>}. */
    public byte[] seal(String place, byte[] plain) {
        try {
            return envelope.encrypt(plain, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Closes words, like {@link #seal(String, byte[])}. */
    public byte[] seal(String place, String words) {
        return seal(place, words.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Opens closed words.
     *
     * @throws IllegalStateException like {@link #open(String, byte[])}
     */
    public String words(String place, byte[] sealed) {
        return new String(open(place, sealed), StandardCharsets.UTF_8);
    }

    /** @throws IllegalStateException when it was sealed for another place or with another master key, or was altered */
    public byte[] open(String place, byte[] sealed) {
        try {
            return envelope.decrypt(sealed, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the master key does not open what is sealed", broken);
        }
    }
}
