package org.consilium.opinions;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OpinionSignatureTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00.123Z");
    private final Draft whole = Draft.ofWhole(Samples.bytes(Samples.WHOLE));

    @Test
    void aSignedOpinionIsIntactAndStillAnOpinion() throws Exception {
        var signed = OpinionSignature.sign(whole, keys(), NOW);

        assertThat(OpinionSignature.check(signed)).isInstanceOfSatisfying(SignatureCheck.Intact.class, intact -> {
            assertThat(intact.signed()).isEqualTo("2026-03-02T10:00:00Z");
            assertThat(intact.fingerprint()).matches("([0-9a-f]{4} ){15}[0-9a-f]{4}");
        });
        assertThat(signed.finish()).isEqualTo(new OpinionJson.Reading.Parsed(Samples.opinion(Samples.WHOLE)));
    }

    @Test
    void layoutAndOrderOfMembersDoNotMatter() throws Exception {
        var signed = OpinionSignature.sign(whole, keys(), NOW);
        var tree = OpinionJson.MAPPER.readTree(signed.json());
        var other = OpinionJson.object();
        tree.properties().stream().toList().reversed().forEach(member -> other.set(member.getKey(), member.getValue()));

        assertThat(OpinionSignature.check(new Draft(other.toPrettyString()))).isInstanceOf(SignatureCheck.Intact.class);
    }

    @Test
    void everyLetterThatIsChangedAfterSigningIsNoticed() throws Exception {
        var signed = OpinionSignature.sign(whole, keys(), NOW);
        for (var place : new String[] {
            "/date", "/diagnoses/0/text", "/treatments/0/stance", "/treatments/0/benefits/0/source", "/narrative"
        }) {
            assertThat(OpinionSignature.check(signed.with(place, "something else")))
                    .as(place)
                    .isInstanceOf(SignatureCheck.ChangedAfterSigning.class);
            assertThat(OpinionSignature.check(signed.without(place)))
                    .as(place)
                    .isInstanceOf(SignatureCheck.ChangedAfterSigning.class);
        }
        assertThat(OpinionSignature.check(signed.with("/signature/signedAt", "2020-01-01T00:00:00Z")))
                .isInstanceOf(SignatureCheck.ChangedAfterSigning.class);
        assertThat(OpinionSignature.check(signed.with("/certaintyStatement", "added")))
                .isInstanceOf(SignatureCheck.ChangedAfterSigning.class);
    }

    @Test
    void whatIsNoSignatureIsSaidToBeNone() {
        assertThat(OpinionSignature.check(whole)).isEqualTo(new SignatureCheck.Unsigned());
        assertThat(OpinionSignature.check(whole.with("/signature/algorithm", "Ed25519")))
                .isEqualTo(new SignatureCheck.NotReadable());
        assertThat(OpinionSignature.check(new Draft("{\"signature\": 3}"))).isEqualTo(new SignatureCheck.NotReadable());
    }

    @Test
    void aDoiHasTheShapeOfOne() {
        for (var good : new String[] {
            "10.1000/182", "doi:10.1056/NEJMoa052306", "https://doi.org/10.1016/S0140-6736(05)67887-9", "NEJM 2005;353"
        }) {
            assertThat(WholeOpinion.isUsableReference(good)).as(good).isTrue();
        }
        for (var bad : new String[] {"10.1/x", "doi: 1234", "https://doi.org/nothing", "10.1000"}) {
            assertThat(WholeOpinion.isUsableReference(bad)).as(bad).isFalse();
        }
    }

    private static KeyPair keys() throws NoSuchAlgorithmException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }
}
