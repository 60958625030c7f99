package org.consilium.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * The key that wraps the keys of all cases: a file only its owner can read, made once. Whoever loses it loses the records;
 * it is never replaced while there are any.
 */
public final class MasterKey {
    private MasterKey() {}

    /** @throws IllegalStateException when the key file is missing although records are stored, or is damaged */
    public static Aead in(Path secrets, Path stored) {
        var file = secrets.resolve("master-key.json");
        try {
            AeadConfig.register();
            if (Files.notExists(file)) {
                refuseWhenThereAreRecords(file, stored);
                var fresh = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
                var json = TinkJsonProtoKeysetFormat.serializeKeyset(
                        fresh, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
                OwnFiles.write(file, json);
            }
            return TinkJsonProtoKeysetFormat.parseKeyset(
                            Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The key file " + file
                            + " is damaged. Put it back from a backup: without it the records stay closed.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseWhenThereAreRecords(Path file, Path stored) throws IOException {
        try (var cases = Files.list(stored)) {
            if (cases.findAny().isPresent()) {
                throw new IllegalStateException("The key file " + file
                        + " is missing. Put it back from a backup: without it the records stay closed.");
            }
        }
    }
}
