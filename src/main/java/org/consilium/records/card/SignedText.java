package org.consilium.records.card;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON Web Signature in its short form (RFC 7515).
 *
 * @param payload the JSON that is signed
 * @param signed the characters the signature is over
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SignedText(JsonNode header, JsonNode payload, String signed, byte[] signature) {
    /** A card is some kilobytes; nothing honest unpacks to more. */
    private static final int MOST_BYTES = 5_000_000;

    private static final Pattern SHAPE = Pattern.compile("([\\w-]+={0,2})\\.([\\w-]+={0,2})\\.([\\w-]*={0,2})");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Empty when this is no signed text, is damaged, or unpacks to too much. */
    static Optional<SignedText> parse(String text) {
        var parts = SHAPE.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            var header = JSON.readTree(decoded(parts.group(1)));
            var bytes = decoded(parts.group(2));
            var payload = header.path("zip").asString("").equals("DEF") ? inflated(bytes) : Optional.of(bytes);
            if (payload.isEmpty() || !header.isObject()) {
                return Optional.empty();
            }
            return Optional.of(new SignedText(
                    header,
                    JSON.readTree(payload.get()),
                    parts.group(1) + "." + parts.group(2),
                    decoded(parts.group(3))));
        } catch (IllegalArgumentException | JacksonException damaged) {
            return Optional.empty();
        }
    }

    static byte[] decoded(String base64) {
        return Base64.getUrlDecoder().decode(base64.replace("=", ""));
    }

    private static Optional<byte[]> inflated(byte[] bytes) {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(bytes);
            var out = new ByteArrayOutputStream(Math.min(MOST_BYTES, bytes.length * 4));
            var buffer = new byte[8192];
            while (!inflater.finished()) {
                var count = inflater.inflate(buffer);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    return Optional.empty();
                }
                out.write(buffer, 0, count);
                if (out.size() > MOST_BYTES) {
                    return Optional.empty();
                }
            }
            return Optional.of(out.toByteArray());
        } catch (DataFormatException damaged) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    /** Who says to have signed it, as an address. */
    String issuer() {
        var named = payload.path("iss").asString("");
        return named.length() > 200 ? named.substring(0, 200) : named;
    }

    JsonNode bundle() {
        return payload.path("vc").path("credentialSubject").path("fhirBundle");
    }

    byte[] signedBytes() {
        return signed.getBytes(StandardCharsets.US_ASCII);
    }
}
