package org.consilium.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * The one-time key of personal mode: whoever started the program sees the link with it, and the first visit uses it up.
 * Only the newest token counts.
 */
@Component
public class LaunchTokens {
    private final SecureRandom random = new SecureRandom();
    private String current = "";

    LaunchTokens() {}

    /** A new token of 256 random bits; the one before it no longer works. */
    public synchronized String issue() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        current = HexFormat.of().formatHex(bytes);
        return current;
    }

    /** True once for the newest token, false for anything else. */
    synchronized boolean redeem(String token) {
        var matches = !current.isEmpty()
                && MessageDigest.isEqual(
                        current.getBytes(StandardCharsets.US_ASCII), token.getBytes(StandardCharsets.UTF_8));
        if (matches) {
            current = "";
        }
        return matches;
    }
}
