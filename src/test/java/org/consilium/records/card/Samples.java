package org.consilium.records.card;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.consilium.records.Content;
import org.consilium.records.Reading;

/** Synthetic health cards, signed with a key made for the test. */
final class Samples {
    static final String ISSUER = "https://issuer.example.org";
    static final String BUNDLE = """
            {"resourceType":"Bundle","type":"collection","entry":[
            {"fullUrl":"resource:0","resource":{"resourceType":"Patient","name":[{"family":"Patient","given":["Sample"]}],"birthDate":"1970-02-03"}},
            {"fullUrl":"resource:1","resource":{"resourceType":"Immunization","status":"completed","vaccineCode":{"coding":[{"system":"http://hl7.org/fhir/sid/cvx","code":"208"}],"text":"Vaccine"},"occurrenceDateTime":"2026-01-05"}}]}""";

    private Samples() {}

    static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static String payload(String bundle) {
        return "{\"iss\":\"" + ISSUER
                + "\",\"nbf\":1767600000,\"vc\":{\"type\":[\"https://smarthealth.cards#health-card\"],"
                + "\"credentialSubject\":{\"fhirVersion\":\"4.0.1\",\"fhirBundle\":" + bundle + "}}}";
    }

    static String card(KeyPair keys, String payload) {
        var head = encoded("{\"zip\":\"DEF\",\"alg\":\"ES256\",\"kid\":\"k1\"}".getBytes(StandardCharsets.UTF_8));
        var signed = head + "." + encoded(deflated(payload.getBytes(StandardCharsets.UTF_8)));
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encoded(signature.sign());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static byte[] deflated(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out, new Deflater(9, true))) {
            deflater.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String keySet(KeyPair keys) {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return "{\"keys\":[{\"kty\":\"EC\",\"kid\":\"k1\",\"use\":\"sig\",\"alg\":\"ES256\",\"crv\":\"P-256\",\"x\":\""
                + number(point.getAffineX()) + "\",\"y\":\"" + number(point.getAffineY()) + "\"}]}";
    }

    private static String number(BigInteger coordinate) {
        var bytes = new byte[32];
        var written = coordinate.toByteArray();
        var length = Math.min(32, written.length);
        System.arraycopy(written, written.length - length, bytes, 32 - length, length);
        return encoded(bytes);
    }

    /** The digits of QR codes. */
    static String digits(String card) {
        var out = new StringBuilder();
        card.chars().forEach(character -> out.append("%02d".formatted(character - 45)));
        return out.toString();
    }

    static Reading read(Path folder, String text, IssuerKeys keys) {
        try {
            var file = Files.writeString(folder.resolve("card"), text);
            return HealthCardReader.read(new Content("card", "card", file), keys);
        } catch (IOException diskFailed) {
            throw new UncheckedIOException(diskFailed);
        }
    }
}
