package org.consilium.records;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.daead.DeterministicAeadConfig;
import com.google.crypto.tink.daead.PredefinedDeterministicAeadParameters;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** The keys of one case, and how they are wrapped by the master key. */
record CaseKeys(StreamingAead originals, Aead readings, DeterministicAead identities) {
    /** As stored. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Wrapped(byte[] originals, byte[] readings, byte[] identities) {}

    /**
     * Segments of 64 KB: a stream holds no more in memory, and Java turns the cipher into machine code after a few of them. Keys
     * wrapped earlier name their own segments and go on to work.
     */
    private static final Parameters ORIGINALS;

    static {
        try {
            AeadConfig.register();
            StreamingAeadConfig.register();
            DeterministicAeadConfig.register();
            ORIGINALS = AesGcmHkdfStreamingParameters.builder()
                    .setKeySizeBytes(32)
                    .setDerivedAesGcmKeySizeBytes(32)
                    .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
                    .setCiphertextSegmentSizeBytes(1 << 16)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Wrapped fresh(Aead master, UUID caseId) throws GeneralSecurityException {
        return new Wrapped(
                wrapped(ORIGINALS, master, caseId, "originals"),
                wrapped(PredefinedAeadParameters.AES256_GCM, master, caseId, "readings"),
                wrapped(PredefinedDeterministicAeadParameters.AES256_SIV, master, caseId, "identities"));
    }

    static CaseKeys unwrapped(Wrapped wrapped, Aead master, UUID caseId) throws GeneralSecurityException {
        return new CaseKeys(
                unwrapped(wrapped.originals(), master, caseId, "originals", StreamingAead.class),
                unwrapped(wrapped.readings(), master, caseId, "readings", Aead.class),
                unwrapped(wrapped.identities(), master, caseId, "identities", DeterministicAead.class));
    }

    private static byte[] wrapped(Parameters kind, Aead master, UUID caseId, String purpose)
            throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeEncryptedKeyset(
                KeysetHandle.generateNew(kind, RegistryConfiguration.get()),
                master,
                context(caseId, purpose),
                RegistryConfiguration.get());
    }

    private static <T> T unwrapped(byte[] wrapped, Aead master, UUID caseId, String purpose, Class<T> primitive)
            throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(
                        wrapped, master, context(caseId, purpose), RegistryConfiguration.get())
                .getPrimitive(RegistryConfiguration.get(), primitive);
    }

    /** Binds what is encrypted to its place, so that nothing encrypted can be put in the place of something else. */
    static byte[] context(UUID caseId, String place) {
        return (caseId + "/" + place).getBytes(StandardCharsets.UTF_8);
    }
}
